using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Parley.Records;

/// <summary>What a party wants at the table.</summary>
public sealed record Position
{
    /// <summary><c>o1</c>, <c>o2</c> … in the order of the text.</summary>
    public required string Id { get; init; }

    /// <summary>Id of the actor whose position it is.</summary>
    public required string Party { get; init; }

    /// <summary>A short noun phrase in the words of <c>lexicons/topics.tsv</c> ("security guarantees"); "other terms" where no words name one and the network is not sure.</summary>
    public required string Topic { get; init; }

    /// <summary>Ids of the places or actors it is about.</summary>
    public ImmutableArray<string> About { get; init; } = [];

    /// <summary>How the party stands to it.</summary>
    public required PositionStance Stance { get; init; }

    /// <summary>Ids of the actors who are to guarantee it.</summary>
    public ImmutableArray<string> Guarantors { get; init; } = [];

    /// <summary>A period as ISO 8601 (<c>P15Y</c>); null when none is named.</summary>
    public string? Term { get; init; }

    /// <summary>Id of the statement that takes it; null when the article itself reports it.</summary>
    public string? Statement { get; init; }

    /// <summary>Id of the time; null when not told.</summary>
    public string? Time { get; init; }

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

    /// <summary>The smallest clauses that prove it.</summary>
    public required ImmutableArray<Span> Evidence { get; init; }
}

/// <summary>How a party stands to a topic.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PositionStance>))]
public enum PositionStance
{
    /// <summary>Wants it of another.</summary>
    [JsonStringEnumMemberName("demands")]
    Demands,

    /// <summary>Puts it forward.</summary>
    [JsonStringEnumMemberName("proposes")]
    Proposes,

    /// <summary>Would give it.</summary>
    [JsonStringEnumMemberName("offers")]
    Offers,

    /// <summary>Would talk of it.</summary>
    [JsonStringEnumMemberName("open-to")]
    OpenTo,

    /// <summary>Agrees to it.</summary>
    [JsonStringEnumMemberName("accepts")]
    Accepts,

    /// <summary>Will not have it.</summary>
    [JsonStringEnumMemberName("rejects")]
    Rejects,

    /// <summary>Is not known.</summary>
    [JsonStringEnumMemberName("unclear")]
    Unclear,
}
