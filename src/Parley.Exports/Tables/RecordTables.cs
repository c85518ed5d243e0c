using Parley.Corrections;
using Parley.Records;
using static Parley.Exports.Tables.RecordCells;

namespace Parley.Exports.Tables;

/// <summary>The tables of what articles tell.</summary>
internal static class RecordTables
{
    public static LedgerTable Statements() =>
        new LedgerTableOf<Row<Statement>>(
            new(
                "statements",
                "who said what",
                [
                    .. Head<Statement>(said => said.Id, said => said.Evidence),
                    Column<Row<Statement>>.OfMany("speakers", "who speaks", row => Names(row.Reading, row.Record.Speakers)),
                    Column<Row<Statement>>.OfMany("speaker_codes", "their codes", row => Codes(row.Reading, row.Record.Speakers)),
                    Column<Row<Statement>>.Of("act", "what is done by saying it", row => ReadingJson.Spell(row.Record.Act)),
                    Column<Row<Statement>>.Of("kind", "direct, mixed or indirect", row => ReadingJson.Spell(row.Record.Kind)),
                    Column<Row<Statement>>.Of("cue", "the reporting words", row => row.Record.Cue),
                    Column<Row<Statement>>.OfMany(
                        "content",
                        "what was said, piece by piece",
                        row => row.Record.Content.Select(span => Words(row.Reading, span))
                    ),
                    Column<Row<Statement>>.Of("venue", "to or through whom", row => row.Record.Venue),
                    Column<Row<Statement>>.Of("addressee", "to whom it is addressed", row => Find(row.Reading, row.Record.Addressee)?.Name),
                    Column<Row<Statement>>.Of("time", "when, in TimeML", row => TimeOf(row.Reading, row.Record.Time)),
                    Column<Row<Statement>>.Of("place", "where", row => PlaceOf(row.Reading, row.Record.Place)?.Name),
                    Column<Row<Statement>>.Of("nested_in", "id of the statement around it", row => row.Record.NestedIn),
                    Column<Row<Statement>>.Of("confidence", "0 to 1", row => (double?)row.Record.Confidence),
                ],
                "article",
                "record"
            ),
            source =>
                Rows(
                    source,
                    reading => reading.Statements,
                    (reading, said) => source.IsAsked(reading, said.Speakers) && source.IsSure(said.Uncertain)
                )
        );

    public static LedgerTable Events() =>
        new LedgerTableOf<Row<Event>>(
            EventsTable,
            source =>
                Rows(
                    source,
                    reading => reading.Events,
                    (reading, deed) =>
                        source.IsAsked(reading, deed.Sources, deed.Targets)
                        && source.Query.IsTopic(ReadingJson.Spell(deed.Type), deed.Mode)
                        && source.IsSure(deed.Uncertain)
                )
        );

    /// <summary>Events as they are told, with how they stand: plans, threats and denials are rows too, each with its status.</summary>
    public static Table<Row<Event>> EventsTable { get; } =
        new(
            "events",
            "who did what to whom, telling by telling, with how it stands: see status",
            [
                .. Head<Event>(deed => deed.Id, deed => deed.Evidence),
                Column<Row<Event>>.Of("type", "PLOVER type of the deed, done or not", row => ReadingJson.Spell(row.Record.Type)),
                Column<Row<Event>>.Of("mode", "PLOVER mode", row => row.Record.Mode),
                Column<Row<Event>>.Of(
                    "plover",
                    "PLOVER type of deed and status together",
                    row => row.Record.Plover is { } plover ? ReadingJson.Spell(plover) : null
                ),
                Column<Row<Event>>.OfMany("contexts", "PLOVER contexts", row => row.Record.Contexts),
                Column<Row<Event>>.Of("cameo", "CAMEO code of deed and status together", row => row.Record.Cameo),
                Column<Row<Event>>.Of("goldstein", "its score in GDELT's table", row => row.Record.Goldstein),
                Column<Row<Event>>.Of("status", "how it stands", row => ReadingJson.Spell(row.Record.Status)),
                Column<Row<Event>>.Of("attestation", "who stands behind it", row => ReadingJson.Spell(row.Record.Attestation)),
                Column<Row<Event>>.OfMany("doers", "who did it", row => Names(row.Reading, row.Record.Sources)),
                Column<Row<Event>>.OfMany("doer_codes", "their codes", row => Codes(row.Reading, row.Record.Sources)),
                Column<Row<Event>>.OfMany("targets", "to whom", row => Names(row.Reading, row.Record.Targets)),
                Column<Row<Event>>.OfMany("target_codes", "their codes", row => Codes(row.Reading, row.Record.Targets)),
                Column<Row<Event>>.Of("place", "where", row => PlaceOf(row.Reading, row.Record.Place)?.Name),
                Column<Row<Event>>.Of("country", "ISO 3166 alpha-3 of the place", row => PlaceOf(row.Reading, row.Record.Place)?.Country),
                Column<Row<Event>>.Of("lat", "degrees north; of an area, its middle", row => PlaceOf(row.Reading, row.Record.Place)?.Lat),
                Column<Row<Event>>.Of("lon", "degrees east; of an area, its middle", row => PlaceOf(row.Reading, row.Record.Place)?.Lon),
                Column<Row<Event>>.Of(
                    "precision",
                    "how exactly these stand for the place",
                    row => PlaceOf(row.Reading, row.Record.Place)?.Precision is { } precision ? ReadingJson.Spell(precision) : null
                ),
                Column<Row<Event>>.Of("time", "when, in TimeML", row => TimeOf(row.Reading, row.Record.Time)),
                Column<Row<Event>>.Of("statement", "id of the statement that tells it", row => row.Record.Statement),
                Column<Row<Event>>.OfMany("denied_by", "ids of the statements that deny it", row => row.Record.DeniedBy),
                Column<Row<Event>>.Of("confidence", "0 to 1", row => (double?)row.Record.Confidence),
            ],
            "article",
            "record"
        );

    public static LedgerTable Figures() =>
        new LedgerTableOf<Row<Figure>>(
            new(
                "figures",
                "how many, value by value",
                [
                    .. Head<Figure>(figure => figure.Id, figure => figure.Evidence),
                    Column<Row<Figure>>.Of("measure", "what is counted", row => ReadingJson.Spell(row.Record.Measure)),
                    Column<Row<Figure>>.Of("value", "the number; the lower end of a range", row => (double?)row.Record.Value),
                    Column<Row<Figure>>.Of("high", "the upper end of a range", row => (double?)row.Record.High),
                    Column<Row<Figure>>.Of("before", "what it was before", row => (double?)row.Record.Before),
                    Column<Row<Figure>>.Of("bound", "how it bounds the truth", row => ReadingJson.Spell(row.Record.Bound)),
                    Column<Row<Figure>>.Of("unit", "unit of money or measure", row => row.Record.Unit),
                    Column<Row<Figure>>.Of("who", "the words for those counted", row => row.Record.Who),
                    Column<Row<Figure>>.Of("part_of", "id of the figure it is part of", row => row.Record.PartOf),
                    Column<Row<Figure>>.Of("event", "id of the event that it counts", row => row.Record.Event),
                    Column<Row<Figure>>.Of("statement", "id of the statement that gives it", row => row.Record.Statement),
                ],
                "article",
                "record"
            ),
            source => Rows(source, reading => reading.Figures, (_, _) => true)
        );

    public static LedgerTable Positions() =>
        new LedgerTableOf<Row<Position>>(
            new(
                "positions",
                "who wants what at the table",
                [
                    .. Head<Position>(position => position.Id, position => position.Evidence),
                    Column<Row<Position>>.Of("party", "whose it is", row => Find(row.Reading, row.Record.Party)?.Name),
                    Column<Row<Position>>.Of("party_code", "its code", row => Find(row.Reading, row.Record.Party)?.Code),
                    Column<Row<Position>>.Of("topic", "what it is about", row => row.Record.Topic),
                    Column<Row<Position>>.Of("stance", "how the party stands to it", row => ReadingJson.Spell(row.Record.Stance)),
                    Column<Row<Position>>.OfMany(
                        "about",
                        "places and actors it is about",
                        row => row.Record.About.Select(id => PlaceOf(row.Reading, id)?.Name ?? Find(row.Reading, id)?.Name).OfType<string>()
                    ),
                    Column<Row<Position>>.OfMany("guarantors", "who is to guarantee it", row => Names(row.Reading, row.Record.Guarantors)),
                    Column<Row<Position>>.Of("term", "a period, ISO 8601", row => row.Record.Term),
                    Column<Row<Position>>.Of("statement", "id of the statement that takes it", row => row.Record.Statement),
                    Column<Row<Position>>.Of("time", "when, in TimeML", row => TimeOf(row.Reading, row.Record.Time)),
                    Column<Row<Position>>.Of("confidence", "0 to 1", row => (double?)row.Record.Confidence),
                ],
                "article",
                "record"
            ),
            source =>
                Rows(
                    source,
                    reading => reading.Positions,
                    (reading, position) =>
                        source.IsAsked(reading, [position.Party])
                        && source.Query.IsTopic(position.Topic)
                        && source.IsSure(position.Uncertain)
                )
        );

    public static LedgerTable Promises() =>
        new LedgerTableOf<Row<Undertaking>>(
            new(
                "promises",
                "undertakings as single articles tell them; the table undertakings has each once",
                [
                    .. Head<Undertaking>(promise => promise.Id, promise => promise.Evidence),
                    Column<Row<Undertaking>>.Of("by", "who bound himself", row => Find(row.Reading, row.Record.By)?.Name),
                    Column<Row<Undertaking>>.Of("by_code", "his code", row => Find(row.Reading, row.Record.By)?.Code),
                    Column<Row<Undertaking>>.OfMany("to", "to whom", row => Names(row.Reading, row.Record.To)),
                    Column<Row<Undertaking>>.Of("kind", "what sort", row => ReadingJson.Spell(row.Record.Kind)),
                    Column<Row<Undertaking>>.Of("text", "the words that state it best", row => Words(row.Reading, row.Record.Text)),
                    Column<Row<Undertaking>>.OfMany(
                        "places",
                        "what places it covers",
                        row => row.Record.Places.Select(id => PlaceOf(row.Reading, id)?.Name).OfType<string>()
                    ),
                    Column<Row<Undertaking>>.Of("from", "since when, in TimeML", row => TimeOf(row.Reading, row.Record.From)),
                    Column<Row<Undertaking>>.Of("until", "until when, in TimeML", row => TimeOf(row.Reading, row.Record.Until)),
                    Column<Row<Undertaking>>.OfMany(
                        "conditions",
                        "on what it hangs",
                        row => row.Record.Conditions.Select(span => Words(row.Reading, span))
                    ),
                    Column<Row<Undertaking>>.OfMany(
                        "limits",
                        "what it does not cover",
                        row => row.Record.Limits.Select(span => Words(row.Reading, span))
                    ),
                    Column<Row<Undertaking>>.Of("confidence", "0 to 1", row => (double?)row.Record.Confidence),
                ],
                "article",
                "record"
            ),
            source =>
                Rows(
                    source,
                    reading => reading.Undertakings,
                    (reading, promise) => source.IsAsked(reading, [promise.By]) && source.IsSure(promise.Uncertain)
                )
        );

    public static LedgerTable Evidence() =>
        new LedgerTableOf<EvidenceRow>(
            new(
                "evidence",
                "every span that proves a record, in the order of the text",
                [
                    Column<EvidenceRow>.Of("article", "the article", row => row.Reading.Article.Id),
                    Column<EvidenceRow>.Of("record", "the record's id in the article", row => row.Record),
                    Column<EvidenceRow>.Of("kind", "the kind of the record", row => CorrectionJson.Spell(row.Kind)),
                    Column<EvidenceRow>.Of("number", "which of its spans, from 1", row => (long?)row.Number),
                    Column<EvidenceRow>.Of("start", "where it begins, in UTF-16 code units", row => (long?)row.Span.Start),
                    Column<EvidenceRow>.Of("end", "where it ends", row => (long?)row.Span.End),
                    Column<EvidenceRow>.Of("words", "the words themselves", row => row.Span.Of(row.Reading.Article.Text).ToString()),
                ],
                "article",
                "record",
                "number"
            ),
            source => source.Readings().SelectMany(EvidenceRow.Of)
        );
}
