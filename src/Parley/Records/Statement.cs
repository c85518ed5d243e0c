using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Parley.Records;

/// <summary>Who said what.</summary>
public sealed record Statement
{
    /// <summary><c>s1</c>, <c>s2</c> … in the order of the text.</summary>
    public required string Id { get; init; }

    /// <summary>Id of the actor who speaks; null when hidden ("it was announced") or not resolved.</summary>
    public string? Speaker { get; init; }

    /// <summary>Ids of all who speak jointly, <see cref="Speaker"/> first; empty when hidden.</summary>
    public ImmutableArray<string> Speakers { get; init; } = [];

    /// <summary>The whole noun phrase of the speaker, with title and apposition; null when hidden.</summary>
    public Span? SpeakerSpan { get; init; }

    /// <summary>The reporting words with their particles and objects ("gave an undertaking"); empty when there is none (a running quotation).</summary>
    public required string Cue { get; init; }

    /// <summary>Where the cue stands; null when there is none.</summary>
    public Span? CueSpan { get; init; }

    /// <summary>What was said, with its quotation marks, without a leading "that"; one span for each unbroken piece.</summary>
    public required ImmutableArray<Span> Content { get; init; }

    /// <summary>How much of the content stands in quotation marks.</summary>
    public required StatementKind Kind { get; init; }

    /// <summary>What the speaker does by saying it.</summary>
    public StatementAct Act { get; init; }

    /// <summary>Whom or what it was said to or through: "CNN", "TASS", "Twitter"; null when not told.</summary>
    public string? Venue { get; init; }

    /// <summary>Id of the actor addressed; null when not told.</summary>
    public string? Addressee { get; init; }

    /// <summary>Id of the time of the saying; null when not told.</summary>
    public string? Time { get; init; }

    /// <summary>Id of the place of the saying; null when not told.</summary>
    public string? Place { get; init; }

    /// <summary>Id of the statement that relays this one; null when the article relays it itself.</summary>
    public string? NestedIn { get; init; }

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

    /// <summary>The smallest clause that proves it: speaker, cue and content.</summary>
    public required ImmutableArray<Span> Evidence { get; init; }
}

/// <summary>How much of a content stands in quotation marks.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<StatementKind>))]
public enum StatementKind
{
    /// <summary>All of it.</summary>
    [JsonStringEnumMemberName("direct")]
    Direct,

    /// <summary>Part of it.</summary>
    [JsonStringEnumMemberName("mixed")]
    Mixed,

    /// <summary>None of it.</summary>
    [JsonStringEnumMemberName("indirect")]
    Indirect,
}

/// <summary>What a speaker does by saying something.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<StatementAct>))]
public enum StatementAct
{
    /// <summary>States it.</summary>
    [JsonStringEnumMemberName("asserts")]
    Asserts,

    /// <summary>Says that what another party claimed is so.</summary>
    [JsonStringEnumMemberName("confirms")]
    Confirms,

    /// <summary>Cannot confirm, is not convinced, plays down.</summary>
    [JsonStringEnumMemberName("doubts")]
    Doubts,

    /// <summary>Says that it is not so.</summary>
    [JsonStringEnumMemberName("denies")]
    Denies,

    /// <summary>Binds the speaker's own side.</summary>
    [JsonStringEnumMemberName("promises")]
    Promises,

    /// <summary>Wants another to act.</summary>
    [JsonStringEnumMemberName("demands")]
    Demands,

    /// <summary>Offers terms.</summary>
    [JsonStringEnumMemberName("proposes")]
    Proposes,

    /// <summary>Turns down what another offers, asks or claims a right to; the content is what is refused.</summary>
    [JsonStringEnumMemberName("rejects")]
    Rejects,

    /// <summary>Announces harm on a condition or without one.</summary>
    [JsonStringEnumMemberName("threatens")]
    Threatens,

    /// <summary>Blames another for a deed.</summary>
    [JsonStringEnumMemberName("accuses")]
    Accuses,
}
