using System.Collections.Immutable;
using Parley.Records;

namespace Parley.Assessments;

/// <summary>What is known of an undertaking besides its evidence: when it was given, when it begins and ends.</summary>
public sealed record Life
{
    /// <summary>What it binds to.</summary>
    public required UndertakingKind Kind { get; init; }

    /// <summary>The origin that is bound.</summary>
    public required string Party { get; init; }

    /// <summary>ISO day of the first report that tells it.</summary>
    public required string Announced { get; init; }

    /// <summary>ISO day from which it holds; null where it is not told, or hangs on a condition.</summary>
    public string? Begins { get; init; }

    /// <summary>ISO day of the last day on which it holds or is to be done; null for none.</summary>
    public string? Ends { get; init; }

    /// <summary>Ids of the records that give it.</summary>
    public ImmutableArray<string> GivenBy { get; init; } = [];
}
