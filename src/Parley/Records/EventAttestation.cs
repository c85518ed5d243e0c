using System.Text.Json.Serialization;

namespace Parley.Records;

/// <summary>Who stands behind an event.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<EventAttestation>))]
public enum EventAttestation
{
    /// <summary>The article itself tells it.</summary>
    [JsonStringEnumMemberName("narrated")]
    Narrated,

    /// <summary>Only a speaker tells it.</summary>
    [JsonStringEnumMemberName("claimed")]
    Claimed,

    /// <summary>A side against whose interest it is, or two sides, tell it.</summary>
    [JsonStringEnumMemberName("confirmed")]
    Confirmed,

    /// <summary>One tells it, another denies it.</summary>
    [JsonStringEnumMemberName("contested")]
    Contested,
}
