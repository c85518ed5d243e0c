using System.Collections.Immutable;
using Parley.Actors;
using Parley.Mentions;
using Parley.Places;
using Parley.Records;
using Parley.Statements;
using Parley.Syntax;
using Parley.Times;

namespace Parley.Events;

/// <summary>Stage 6. In: mentions, actors, places, times, statements. Out: who did what to whom, how it stands, and who says so.</summary>
/// <remarks>
/// What a sentence tells comes from the mentions; here words become actors, places and times, mentions of one happening are joined, those that
/// deserve no record are dropped, parties are filled from the article, and codes and scores are read from tables. Weights: <c>rules/events</c>.
/// Figures of an event are filled by the last step.
/// </remarks>
/// <param name="model">The name of the model that read the text, with or without its version: its weights are used.</param>
public sealed class EventReader(string model = "en")
{
    private readonly Composition _composition = Composition.Of(model);

    /// <summary>Reads the events of a text.</summary>
    /// <param name="parsed">The text.</param>
    /// <param name="mentions">What each sentence alone tells.</param>
    /// <param name="actors">The actors.</param>
    /// <param name="places">The places.</param>
    /// <param name="times">The times.</param>
    /// <param name="statements">The statements.</param>
    /// <param name="explain">True to fill <see cref="Event.Reasons"/>.</param>
    public EventTable Read(
        ParsedText parsed,
        MentionTable mentions,
        ActorTable actors,
        PlaceTable places,
        TimeTable times,
        StatementTable statements,
        bool explain = false
    )
    {
        var countries = new Countries(actors);
        var tellings = ReadTellings(parsed, mentions, actors, places, times, statements, countries);
        Keeping.Judge(tellings, _composition);
        if (LoneSentence.Is(parsed))
            LoneSentence.Keep(tellings, _composition);
        var happenings = Joining.Join(tellings, _composition);
        new Police(parsed, actors).Fill(happenings);
        PartyJudge.Judge(happenings, new PartySides(parsed, actors, countries), _composition, explain);
        new ArmedSides(actors).Settle(happenings);
        var writer = new EventWriter(
            parsed,
            new Attester(statements, actors, happenings, parsed.Tokens.Article.Published),
            _composition,
            explain
        );
        ImmutableArray<Happening> inOrder = [.. happenings.Where(one => !IsFlight(one)).OrderBy(one => one.Best.Trigger.Index)];
        ImmutableArray<Event> events = [.. inOrder.Select((one, i) => writer.Write(one, $"e{i + 1}"))];
        return new EventTable(LoneSentence.Is(parsed) ? LoneSentence.Trust(events) : events, [.. inOrder.Select(EventWriter.Triggers)])
        {
            Numbers = [.. inOrder.Select(EventWriter.Numbers)],
        };
    }

    internal static List<Telling> ReadTellings(
        ParsedText parsed,
        MentionTable mentions,
        ActorTable actors,
        PlaceTable places,
        TimeTable times,
        StatementTable statements,
        Countries countries
    )
    {
        var reader = new TellingReader(parsed, new PartyResolver(actors, places, statements, countries), places, times, statements);
        var told = NamedDeeds.AddTo(mentions, parsed);
        if (LoneSentence.Is(parsed))
            told = LoneSentence.AddSpoken([.. told], mentions, parsed);
        return
        [
            .. told.Where(mention =>
                    !IsOfPromise(mention, mentions)
                    && !IsNoPlan(mention, parsed[mention.Word])
                    && !IsCompared(parsed[mention.Word])
                    && !IsEnded(mention, parsed[mention.Word], mentions)
                )
                .Select(mention =>
                    reader.Read(
                        StandingAdjectives.Mend(
                            Implicatives.Settle(ObjectDeeds.Mend(mention, parsed, mentions), parsed[mention.Word]),
                            parsed
                        )
                    )
                ),
        ];
    }

    /// <summary>"Called on Paris not to send troops", "stopped short of pledging to send troops", "doubts that it is a withdrawal": no deed that is wanted or planned.</summary>
    private static bool IsNoPlan(EventMention mention, Node trigger)
    {
        if (mention.Status.Best == EventStatus.Planned)
            return SpeechReality.IsOfUnsaid(trigger);
        if (mention.Status.Best != EventStatus.Demanded)
            return false;
        if (SpeechReality.IsOfDoubt(trigger) || SpeechReality.IsNamed(trigger))
            return true;
        foreach (var child in trigger.Children)
            if (child.Has("Polarity=Neg") || child.IsForm("never"))
                return true;
        return false;
    }

    /// <summary>"Four million people have left": civilians who leave give nothing up.</summary>
    private static bool IsFlight(Happening one) =>
        one.Type == EventType.Retreat
        && one.Doers.Count > 0
        && one.Doers.All(doer =>
            doer.Word >= 0 && ActorWords.Role(one.Best.Trigger.Parsed.Tokens.Form(doer.Word).ToString()) is { Code: "CVL" }
        )
        && DeedCodes.Find(one.Best.Trigger, one.Type).Mode == "withdraw";

    /// <summary>"Closer than at any round before": what others are compared with tells no deed of its own.</summary>
    private static bool IsCompared(Node trigger) => trigger.Child("than").Exists && trigger.Child("any").Exists;

    /// <summary>"Lifted the blockade", "a halt to its attacks": a deed that its doer ends is told by its end; "to halt rocket fire from Gaza" tells another's.</summary>
    private static bool IsEnded(EventMention mention, Node trigger, MentionTable mentions) =>
        mention.Type.Best is EventType.Assault or EventType.Coerce or EventType.Protest or EventType.Sanction
        && mention.Status.Best != EventStatus.Happened
        && (trigger.Relation.Is(Relation.Obj) || trigger.Relation == Relation.NsubjPass || trigger.Relation.Is(Relation.Nmod))
        && mentions.EventAt(trigger.Head.Index) is { Probability: >= 0.5f, Type.Best: EventType.Retreat } end
        && DeedCodes.Find(trigger.Head, EventType.Retreat).Line != "*"
        && mention.Doers.All(doer => end.Doers.Any(own => own.Word == doer.Word));

    /// <summary>"This is no truce", "did not say how many would leave": words about a promise, which tell no deed.</summary>
    private static bool IsOfPromise(EventMention mention, MentionTable mentions)
    {
        foreach (var passage in mentions.Passages)
            if (passage.Words.Contains(mention.Word))
                return passage.Kind == PassageKind.Gap
                    || passage.Kind == PassageKind.Limit && mention.Status.Best is EventStatus.Denied or EventStatus.Refused;
        return false;
    }
}
