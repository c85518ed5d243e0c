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
                    Columns.OfMany<Row<Statement>>("speakers", "who speaks", row => Names(row.Reading, row.Record.Speakers)),
                    Columns.OfMany<Row<Statement>>("speaker_codes", "their codes", row => Codes(row.Reading, row.Record.Speakers)),
                    Columns.Of<Row<Statement>>("act", "what is done by saying it", row => ReadingJson.Spell(row.Record.Act)),
                    Columns.Of<Row<Statement>>("kind", "direct, mixed or indirect", row => ReadingJson.Spell(row.Record.Kind)),
                    Columns.Of<Row<Statement>>("cue", "the reporting words", row => row.Record.Cue),
                    Columns.OfMany<Row<Statement>>(
                        "content",
                        "what was said, piece by piece",
                        row => row.Record.Content.Select(span => Words(row.Reading, span))
                    ),
                    Columns.Of<Row<Statement>>("venue", "to or through whom", row => row.Record.Venue),
                    Columns.Of<Row<Statement>>(
                        "addressee",
                        "to whom it is addressed",
                        row => Find(row.Reading, row.Record.Addressee)?.Name
                    ),
                    Columns.Of<Row<Statement>>("time", "when, in TimeML", row => TimeOf(row.Reading, row.Record.Time)),
                    Columns.Of<Row<Statement>>("place", "where", row => PlaceOf(row.Reading, row.Record.Place)?.Name),
                    Columns.Of<Row<Statement>>("nested_in", "id of the statement around it", row => row.Record.NestedIn),
                    Columns.Of<Row<Statement>>("confidence", "0 to 1", row => (double?)row.Record.Confidence),
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
                Columns.Of<Row<Event>>("type", "PLOVER type of the deed, done or not", row => ReadingJson.Spell(row.Record.Type)),
                Columns.Of<Row<Event>>("mode", "PLOVER mode", row => row.Record.Mode),
                Columns.Of<Row<Event>>(
                    "plover",
                    "PLOVER type of deed and status together",
                    row => row.Record.Plover is { } plover ? ReadingJson.Spell(plover) : null
                ),
                Columns.OfMany<Row<Event>>("contexts", "PLOVER contexts", row => row.Record.Contexts),
                Columns.Of<Row<Event>>("cameo", "CAMEO code of deed and status together", row => row.Record.Cameo),
                Columns.Of<Row<Event>>("goldstein", "its score in GDELT's table", row => row.Record.Goldstein),
                Columns.Of<Row<Event>>("status", "how it stands", row => ReadingJson.Spell(row.Record.Status)),
                Columns.Of<Row<Event>>("attestation", "who stands behind it", row => ReadingJson.Spell(row.Record.Attestation)),
                Columns.OfMany<Row<Event>>("doers", "who did it", row => Names(row.Reading, row.Record.Sources)),
                Columns.OfMany<Row<Event>>("doer_codes", "their codes", row => Codes(row.Reading, row.Record.Sources)),
                Columns.OfMany<Row<Event>>("targets", "to whom", row => Names(row.Reading, row.Record.Targets)),
                Columns.OfMany<Row<Event>>("target_codes", "their codes", row => Codes(row.Reading, row.Record.Targets)),
                Columns.OfMany<Row<Event>>(
                    "inferred",
                    "doers and targets whom no words of the deed name: taken from the article",
                    row => Names(row.Reading, row.Record.Inferred)
                ),
                Columns.Of<Row<Event>>("place", "where", row => PlaceOf(row.Reading, row.Record.Place)?.Name),
                Columns.Of<Row<Event>>("country", "ISO 3166 alpha-3 of the place", row => PlaceOf(row.Reading, row.Record.Place)?.Country),
                Columns.Of<Row<Event>>("lat", "degrees north; of an area, its middle", row => PlaceOf(row.Reading, row.Record.Place)?.Lat),
                Columns.Of<Row<Event>>("lon", "degrees east; of an area, its middle", row => PlaceOf(row.Reading, row.Record.Place)?.Lon),
                Columns.Of<Row<Event>>(
                    "precision",
                    "how exactly these stand for the place",
                    row => PlaceOf(row.Reading, row.Record.Place)?.Precision is { } precision ? ReadingJson.Spell(precision) : null
                ),
                Columns.Of<Row<Event>>("time", "when, in TimeML", row => TimeOf(row.Reading, row.Record.Time)),
                Columns.Of<Row<Event>>("statement", "id of the statement that tells it", row => row.Record.Statement),
                Columns.OfMany<Row<Event>>("denied_by", "ids of the statements that deny it", row => row.Record.DeniedBy),
                Columns.Of<Row<Event>>("confidence", "0 to 1", row => (double?)row.Record.Confidence),
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
                    Columns.Of<Row<Figure>>("measure", "what is counted", row => ReadingJson.Spell(row.Record.Measure)),
                    Columns.Of<Row<Figure>>("value", "the number; the lower end of a range", row => (double?)row.Record.Value),
                    Columns.Of<Row<Figure>>("high", "the upper end of a range", row => (double?)row.Record.High),
                    Columns.Of<Row<Figure>>("before", "what it was before", row => (double?)row.Record.Before),
                    Columns.Of<Row<Figure>>("bound", "how it bounds the truth", row => ReadingJson.Spell(row.Record.Bound)),
                    Columns.Of<Row<Figure>>("unit", "unit of money or measure", row => row.Record.Unit),
                    Columns.Of<Row<Figure>>("who", "the words for those counted", row => row.Record.Who),
                    Columns.Of<Row<Figure>>("part_of", "id of the figure it is part of", row => row.Record.PartOf),
                    Columns.Of<Row<Figure>>("event", "id of the event that it counts", row => row.Record.Event),
                    Columns.Of<Row<Figure>>("statement", "id of the statement that gives it", row => row.Record.Statement),
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
                    Columns.Of<Row<Position>>("party", "whose it is", row => Find(row.Reading, row.Record.Party)?.Name),
                    Columns.Of<Row<Position>>("party_code", "its code", row => Find(row.Reading, row.Record.Party)?.Code),
                    Columns.Of<Row<Position>>("topic", "what it is about", row => row.Record.Topic),
                    Columns.Of<Row<Position>>("stance", "how the party stands to it", row => ReadingJson.Spell(row.Record.Stance)),
                    Columns.OfMany<Row<Position>>(
                        "about",
                        "places and actors it is about",
                        row => row.Record.About.Select(id => PlaceOf(row.Reading, id)?.Name ?? Find(row.Reading, id)?.Name).OfType<string>()
                    ),
                    Columns.OfMany<Row<Position>>("guarantors", "who is to guarantee it", row => Names(row.Reading, row.Record.Guarantors)),
                    Columns.Of<Row<Position>>("term", "a period, ISO 8601", row => row.Record.Term),
                    Columns.Of<Row<Position>>("statement", "id of the statement that takes it", row => row.Record.Statement),
                    Columns.Of<Row<Position>>("time", "when, in TimeML", row => TimeOf(row.Reading, row.Record.Time)),
                    Columns.Of<Row<Position>>("confidence", "0 to 1", row => (double?)row.Record.Confidence),
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
                    Columns.Of<Row<Undertaking>>("by", "who bound himself", row => Find(row.Reading, row.Record.By)?.Name),
                    Columns.Of<Row<Undertaking>>("by_code", "his code", row => Find(row.Reading, row.Record.By)?.Code),
                    Columns.OfMany<Row<Undertaking>>("to", "to whom", row => Names(row.Reading, row.Record.To)),
                    Columns.Of<Row<Undertaking>>("kind", "what sort", row => ReadingJson.Spell(row.Record.Kind)),
                    Columns.Of<Row<Undertaking>>("text", "the words that state it best", row => Words(row.Reading, row.Record.Text)),
                    Columns.OfMany<Row<Undertaking>>(
                        "places",
                        "what places it covers",
                        row => row.Record.Places.Select(id => PlaceOf(row.Reading, id)?.Name).OfType<string>()
                    ),
                    Columns.Of<Row<Undertaking>>("from", "since when, in TimeML", row => TimeOf(row.Reading, row.Record.From)),
                    Columns.Of<Row<Undertaking>>("until", "until when, in TimeML", row => TimeOf(row.Reading, row.Record.Until)),
                    Columns.OfMany<Row<Undertaking>>(
                        "conditions",
                        "on what it hangs",
                        row => row.Record.Conditions.Select(span => Words(row.Reading, span))
                    ),
                    Columns.OfMany<Row<Undertaking>>(
                        "limits",
                        "what it does not cover",
                        row => row.Record.Limits.Select(span => Words(row.Reading, span))
                    ),
                    Columns.Of<Row<Undertaking>>("confidence", "0 to 1", row => (double?)row.Record.Confidence),
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
                    Columns.Of<EvidenceRow>("article", "the article", row => row.Reading.Article.Id),
                    Columns.Of<EvidenceRow>("record", "the record's id in the article", row => row.Record),
                    Columns.Of<EvidenceRow>("kind", "the kind of the record", row => CorrectionJson.Spell(row.Kind)),
                    Columns.Of<EvidenceRow>("number", "which of its spans, from 1", row => (long?)row.Number),
                    Columns.Of<EvidenceRow>("start", "where it begins, in UTF-16 code units", row => (long?)row.Span.Start),
                    Columns.Of<EvidenceRow>("end", "where it ends", row => (long?)row.Span.End),
                    Columns.Of<EvidenceRow>("words", "the words themselves", row => row.Span.Of(row.Reading.Article.Text).ToString()),
                ],
                "article",
                "record",
                "number"
            ),
            source => source.Readings().SelectMany(EvidenceRow.Of)
        );
}
