using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Parley.Records;

namespace Parley.Tallies;

/// <summary>All that is told of one count: the same measure, the same place, the same happening. Values stand side by side; none is added or averaged.</summary>
public sealed record FigureSeries
{
    /// <summary>What is counted.</summary>
    public required FigureMeasure Measure { get; init; }

    /// <summary>Name of the place; null when not told.</summary>
    public string? Place { get; init; }

    /// <summary>The words for those counted; null when not told.</summary>
    public string? Who { get; init; }

    /// <summary>Day of what is counted, as an ISO date; null when not told.</summary>
    public string? Day { get; init; }

    /// <summary>The values, by counter, then by day.</summary>
    public required ImmutableArray<FigureEntry> Entries { get; init; }
}

/// <summary>One value of a count.</summary>
/// <param name="Telling">The value and where it is told.</param>
/// <param name="Standing">Whether it still is its counter's.</param>
/// <param name="Also">Further articles that carry the same value of the same counter.</param>
public sealed record FigureEntry(FigureTelling Telling, FigureStanding Standing, ImmutableArray<FigureTelling> Also);

/// <summary>How a value stands among those of its counter.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FigureStanding>))]
public enum FigureStanding
{
    /// <summary>The newest of its counter.</summary>
    [JsonStringEnumMemberName("newest")]
    Newest,

    /// <summary>Its counter gave a newer one.</summary>
    [JsonStringEnumMemberName("superseded")]
    Superseded,

    /// <summary>Its counter took it back for another.</summary>
    [JsonStringEnumMemberName("corrected")]
    Corrected,
}
