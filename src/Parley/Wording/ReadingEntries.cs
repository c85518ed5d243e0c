using System.Collections.Immutable;
using System.Globalization;
using Parley.Records;

namespace Parley.Wording;

/// <summary>Words the records of a reading: ids become names, spans become quotations.</summary>
public sealed partial class ReadingEntries
{
    private readonly Reading _reading;
    private readonly Dictionary<string, string> _names;
    private readonly HashSet<string> _uncertain;

    private ReadingEntries(Reading reading)
    {
        _reading = reading;
        _names = reading
            .Actors.Select(actor => (actor.Id, actor.Name))
            .Concat(reading.Places.Select(place => (place.Id, place.Name)))
            .Concat(reading.Times.Select(time => (time.Id, Name: WordsOf(time))))
            .ToDictionary(StringComparer.Ordinal);
        _uncertain =
        [
            .. reading.Statements.Where(statement => statement.Uncertain).Select(statement => statement.Id),
            .. reading.Events.Where(deed => deed.Uncertain).Select(deed => deed.Id),
            .. reading.Undertakings.Where(undertaking => undertaking.Uncertain).Select(undertaking => undertaking.Id),
        ];
    }

    /// <summary>All records but actors and places that are named for those who act, kind by kind, each in the order of the text.</summary>
    public static ImmutableArray<Entry> Of(Reading reading)
    {
        var entries = new ReadingEntries(reading);
        return
        [
            .. reading.Statements.Select(entries.Of),
            .. reading.Events.Select(entries.Of),
            .. reading.Figures.Select(entries.Of),
            .. reading.Undertakings.Select(entries.Of),
            .. reading.Positions.Select(entries.Of),
            .. reading.Places.Where(place => place.Use == PlaceUse.Literal).Select(entries.Of),
            .. reading.Times.Select(entries.Of),
        ];
    }

    /// <summary>True for facts whose value names other records of the reading.</summary>
    public static bool NamesRecords(string label) =>
        label is "said in" or "made in" or "as told in" or "for" or "against" or "doubts" or "figures" or "event" or "part of";

    /// <summary>A value of an enumeration as the ledger spells it.</summary>
    public static string Spell<T>(T value)
        where T : struct, Enum => ReadingJson.Spell(value);

    private Entry Of(Statement statement)
    {
        var facts = new Facts()
            .Add("said", statement.Act == StatementAct.Rejects ? null : Clause(statement.Content))
            .Add("cue", statement.Cue)
            .Add("manner", Spell(statement.Kind))
            .Add("through", statement.Venue)
            .Add("to", Name(statement.Addressee))
            .Add("time", Name(statement.Time))
            .Add("place", Name(statement.Place))
            .Add("as told in", Refer(statement.NestedIn));
        var parts = statement.Evidence.Concat(Present(statement.SpeakerSpan)).Concat(Present(statement.CueSpan));
        return new Entry(
            statement.Id,
            EntryKind.Statement,
            Heading(statement),
            facts.All,
            statement.Content,
            [.. parts],
            statement.Evidence,
            statement.Confidence,
            statement.Uncertain,
            From: statement.SpeakerSpan
        );
    }

    /// <summary>"Norland denies"; a refusal names at once what is refused, which nobody may take for what is said: "Norland rejects: a ceasefire".</summary>
    private string Heading(Statement statement)
    {
        var heading = $"{Speakers(statement) ?? "Someone unnamed"} {Verb(statement.Act, SpeakersOf(statement).Length > 1)}";
        return statement.Act == StatementAct.Rejects && Clause(statement.Content) is { } refused ? $"{heading}: {refused}" : heading;
    }

    private Entry Of(Event deed)
    {
        var sources = Parties(deed, deed.Sources) ?? "Someone unnamed";
        var type = Spell(deed.Type);
        var facts = new Facts()
            .Add("words", Quote([deed.Trigger]))
            .Add("mode", deed.Mode)
            .Add("contexts", deed.Contexts.IsEmpty ? null : string.Join(", ", deed.Contexts))
            .Add("time", Name(deed.Time))
            .Add(deed.Places.Length > 1 ? "places" : "place", deed.Places.IsEmpty ? Name(deed.Place) : Names(deed.Places))
            .Add("said in", Refer(deed.Statement))
            .Add("figures", Join(deed.Figures))
            .Add("PLOVER", deed.Plover is { } plover && plover != deed.Type ? Spell(plover) : null)
            .Add("CAMEO", deed.Cameo);
        var parties = deed.Targets.IsEmpty ? sources : $"{sources} → {Parties(deed, deed.Targets)}";
        var heading = $"{parties}: {type}, {StandingOf(deed)}";
        // The words that name the deed, and the other tellings as a whole.
        var marks = deed.Evidence.Where(span => !span.Contains(deed.Trigger)).Prepend(deed.Trigger);
        return new Entry(
            deed.Id,
            EntryKind.Event,
            heading,
            facts.All,
            [.. marks],
            deed.Evidence,
            deed.Evidence,
            deed.Confidence,
            deed.Uncertain,
            Spell(deed.Status)
        );
    }

    private Entry Of(Figure figure)
    {
        var facts = new Facts()
            .Add("words", Quote([figure.Span]))
            .Add("part of", figure.PartOf)
            .Add("event", Refer(figure.Event))
            .Add("said in", Refer(figure.Statement));
        var counted = string.Join(
            ' ',
            new[] { Amount(figure), figure.Unit is "percent" ? "of" : figure.Unit, figure.Who }.OfType<string>()
        );
        return new Entry(
            figure.Id,
            EntryKind.Figure,
            $"{Spell(figure.Measure)}: {counted}",
            facts.All,
            [figure.Span],
            figure.Evidence,
            figure.Evidence
        );
    }

    private Entry Of(Undertaking undertaking)
    {
        var facts = new Facts()
            .Add("words", Quote([undertaking.Text]))
            .Add("places", Names(undertaking.Places))
            .Add("from", Name(undertaking.From))
            .Add("until", Name(undertaking.Until))
            .Add("on condition", Quote(undertaking.Conditions))
            .Add("limits", Quote(undertaking.Limits))
            .Add("left open", Quote(undertaking.Open))
            .Add("made in", Join(undertaking.Statements))
            .Add("for", Join(undertaking.EvidenceFor))
            .Add("against", Join(undertaking.EvidenceAgainst))
            .Add("doubts", Join(undertaking.Doubts));
        var to = undertaking.To.IsEmpty ? "" : $" → {Names(undertaking.To)}";
        var heading = $"{Name(undertaking.By)}{to}: {Spell(undertaking.Kind)}, {Spell(undertaking.Status)}";
        var marks = undertaking.Evidence.Where(span => !span.Overlaps(undertaking.Text)).Prepend(undertaking.Text);
        var parts = undertaking.Evidence.Concat(undertaking.Conditions).Concat(undertaking.Limits).Concat(undertaking.Open);
        return new Entry(
            undertaking.Id,
            EntryKind.Undertaking,
            heading,
            facts.All,
            [.. marks],
            [.. parts],
            undertaking.Evidence,
            undertaking.Confidence,
            undertaking.Uncertain,
            Spell(undertaking.Status)
        );
    }

    private Entry Of(Position position)
    {
        var facts = new Facts()
            .Add("about", Names(position.About))
            .Add("guarantors", Names(position.Guarantors))
            .Add("term", position.Term is { } term ? PlainTime.Of(term) ?? term : null)
            .Add("time", Name(position.Time))
            .Add("said in", Refer(position.Statement));
        var heading = $"{Name(position.Party)} {Stance(position.Stance)} {position.Topic}";
        return new Entry(
            position.Id,
            EntryKind.Position,
            heading,
            facts.All,
            position.Evidence,
            [],
            position.Evidence,
            position.Confidence,
            position.Uncertain
        );
    }

    private Entry Of(Place place)
    {
        var facts = new Facts()
            .Add("country", place.Country)
            .Add("division", place.Admin1)
            .Add("exact to", place.Precision is { } precision ? Spell(precision) : "not resolved")
            .Add(
                "lies at",
                place is { Lat: { } lat, Lon: { } lon } ? string.Create(CultureInfo.InvariantCulture, $"{lat:0.###}, {lon:0.###}") : null
            );
        if (place.RadiusKm is { } radius)
            facts.Add("within", string.Create(CultureInfo.InvariantCulture, $"{radius:0.#} km"));
        return new Entry(place.Id, EntryKind.Setting, place.Name, facts.All, place.Mentions, [], place.Evidence);
    }

    private Entry Of(Time time) =>
        new(
            time.Id,
            EntryKind.Setting,
            WordsOf(time),
            new Facts().Add("means", PlainTime.Of(time.Value) ?? (time.Resolved ? null : "a day not known")).All,
            [time.Span],
            [],
            time.Evidence
        );
}
