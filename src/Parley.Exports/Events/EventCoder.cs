using System.Collections.Immutable;
using Parley.Claims;
using Parley.Ledger;
using Parley.Records;

namespace Parley.Exports.Events;

/// <summary>
/// Makes distinct events of the records of many articles. In: what is exported. Out: each event once, with its tellings, coded as event data have it;
/// claims that the ledger joins are one, and so are a copy's records with those of its original. What is no deed and no word of one is counted as left out.
/// </summary>
/// <param name="source">What is exported.</param>
internal sealed class EventCoder(ExportSource source)
{
    private readonly Dictionary<string, List<(EventTelling Telling, EventSense Sense)>> _groups = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _keys = new(StringComparer.Ordinal);
    private readonly HashSet<(string Copy, string Record)> _taken = [];
    private readonly List<string> _order = [];

    /// <summary>The events, in the order of their first tellings.</summary>
    public ImmutableArray<CodedEvent> Code()
    {
        var claims = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var claim in ClaimJoiner.Join(source.AllReadings))
        foreach (var told in claim.Tellings)
            if (!told.IsCount)
                claims[NameOf(told.Reading, told.Record)] = claim.Id;
        var byId = source.AllReadings.ToDictionary(reading => reading.Article.Id, StringComparer.Ordinal);
        // Originals first, so that a copy finds what it copies whatever the order of the two.
        foreach (var isCopy in new[] { false, true })
        foreach (var reading in source.AllReadings.Where(reading => source.Copies.ContainsKey(reading.Article.Id) == isCopy))
        {
            var original = isCopy ? source.Copies[reading.Article.Id] : null;
            foreach (var record in reading.Events)
                Take(reading, record, original, original is null ? null : byId.GetValueOrDefault(original), claims);
        }
        return [.. _order.Select(key => Coded(_groups[key])).OfType<CodedEvent>().Where(IsAsked)];
    }

    private void Take(Reading reading, Event record, string? original, Reading? copied, Dictionary<string, string> claims)
    {
        if (!source.IsSure(record.Uncertain))
            return;
        var name = NameOf(reading, record.Id);
        if (copied is not null && TwinOf(reading, record, copied) is { } twin)
        {
            // A copy tells what its original tells, however it was read.
            if (_keys.TryGetValue(NameOf(copied, twin.Id), out var its))
                _groups[its].Add((new EventTelling(reading, record, original), _groups[its][0].Sense));
            else
                source.LeaveOut("of a copy, and not of its original");
            return;
        }
        if (EventSense.Of(reading, record, out var whyNot) is not { } sense)
        {
            source.LeaveOut(whyNot!);
            return;
        }
        var key = claims.GetValueOrDefault(name, name) + "/" + ReadingJson.Spell(sense.Type);
        _keys.Add(name, key);
        if (!_groups.TryGetValue(key, out var group))
        {
            _groups.Add(key, group = []);
            _order.Add(key);
        }
        group.Add((new EventTelling(reading, record, original), sense));
    }

    /// <summary>
    /// The record of an original that a copy's is: the same word for the deed in the same clause, else the same word of the same type and status. Each is
    /// taken once. Null where there is none.
    /// </summary>
    private Event? TwinOf(Reading reading, Event record, Reading copied)
    {
        var trigger = record.Trigger.Of(reading.Article.Text).ToString();
        var there = copied
            .Events.Where(other =>
                other.Trigger.Of(copied.Article.Text).SequenceEqual(trigger) && !_taken.Contains((reading.Article.Id, other.Id))
            )
            .ToList();
        var twin =
            there.Find(other => string.Equals(Clause(copied, other), Clause(reading, record), StringComparison.Ordinal))
            ?? there.Find(other => other.Type == record.Type && other.Status == record.Status);
        if (twin is not null)
            _taken.Add((reading.Article.Id, twin.Id));
        return twin;
    }

    private static string Clause(Reading reading, Event record) =>
        Citation.OneLine(new EventTelling(reading, record, null).Clause.Of(reading.Article.Text));

    private CodedEvent? Coded(List<(EventTelling Telling, EventSense Sense)> group)
    {
        var (first, sense) = group[0];
        var parties = group.Select(pair => PartiesOf(pair.Telling, pair.Sense)).MaxBy(pair => pair.Actors.Length + pair.Recipients.Length);
        var days = group
            .Select(pair => EventDays.Of(pair.Telling, pair.Sense.IsWord))
            .OfType<EventDays>()
            .OrderBy(day => day.Precision)
            .FirstOrDefault();
        if (days is null)
        {
            source.LeaveOut("without a day, as is its report");
            return null;
        }
        if (sense is { Type: EventType.Retreat, IsWord: false } && !parties.Actors.IsEmpty && parties.Actors.All(IsOfCivilians))
        {
            source.LeaveOut("civilians who leave, which is no withdrawal");
            return null;
        }
        var (place, words) = group.Select(pair => PlaceOf(pair.Telling)).FirstOrDefault(pair => pair.Place is not null);
        var figures = group
            .Select(pair => pair.Telling.Reading.Figures.Where(figure => pair.Telling.Event.Figures.Contains(figure.Id)))
            .FirstOrDefault(found => found.Any(), []);
        return new CodedEvent
        {
            Tellings = [.. group.Select(pair => pair.Telling)],
            Type = sense.Type,
            Mode = sense.Mode,
            Cameo = sense.Cameo,
            IsWord = sense.IsWord,
            Actors = parties.Actors,
            Recipients = parties.Recipients,
            IsMutual = parties.Recipients.IsEmpty && parties.Actors.Length > 1 && IsMutual(sense.Type),
            Date = days.From,
            EndDate = days.To,
            Precision = days.Precision,
            Place = sense.IsWord ? null : place,
            PlaceWords = sense.IsWord ? null : words,
            DeedPlace = sense.IsWord ? place : null,
            Figures = [.. figures],
            Goldstein = EventScores.Goldstein(sense.Cameo),
        };
    }

    /// <summary>
    /// True for what several do each to the others. Attackers named together are not taken for enemies of each other: they may as well have struck a third,
    /// who is not told.
    /// </summary>
    private static bool IsMutual(EventType type) =>
        type is EventType.Consult or EventType.Agree or EventType.Cooperate or EventType.Support;

    /// <summary>
    /// Who acts on whom. Words are their speaker's: who demands, accuses, threatens or refuses acts, and the doer of the deed is whom it is said to; a plan
    /// is its doer's own, whoever tells it.
    /// </summary>
    private static (ImmutableArray<CodedParty> Actors, ImmutableArray<CodedParty> Recipients) PartiesOf(EventTelling told, EventSense sense)
    {
        var (reading, record) = (told.Reading, told.Event);
        var (doers, objects) = ClaimReader.PartiesOf(reading, record);
        var isOthers = record.Status switch
        {
            EventStatus.Demanded => true,
            EventStatus.Alleged => true,
            EventStatus.Refused => told.Statement?.Act == StatementAct.Rejects,
            EventStatus.Threatened => told.Statement?.Act == StatementAct.Threatens,
            _ => false,
        };
        ImmutableArray<Actor> speakers =
        [
            .. (told.Statement?.Speakers ?? []).Select(id => reading.Actors.FirstOrDefault(actor => actor.Id == id)).OfType<Actor>(),
        ];
        if (!isOthers && sense.IsWord)
            return OfPlan(told, doers, objects, speakers);
        if (!isOthers)
            return (Coded(reading, doers), Coded(reading, objects));
        var sides = speakers.Select(actor => CodedParty.Of(actor, reading.Actors)).Select(SideOf).ToList();
        var others = doers.Where(actor => !sides.Contains(SideOf(CodedParty.Of(actor, reading.Actors)))).ToImmutableArray();
        if (record.Status is EventStatus.Demanded or EventStatus.Alleged || !others.IsEmpty)
            return (Coded(reading, speakers), Coded(reading, others));
        // Who refuses or threatens a deed of his own does so to those it would be done to.
        return (Coded(reading, speakers), Coded(reading, [.. objects.Where(actor => !speakers.Contains(actor))]));
    }

    /// <summary>
    /// The parties of a plan. Who promises a deed of his own need not be named beside it again; who promises to meet or to work with another is the one who
    /// agrees, and the other is whom he agrees with.
    /// </summary>
    private static (ImmutableArray<CodedParty> Actors, ImmutableArray<CodedParty> Recipients) OfPlan(
        EventTelling told,
        ImmutableArray<Actor> doers,
        ImmutableArray<Actor> objects,
        ImmutableArray<Actor> speakers
    )
    {
        var (reading, record) = (told.Reading, told.Event);
        ImmutableArray<Actor> own = [.. speakers.Where(actor => record.Sources.Contains(actor.Id))];
        var isWithOthers =
            told.Statement?.Act == StatementAct.Promises
            && record.Type is EventType.Consult or EventType.Cooperate
            && own.IsEmpty
            && !speakers.IsEmpty;
        return isWithOthers
            ? (Coded(reading, speakers), Coded(reading, doers.AddRange(objects)))
            : (Coded(reading, [.. own.Concat(doers).Distinct()]), Coded(reading, objects));
    }

    private static string SideOf(CodedParty party) =>
        party.Country is { } country && !party.Roles.Contains("REB") && !party.Roles.Contains("OPP") && !party.Roles.Contains("CVL")
            ? country
            : party.Code + "/" + (party.Code.Length == 0 ? party.Name : "");

    private static ImmutableArray<CodedParty> Coded(Reading reading, ImmutableArray<Actor> actors) =>
        [.. actors.Select(actor => CodedParty.Of(actor, reading.Actors)).DistinctBy(party => (party.Code, party.Name))];

    private static bool IsOfCivilians(CodedParty party) =>
        party.Roles is ["CVL" or "REF", ..] || (party.Code.Length == 0 && party.IsPeople);

    private static (Place? Place, string? Words) PlaceOf(EventTelling told) =>
        told.Reading.Places.FirstOrDefault(place => place.Id == told.Event.Place && place.Use == PlaceUse.Literal) is { } found
            ? (found, found.Evidence.IsEmpty ? found.Name : found.Evidence[0].Of(told.Reading.Article.Text).ToString())
            : (null, null);

    private bool IsAsked(CodedEvent coded) =>
        (source.Query.Party is null || coded.Actors.Concat(coded.Recipients).Any(party => source.Query.IsParty(party.Code, party.Name)))
        && source.Query.IsTopic(ReadingJson.Spell(coded.Type), ReadingJson.Spell(coded.Record.Type), coded.Mode);

    private static string NameOf(Reading reading, string record) => $"{reading.Article.Id}/{record}";
}
