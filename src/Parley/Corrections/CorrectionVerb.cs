using System.Text.Json.Serialization;

namespace Parley.Corrections;

/// <summary>What a person says of a record.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CorrectionVerb>))]
public enum CorrectionVerb
{
    /// <summary>It is right as it stands: sure from now on.</summary>
    [JsonStringEnumMemberName("accept")]
    Accept,

    /// <summary>It is wrong: taken out, with what points at it.</summary>
    [JsonStringEnumMemberName("reject")]
    Reject,

    /// <summary>One field of it is another.</summary>
    [JsonStringEnumMemberName("edit")]
    Edit,

    /// <summary>Two records are one.</summary>
    [JsonStringEnumMemberName("merge")]
    Merge,

    /// <summary>Two records are not one.</summary>
    [JsonStringEnumMemberName("split")]
    Split,

    /// <summary>An undertaking stands so, whatever the rules make of it.</summary>
    [JsonStringEnumMemberName("decide")]
    Decide,

    /// <summary>An earlier correction is taken back.</summary>
    [JsonStringEnumMemberName("undo")]
    Undo,
}
