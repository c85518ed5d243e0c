using System.Text.Json.Serialization;

namespace Parley.Records;

/// <summary>The sixteen event types of PLOVER (manual 2.0), spelt as PLOVER spells them.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<EventType>))]
public enum EventType
{
    /// <summary>Agree, offer or promise to cooperate.</summary>
    [JsonStringEnumMemberName("AGREE")]
    Agree,

    /// <summary>Talk or meet.</summary>
    [JsonStringEnumMemberName("CONSULT")]
    Consult,

    /// <summary>Political or diplomatic support; signing.</summary>
    [JsonStringEnumMemberName("SUPPORT")]
    Support,

    /// <summary>Verbal concession.</summary>
    [JsonStringEnumMemberName("CONCEDE")]
    Concede,

    /// <summary>Mutual material exchange.</summary>
    [JsonStringEnumMemberName("COOPERATE")]
    Cooperate,

    /// <summary>Material help.</summary>
    [JsonStringEnumMemberName("AID")]
    Aid,

    /// <summary>Concession with material effect: withdrawal, release, ceasefire, disarmament, access.</summary>
    [JsonStringEnumMemberName("RETREAT")]
    Retreat,

    /// <summary>Ask, demand, order.</summary>
    [JsonStringEnumMemberName("REQUEST")]
    Request,

    /// <summary>Disapprove, blame, allege, investigate.</summary>
    [JsonStringEnumMemberName("ACCUSE")]
    Accuse,

    /// <summary>Refuse.</summary>
    [JsonStringEnumMemberName("REJECT")]
    Reject,

    /// <summary>Threaten, warn with consequence.</summary>
    [JsonStringEnumMemberName("THREATEN")]
    Threaten,

    /// <summary>Civilian collective protest.</summary>
    [JsonStringEnumMemberName("PROTEST")]
    Protest,

    /// <summary>Reduce relations: sanctions, expulsions, broken-off talks.</summary>
    [JsonStringEnumMemberName("SANCTION")]
    Sanction,

    /// <summary>Military or police moves short of force.</summary>
    [JsonStringEnumMemberName("MOBILIZE")]
    Mobilize,

    /// <summary>Coercion short of violence: siege, seizure, arrest, restriction.</summary>
    [JsonStringEnumMemberName("COERCE")]
    Coerce,

    /// <summary>Deliberate acts that can do serious physical harm.</summary>
    [JsonStringEnumMemberName("ASSAULT")]
    Assault,
}
