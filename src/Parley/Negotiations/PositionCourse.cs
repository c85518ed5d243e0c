using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Parley.Negotiations;

/// <summary>How one party stands to one topic, over time.</summary>
public sealed record PositionCourse
{
    /// <summary>The side.</summary>
    public required string Side { get; init; }

    /// <summary>Its name.</summary>
    public required string Party { get; init; }

    /// <summary>The topic.</summary>
    public required string Topic { get; init; }

    /// <summary>Every telling, by the day it was said, each utterance once for each article.</summary>
    public required ImmutableArray<PositionTelling> Tellings { get; init; }

    /// <summary>Utterances: one speaker, one day and one stance are one, however many articles carry it.</summary>
    public required int Statements { get; init; }

    /// <summary>How it has moved since the day that is asked for.</summary>
    public PositionDrift Drift { get; init; }

    /// <summary>The newest telling before that day; null where there is none.</summary>
    public PositionTelling? Before { get; init; }

    /// <summary>How the party stands now: the newest telling, the surest of its day.</summary>
    public PositionTelling Now => Tellings[^1];

    /// <summary>True where only another side tells it.</summary>
    public bool IsOnlyByOthers => Tellings.All(telling => telling.IsByOther);
}

/// <summary>How a position has moved.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PositionDrift>))]
public enum PositionDrift
{
    /// <summary>No day is asked for, or there is nothing to compare.</summary>
    [JsonStringEnumMemberName("none")]
    None,

    /// <summary>Nothing has changed.</summary>
    [JsonStringEnumMemberName("same")]
    Same,

    /// <summary>Towards having it: from refusing it or wanting it of others to talking of it, giving it or agreeing to it.</summary>
    [JsonStringEnumMemberName("closer")]
    Closer,

    /// <summary>Away from it.</summary>
    [JsonStringEnumMemberName("apart")]
    Apart,

    /// <summary>The same stance with another term, other guarantors or another condition.</summary>
    [JsonStringEnumMemberName("terms")]
    Terms,

    /// <summary>Not told before that day.</summary>
    [JsonStringEnumMemberName("new")]
    New,

    /// <summary>Not told since that day, though the party has spoken of other topics a week later or more.</summary>
    [JsonStringEnumMemberName("silent")]
    Silent,
}
