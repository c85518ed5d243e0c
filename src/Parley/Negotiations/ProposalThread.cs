using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Parley.Negotiations;

/// <summary>A demand or offer, and what became of it.</summary>
public sealed record ProposalThread
{
    /// <summary>The topic.</summary>
    public required string Topic { get; init; }

    /// <summary>The side that put it on the table.</summary>
    public required string Side { get; init; }

    /// <summary>How it stands.</summary>
    public required ProposalState State { get; init; }

    /// <summary>What happened to it, in the order of days; the first puts it on the table.</summary>
    public required ImmutableArray<ProposalStep> Steps { get; init; }
}

/// <summary>A step in the life of a proposal.</summary>
/// <param name="State">How it stands since.</param>
/// <param name="Day">ISO date; null when unknown.</param>
/// <param name="Telling">The position that makes the step; null where only time does.</param>
public sealed record ProposalStep(ProposalState State, string? Day, PositionTelling? Telling);

/// <summary>How a proposal stands.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ProposalState>))]
public enum ProposalState
{
    /// <summary>Put forward, and not answered.</summary>
    [JsonStringEnumMemberName("tabled")]
    Tabled,

    /// <summary>Answered with other terms, or accepted on a condition.</summary>
    [JsonStringEnumMemberName("countered")]
    Countered,

    /// <summary>Another side agrees to it.</summary>
    [JsonStringEnumMemberName("accepted")]
    Accepted,

    /// <summary>Another side turns it down.</summary>
    [JsonStringEnumMemberName("refused")]
    Refused,

    /// <summary>Who put it forward takes it back.</summary>
    [JsonStringEnumMemberName("withdrawn")]
    Withdrawn,

    /// <summary>Nobody has answered it or spoken of it for a month.</summary>
    [JsonStringEnumMemberName("lapsed")]
    Lapsed,
}
