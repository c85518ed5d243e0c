using System.Text.Json.Serialization;

namespace Parley.Corrections;

/// <summary>The kinds of records that a reading has.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RecordKind>))]
public enum RecordKind
{
    /// <summary>Who can say, do or promise.</summary>
    [JsonStringEnumMemberName("actor")]
    Actor,

    /// <summary>Where.</summary>
    [JsonStringEnumMemberName("place")]
    Place,

    /// <summary>When.</summary>
    [JsonStringEnumMemberName("time")]
    Time,

    /// <summary>Who said what.</summary>
    [JsonStringEnumMemberName("statement")]
    Statement,

    /// <summary>Who did what.</summary>
    [JsonStringEnumMemberName("event")]
    Event,

    /// <summary>How many.</summary>
    [JsonStringEnumMemberName("figure")]
    Figure,

    /// <summary>Who bound himself to what.</summary>
    [JsonStringEnumMemberName("undertaking")]
    Undertaking,

    /// <summary>Who wants what.</summary>
    [JsonStringEnumMemberName("position")]
    Position,
}
