using System.Globalization;
using Parley.Lexicons;
using Parley.Records;

namespace Parley.Events;

/// <summary>What PLOVER and CAMEO give a deed and how it stands: type, code, score.</summary>
internal static class PloverScale
{
    private static readonly Lexicon s_cameo = LexiconSet.Get("lexicons/cameo");
    private static readonly Lexicon s_standing = LexiconSet.Get("rules/events/cameo-standing");

    /// <summary>The type that PLOVER gives deed and status together; null for denied deeds.</summary>
    /// <param name="type">The type of the deed.</param>
    /// <param name="status">How it stands.</param>
    /// <param name="deed">The code of the deed done: sanctions imposed (163) are COERCE in the table from CAMEO to PLOVER.</param>
    /// <param name="isSaid">False where nobody is said to allege it ("is responsible for the killings"): then it is told as a deed.</param>
    /// <param name="isOffered">True for a deed that its doer offers or agrees to: troops offered are help.</param>
    public static EventType? Plover(EventType type, EventStatus status, string? deed = null, bool isSaid = true, bool isOffered = false) =>
        status switch
        {
            EventStatus.Denied => null,
            EventStatus.Demanded => EventType.Request,
            EventStatus.Threatened => EventType.Threaten,
            EventStatus.Refused => EventType.Reject,
            EventStatus.Alleged when isSaid => EventType.Accuse,
            EventStatus.Planned when type == EventType.Retreat => EventType.Concede,
            EventStatus.Planned when type is EventType.Consult or EventType.Support or EventType.Cooperate or EventType.Aid =>
                EventType.Agree,
            EventStatus.Planned when type == EventType.Mobilize && isOffered => EventType.Agree,
            // A hostile deed announced is a threat, as its CAMEO code says.
            EventStatus.Planned when type == EventType.Assault || type == EventType.Sanction && !IsCoercive(deed) => EventType.Threaten,
            _ => type == EventType.Sanction && IsCoercive(deed) ? EventType.Coerce : type,
        };

    /// <summary>The code of deed and status together: an announced withdrawal is 0356, a demanded one 1056.</summary>
    public static string? Cameo(string? deed, EventStatus status)
    {
        if (
            deed is null
            || status
                is EventStatus.Happened
                    or EventStatus.Ongoing
                    or EventStatus.Possible
                    or EventStatus.Hypothetical
                    or EventStatus.Denied
        )
            return deed;
        var column = s_standing.Column(Name(status));
        for (var length = deed.Length; length >= 2; length--)
            if (s_standing.Find(deed.AsSpan(0, length)) is >= 0 and var row && s_standing.Text(row, column) is { Length: > 0 } code)
                return code;
        return deed;
    }

    /// <summary>Goldstein's score of a code (GDELT's table); null without one.</summary>
    public static double? Goldstein(string? cameo)
    {
        if (cameo is null || s_cameo.Find(cameo) is not (>= 0 and var row))
            return null;
        var score = s_cameo.Cell(row, s_cameo.Column("goldstein"));
        return score.IsEmpty ? null : double.Parse(score, CultureInfo.InvariantCulture);
    }

    /// <summary>The PLOVER context of a code; empty without one.</summary>
    public static string Context(string? cameo) =>
        cameo is not null && s_cameo.Find(cameo) is >= 0 and var row ? s_cameo.Text(row, s_cameo.Column("context")) : "";

    private static bool IsCoercive(string? deed) =>
        deed is not null && s_cameo.Find(deed) is >= 0 and var row && s_cameo.Cell(row, s_cameo.Column("type")) is "COERCE";

    private static string Name(EventStatus status) =>
        status switch
        {
            EventStatus.Planned => "planned",
            EventStatus.Demanded => "demanded",
            EventStatus.Threatened => "threatened",
            EventStatus.Refused => "refused",
            _ => "alleged",
        };
}
