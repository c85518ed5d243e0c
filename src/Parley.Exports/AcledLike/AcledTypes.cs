using Parley.Exports.Events;
using Parley.Records;

namespace Parley.Exports.AcledLike;

/// <summary>The types of ACLED that a deed's type and mode tell; what they leave open is left open.</summary>
internal static class AcledTypes
{
    private const string Violence = "Political violence";
    private const string Strategic = "Strategic developments";

    /// <summary>Disorder type, event type and sub-type; null where the deed does not tell, all null where the format has no such deeds.</summary>
    public static (string? Disorder, string? Type, string? SubType) Of(CodedEvent coded) =>
        (coded.Type, coded.Mode) switch
        {
            (EventType.Assault, "aerial" or "drone") => (Violence, "Explosions/Remote violence", "Air/drone strike"),
            (EventType.Assault, "heavy-weapons") => (Violence, "Explosions/Remote violence", "Shelling/artillery/missile attack"),
            (EventType.Assault, "explosives") => (Violence, "Explosions/Remote violence", "Remote explosive/landmine/IED"),
            (EventType.Assault, "suicide-attack") => (Violence, "Explosions/Remote violence", "Suicide bomb"),
            (EventType.Assault, "unconventional") => (Violence, "Explosions/Remote violence", null),
            (EventType.Assault, "abduct") when IsOfCivilians(coded) => (
                Violence,
                "Violence against civilians",
                "Abduction/forced disappearance"
            ),
            (EventType.Assault, "sexual") when IsOfCivilians(coded) => (Violence, "Violence against civilians", "Sexual violence"),
            (EventType.Assault, _) when IsOfCivilians(coded) => (Violence, "Violence against civilians", "Attack"),
            (EventType.Assault, _) when coded.IsMutual => (Violence, "Battles", "Armed clash"),
            (EventType.Assault, _) => (Violence, null, null),
            (EventType.Protest, "riot") => ("Demonstrations", "Riots", "Violent demonstration"),
            (EventType.Protest, _) => ("Demonstrations", "Protests", null),
            (EventType.Coerce, "arrest") => (Strategic, Strategic, "Arrests"),
            (EventType.Coerce, "seize") when coded.Cameo is "192" => (Violence, null, null),
            (EventType.Coerce, "seize") => (Strategic, Strategic, "Looting/property destruction"),
            (EventType.Mobilize, _) => (Strategic, Strategic, "Change to group/activity"),
            (EventType.Retreat, "withdraw" or "disarm" or "release" or "ceasefire" or "access") => (Strategic, Strategic, "Other"),
            (EventType.Support, _) when coded.Cameo is "057" => (Strategic, Strategic, "Agreement"),
            _ => (null, null, null),
        };

    /// <summary>True where all whom it was done to are civilians.</summary>
    public static bool IsOfCivilians(CodedEvent coded) =>
        coded.Type == EventType.Assault
        && !coded.Recipients.IsEmpty
        && coded.Recipients.All(party => party.Roles is ["CVL" or "REF" or "MED" or "EDU" or "REL", ..]);
}
