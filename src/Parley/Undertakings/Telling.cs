using System.Collections.Immutable;
using Parley.Records;
using Parley.Text;

namespace Parley.Undertakings;

/// <summary>One place in the text that tells an undertaking of one party.</summary>
internal sealed record Telling
{
    /// <summary>Who is bound.</summary>
    public required Actor Party { get; init; }

    /// <summary>The side of the party, see <see cref="Side"/>.</summary>
    public required string PartySide { get; init; }

    /// <summary>What it is bound to.</summary>
    public required Deed Deed { get; init; }

    /// <summary>The words that tell it.</summary>
    public required WordRange Words { get; init; }

    /// <summary>The verb or noun that binds.</summary>
    public required int Anchor { get; init; }

    /// <summary>True in a headline or caption: counts only for what it alone says.</summary>
    public bool IsHeading { get; init; }

    /// <summary>Ids of the places it covers.</summary>
    public ImmutableArray<string> Places { get; init; } = [];

    /// <summary>Ids of those it was given to.</summary>
    public ImmutableArray<string> To { get; init; } = [];

    /// <summary>Id of the time from which it holds.</summary>
    public string? From { get; init; }

    /// <summary>Id of the time until which it holds, or of its length.</summary>
    public string? Until { get; init; }

    /// <summary>The words of its conditions.</summary>
    public ImmutableArray<WordRange> Conditions { get; init; } = [];

    /// <summary>Id of the statement that makes it; null where the article itself tells it.</summary>
    public string? Statement { get; init; }
}
