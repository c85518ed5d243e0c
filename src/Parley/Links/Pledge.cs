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
}
