using System.Text.Json.Serialization;

namespace Parley.Records;

/// <summary>How a deed stands.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<EventStatus>))]
public enum EventStatus
{
    /// <summary>A source plainly says that it happened.</summary>
    [JsonStringEnumMemberName("happened")]
    Happened,

    /// <summary>It goes on.</summary>
    [JsonStringEnumMemberName("ongoing")]
    Ongoing,

    /// <summary>Announced, promised, agreed, scheduled.</summary>
    [JsonStringEnumMemberName("planned")]
    Planned,

    /// <summary>May, could, is considered.</summary>
    [JsonStringEnumMemberName("possible")]
    Possible,

    /// <summary>Another is asked for it.</summary>
    [JsonStringEnumMemberName("demanded")]
    Demanded,

    /// <summary>It is threatened.</summary>
    [JsonStringEnumMemberName("threatened")]
    Threatened,

    /// <summary>It is refused.</summary>
    [JsonStringEnumMemberName("refused")]
    Refused,

    /// <summary>One side accuses another of it.</summary>
    [JsonStringEnumMemberName("alleged")]
    Alleged,

    /// <summary>Said not to have happened.</summary>
    [JsonStringEnumMemberName("denied")]
    Denied,

    /// <summary>If …</summary>
    [JsonStringEnumMemberName("hypothetical")]
    Hypothetical,
}
