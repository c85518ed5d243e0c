using Parley.Claims;
using Parley.Lexicons;
using Parley.Records;

namespace Parley.Exports.Events;

/// <summary>What an event record is in event data, and why not where it is nothing: no plan, threat, denied or possible deed may look like one that was done.</summary>
/// <param name="Type">PLOVER's type.</param>
/// <param name="IsWord">True where it is words about a deed.</param>
/// <param name="Cameo">CAMEO's code; null where none fits.</param>
/// <param name="Mode">The mode; null where it has none.</param>
internal sealed record EventSense(EventType Type, bool IsWord, string? Cameo, string? Mode)
{
    private const int RootDigits = 2;
    private static readonly Lexicon s_cameo = LexiconSet.Get("lexicons/cameo");
    private static readonly Lexicon s_standing = LexiconSet.Get("rules/events/cameo-standing");
    private static readonly int s_threatened = s_standing.Column("threatened");

    /// <summary>CAMEO's roots for words: intends, investigates, demands, disapproves, rejects, threatens.</summary>
    private static readonly string[] s_wordRoots = ["03", "10", "11", "12", "13"];

    /// <summary>Types that are words about deeds.</summary>
    private static readonly EventType[] s_words =
    [
        EventType.Agree,
        EventType.Concede,
        EventType.Request,
        EventType.Accuse,
        EventType.Reject,
        EventType.Threaten,
    ];

    /// <summary>The sense of a record; null, with the reason for people, where it is left out.</summary>
    public static EventSense? Of(Reading reading, Event record, out string? whyNot)
    {
        whyNot = record.Status switch
        {
            EventStatus.Denied => "told as not done",
            EventStatus.Hypothetical => "hypothetical",
            EventStatus.Possible => "only possible",
            EventStatus.Planned when !s_words.Contains(record.Plover ?? record.Type) => "planned, and no type of words says so",
            _ when !ClaimReader.IsTold(reading, record) => "told only with doubt, or as what another deed ends",
            _ => null,
        };
        return whyNot is null ? Of(record) : null;
    }

    private static EventSense Of(Event record)
    {
        if (record.Status is EventStatus.Happened or EventStatus.Ongoing)
        {
            var type = record.Plover ?? record.Type;
            return new EventSense(type, IsWord: false, record.Cameo, type == record.Type ? record.Mode : ModeOf(record.Cameo, type));
        }
        var word = record.Status switch
        {
            EventStatus.Demanded => EventType.Request,
            EventStatus.Threatened => EventType.Threaten,
            EventStatus.Refused => EventType.Reject,
            EventStatus.Alleged => EventType.Accuse,
            _ => record.Plover ?? record.Type,
        };
        var code = CodeOfWords(record.Cameo, word);
        return new EventSense(word, IsWord: true, code, ModeOf(code, word));
    }

    /// <summary>The code where it says words; a hostile deed announced has that of its threat, and others that name the deed itself are not used.</summary>
    private static string? CodeOfWords(string? code, EventType word)
    {
        if (code is null || IsOfWords(code))
            return code;
        if (word == EventType.Threaten)
            for (var length = code.Length; length >= RootDigits; length--)
                if (
                    s_standing.Find(code.AsSpan(0, length)) is >= 0 and var row
                    && s_standing.Text(row, s_threatened) is { Length: > 0 } threat
                )
                    return threat;
        return null;
    }

    private static bool IsOfWords(string code) => code.Length >= RootDigits && s_wordRoots.Contains(code[..RootDigits]);

    private static string? ModeOf(string? code, EventType type) =>
        code is not null
        && s_cameo.Find(code) is >= 0 and var row
        && s_cameo.Text(row, s_cameo.Column("type")) == ReadingJson.Spell(type)
        && s_cameo.Text(row, s_cameo.Column("mode")) is { Length: > 0 } mode
            ? mode
            : null;
}
