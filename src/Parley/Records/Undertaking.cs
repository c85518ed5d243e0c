using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Parley.Records;

/// <summary>A party bound itself, in words, to do or to stop doing something that others can check.</summary>
public sealed record Undertaking
{
    /// <summary><c>u1</c>, <c>u2</c> … in the order of the text.</summary>
    public required string Id { get; init; }

    /// <summary>Id of the actor who bound himself.</summary>
    public required string By { get; init; }

    /// <summary>Ids of the actors it was given to; empty when not told.</summary>
    public ImmutableArray<string> To { get; init; } = [];

    /// <summary>What sort of undertaking.</summary>
    public required UndertakingKind Kind { get; init; }

    /// <summary>The words that state it best.</summary>
    public required Span Text { get; init; }

    /// <summary>Ids of the places it covers; empty when it names none.</summary>
    public ImmutableArray<string> Places { get; init; } = [];

    /// <summary>Id of the time from which it holds; null when not told.</summary>
    public string? From { get; init; }

    /// <summary>Id of the time until which it holds, or of its length; null when not told.</summary>
    public string? Until { get; init; }

    /// <summary>If …, in return for …</summary>
    public ImmutableArray<Span> Conditions { get; init; } = [];

    /// <summary>What it is said not to be or not to cover.</summary>
    public ImmutableArray<Span> Limits { get; init; } = [];

    /// <summary>What was left unsaid.</summary>
    public ImmutableArray<Span> Open { get; init; } = [];

    /// <summary>Ids of the statements that make it.</summary>
    public ImmutableArray<string> Statements { get; init; } = [];

    /// <summary>How it stands on the evidence of this reading.</summary>
    public UndertakingStatus Status { get; init; }

    /// <summary>How it came to stand so.</summary>
    public ImmutableArray<UndertakingChange> History { get; init; } = [];

    /// <summary>Ids of the statements and events that show it kept.</summary>
    public ImmutableArray<string> EvidenceFor { get; init; } = [];

    /// <summary>Ids of the statements and events that show it not kept.</summary>
    public ImmutableArray<string> EvidenceAgainst { get; init; } = [];

    /// <summary>Ids of the statements and events that doubt it.</summary>
    public ImmutableArray<string> Doubts { get; init; } = [];

    /// <summary>Calibrated probability, 0 to 1, that a careful reader would keep the record with its kind, status and main party; kept to three decimals.</summary>
    public double Confidence
    {
        get;
        init => field = Math.Round(value, 3);
    } = 1;

    /// <summary>True where <see cref="Confidence"/> lies under the threshold: kept in JSON, folded away in views, never evidence.</summary>
    public bool Uncertain { get; init; }

    /// <summary>Where each field comes from; filled only when an explanation is asked for.</summary>
    [JsonIgnore]
    public ImmutableArray<Reason> Reasons { get; init; } = [];

    /// <summary>One span for each telling.</summary>
    public required ImmutableArray<Span> Evidence { get; init; }
}

/// <summary>A step in the life of an undertaking.</summary>
/// <param name="Status">How it stands since.</param>
/// <param name="At">ISO date of the step; null when unknown.</param>
/// <param name="Because">Ids of the records that caused it.</param>
public sealed record UndertakingChange(UndertakingStatus Status, string? At, ImmutableArray<string> Because);

/// <summary>What sort of undertaking.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<UndertakingKind>))]
public enum UndertakingKind
{
    /// <summary>To stop fighting.</summary>
    [JsonStringEnumMemberName("ceasefire")]
    Ceasefire,

    /// <summary>To fight less.</summary>
    [JsonStringEnumMemberName("reduction-of-operations")]
    ReductionOfOperations,

    /// <summary>To leave ground.</summary>
    [JsonStringEnumMemberName("withdrawal")]
    Withdrawal,

    /// <summary>To let people or relief through.</summary>
    [JsonStringEnumMemberName("corridor")]
    Corridor,

    /// <summary>To swap or free prisoners.</summary>
    [JsonStringEnumMemberName("exchange")]
    Exchange,

    /// <summary>To give material help.</summary>
    [JsonStringEnumMemberName("aid")]
    Aid,

    /// <summary>To meet.</summary>
    [JsonStringEnumMemberName("talks")]
    Talks,

    /// <summary>To recognise.</summary>
    [JsonStringEnumMemberName("recognition")]
    Recognition,

    /// <summary>To join no bloc.</summary>
    [JsonStringEnumMemberName("neutrality")]
    Neutrality,

    /// <summary>To guarantee another's security.</summary>
    [JsonStringEnumMemberName("guarantee")]
    Guarantee,

    /// <summary>To give up arms.</summary>
    [JsonStringEnumMemberName("disarmament")]
    Disarmament,

    /// <summary>To ease sanctions.</summary>
    [JsonStringEnumMemberName("sanctions-relief")]
    SanctionsRelief,

    /// <summary>Anything else that others can check.</summary>
    [JsonStringEnumMemberName("other")]
    Other,
}

/// <summary>How an undertaking stands. Silence is never compliance: without evidence it is unverified.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<UndertakingStatus>))]
public enum UndertakingStatus
{
    /// <summary>Given, not yet due.</summary>
    [JsonStringEnumMemberName("announced")]
    Announced,

    /// <summary>Due, and nothing seen either way.</summary>
    [JsonStringEnumMemberName("unverified")]
    Unverified,

    /// <summary>Seen to be kept.</summary>
    [JsonStringEnumMemberName("holding")]
    Holding,

    /// <summary>Seen to be kept in part.</summary>
    [JsonStringEnumMemberName("partly-holding")]
    PartlyHolding,

    /// <summary>Seen to be broken.</summary>
    [JsonStringEnumMemberName("breached")]
    Breached,

    /// <summary>The parties, or the sources, say opposite things.</summary>
    [JsonStringEnumMemberName("contested")]
    Contested,

    /// <summary>Ended, kept.</summary>
    [JsonStringEnumMemberName("kept")]
    Kept,

    /// <summary>Ended, partly kept.</summary>
    [JsonStringEnumMemberName("partly-kept")]
    PartlyKept,

    /// <summary>Ended, broken.</summary>
    [JsonStringEnumMemberName("broken")]
    Broken,

    /// <summary>Ended, and nobody saw whether it was kept.</summary>
    [JsonStringEnumMemberName("lapsed")]
    Lapsed,

    /// <summary>Taken back before it began.</summary>
    [JsonStringEnumMemberName("withdrawn")]
    Withdrawn,

    /// <summary>Taken back after it began.</summary>
    [JsonStringEnumMemberName("revoked")]
    Revoked,

    /// <summary>Its condition failed.</summary>
    [JsonStringEnumMemberName("void")]
    Void,

    /// <summary>Another took its place.</summary>
    [JsonStringEnumMemberName("superseded")]
    Superseded,
}
