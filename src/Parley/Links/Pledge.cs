using System.Collections.Immutable;
using Parley.Records;

namespace Parley.Links;

/// <summary>What there is to judge of an undertaking: whose it is, what it covers, since when. Made from one article or joined from several.</summary>
public sealed record Pledge
{
    /// <summary>The side that is bound, see <see cref="Undertakings.Side"/>.</summary>
    public required string Party { get; init; }

    /// <summary>What it is bound to.</summary>
    public required UndertakingKind Kind { get; init; }

    /// <summary>The area; empty when none is named, which covers everything.</summary>
    public ImmutableArray<Place> Area { get; init; } = [];

    /// <summary>ISO date from which deeds count; null when unknown, then all do.</summary>
    public string? Since { get; init; }

    /// <summary>ISO date on which it was given; null when unknown. Where it lies before <see cref="Since"/>, that is a start, and the whole day counts.</summary>
    public string? Given { get; init; }

    /// <summary>ISO date of the last day on which deeds count; null when there is no end.</summary>
    public string? Until { get; init; }

    /// <summary>The sides it was given to, or that are bound with it.</summary>
    public ImmutableArray<string> To { get; init; } = [];

    /// <summary>The sentence that tells it first; where others bind themselves in it too, its party and its own words.</summary>
    public string Words { get; init; } = "";

    /// <summary>The words that carry its matter, in lower case, cut to their beginnings: what it is about, in all its renderings.</summary>
    public ImmutableArray<string> Matter { get; init; } = [];
}
