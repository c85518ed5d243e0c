using System.Collections.Immutable;
using Parley.Events;
using Parley.Mentions;
using Parley.Records;
using Parley.Text;

namespace Parley.Undertakings;

/// <summary>One place in the text that tells an undertaking of one party.</summary>
internal sealed record Telling
{
    /// <summary>The mention.</summary>
    public required UndertakingMention Mention { get; init; }

    /// <summary>Who is bound.</summary>
    public required Party Party { get; init; }

    /// <summary>The party's side, see <see cref="Undertakings.Side"/>.</summary>
    public required string Side { get; init; }

    /// <summary>The words that state it best.</summary>
    public required WordRange Words { get; init; }

    /// <summary>Lemma of the deed word.</summary>
    public required string Deed { get; init; }

    /// <summary>Lemma of what the deed is done to; empty where there is none.</summary>
    public required string Object { get; init; }

    /// <summary>True in a headline or caption: counts only for what it alone says.</summary>
    public bool IsHeading { get; init; }

    /// <summary>Who else says that the party will do it. What only another side says tells an undertaking where another telling does.</summary>
    public Foretold Foretold { get; init; }

    /// <summary>Calibrated probability.</summary>
    public double Confidence { get; init; }

    /// <summary>Ids of the places it covers.</summary>
    public ImmutableArray<string> Places { get; init; } = [];

    /// <summary>Ids of those it was given to.</summary>
    public ImmutableArray<string> To { get; init; } = [];

    /// <summary>Id of the time from which it holds.</summary>
    public string? From { get; init; }

    /// <summary>Id of the time until which it holds, or of its length.</summary>
    public string? Until { get; init; }

    /// <summary>The statement that makes it; null where the article itself tells it.</summary>
    public Statement? Statement { get; init; }
}
