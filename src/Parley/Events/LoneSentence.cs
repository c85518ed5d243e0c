using System.Collections.Immutable;
using Parley.Mentions;
using Parley.Records;
using Parley.Syntax;

namespace Parley.Events;

/// <summary>A text of one sentence: no better telling follows, so what it tells counts though a ledger of an article would pass it over.</summary>
internal static class LoneSentence
{
    /// <summary>A cue less likely than this, or less surely of its act, makes no deed.</summary>
    private const float Likely = 0.6f;

    /// <summary>From this probability on a mention that the network read stands for what is said.</summary>
    private const float Read = 0.4f;

    /// <summary>From this probability on what is said may be the one thing that a sentence tells.</summary>
    private const float LeastSpoken = 0.2f;

    /// <summary>True for a text of one sentence.</summary>
    public static bool Is(ParsedText parsed) => parsed.Sentences.Length == 1;

    /// <summary>Charges, demands, refusals and threats, which PLOVER counts as deeds, where the deed that they are about was not read.</summary>
    public static List<EventMention> AddSpoken(List<EventMention> mentions, MentionTable table, ParsedText parsed)
    {
        foreach (var said in table.Statements)
            if (
                said.Probability >= Likely
                && said.Act.Probability >= Likely
                && TypeOf(said.Act.Best) is { } type
                && Finite.IsTold(parsed[said.Word])
                && !mentions.Exists(one =>
                    one.Probability >= Read && (one.Word == said.Word || PloverScale.Plover(one.Type.Best, one.Status.Best) == type)
                )
            )
            {
                mentions.RemoveAll(one => one.Word == said.Word);
                mentions.Add(
                    new EventMention
                    {
                        Word = said.Word,
                        Probability = said.Probability,
                        Type = new Choice<EventType>(type, said.Act.Probability, type, 0),
                        Status = new Choice<EventStatus>(EventStatus.Happened, Likely, EventStatus.Possible, 1 - Likely),
                        Doers = said.Speakers,
                        Targets = NamedDeeds.TargetsOf(parsed[said.Word]),
                    }
                );
            }
        mentions.Sort((one, other) => one.Word.CompareTo(other.Word));
        return mentions;
    }

    /// <summary>Keeps what is said, and the likeliest telling where none is likely enough for an article.</summary>
    public static void Keep(IReadOnlyList<Telling> tellings, Composition composition)
    {
        Telling? best = null;
        var (isTold, most) = (false, 0.0);
        foreach (var telling in tellings)
        {
            var isSpoken = !telling.IsNoun && IsSpoken(telling.Type) && telling.Mention.Probability >= LeastSpoken;
            if (isSpoken && telling.Mention.Probability >= Read && telling.Status == EventStatus.Happened)
                telling.Keep = Math.Max(telling.Keep, composition.Alone);
            isTold |= telling.Keep >= composition.Alone;
            // The weights were learned on articles, where what is said is no deed.
            var worth = isSpoken ? Math.Max(telling.Keep, telling.Mention.Probability) : telling.Keep;
            if (worth > most && (isSpoken || worth >= composition.Lone))
                (best, most) = (telling, worth);
        }
        if (!isTold && best is not null)
            best.Keep = composition.Alone;
    }

    /// <summary>Takes the surest event for certain where none is.</summary>
    public static ImmutableArray<Event> Trust(ImmutableArray<Event> events)
    {
        if (events.IsEmpty || events.Any(one => !one.Uncertain))
            return events;
        var best = events.MaxBy(one => one.Confidence)!;
        return events.Replace(best, best with { Uncertain = false });
    }

    private static bool IsSpoken(EventType type) =>
        type is EventType.Accuse or EventType.Agree or EventType.Reject or EventType.Request or EventType.Threaten;

    private static EventType? TypeOf(StatementAct act) =>
        act switch
        {
            StatementAct.Accuses => EventType.Accuse,
            StatementAct.Demands => EventType.Request,
            StatementAct.Rejects => EventType.Reject,
            StatementAct.Threatens => EventType.Threaten,
            _ => null,
        };
}
