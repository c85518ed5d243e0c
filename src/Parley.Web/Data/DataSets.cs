using System.Collections.Immutable;
using Parley.Answers;
using Parley.Assessments;
using Parley.Claims;
using Parley.Ledger;
using Parley.Negotiations;
using Parley.Records;

namespace Parley.Web.Data;

/// <summary>All files that can be downloaded.</summary>
internal static class DataSets
{
    /// <summary>They themselves, in the order of the page.</summary>
    public static IReadOnlyList<DataSet> All { get; } =
    [Articles(), Statements(), Events(), Undertakings(), Positions(), Claims(), Figures(), Sources(), new ReadingSet()];

    /// <summary>A file by its name; null where there is none.</summary>
    public static DataSet? Find(string name) => All.FirstOrDefault(set => set.Name == name);

    private static DataSet<ArticleEntry> Articles() =>
        new(
            "articles",
            "Outlet, headline, day, and which are copies of which",
            question => question.Ledger.Articles(new ReadingQuery { AsOf = question.State.AsOf, Side = question.State.Party }),
            [
                ("article", entry => entry.Id),
                ("source", entry => entry.Source),
                ("url", entry => entry.Url),
                ("outlet", entry => entry.Publisher),
                ("title", entry => entry.Title),
                ("published", entry => entry.Published),
                ("added_at", entry => entry.AddedAt),
                ("copy_of", entry => entry.CopyOf),
                ("story", entry => entry.Story),
            ]
        );

    private static DataSet<(Reading Reading, Statement Said)> Statements() =>
        new(
            "statements",
            "Who said what, with the words and where they stand",
            question =>
                question
                    .Readings()
                    .SelectMany(reading => reading.Statements.Select(said => (reading, said)))
                    .Where(pair => Names.Are(pair.reading, pair.said.Speakers, question.State)),
            [
                ("article", row => row.Reading.Article.Id),
                ("record", row => row.Said.Id),
                ("outlet", row => row.Reading.Article.Publisher),
                ("published", row => row.Reading.Article.Published),
                ("speakers", row => Names.Of(row.Reading, row.Said.Speakers)),
                ("codes", row => Names.Codes(row.Reading, row.Said.Speakers)),
                ("act", row => ReadingJson.Spell(row.Said.Act)),
                ("kind", row => ReadingJson.Spell(row.Said.Kind)),
                ("cue", row => row.Said.Cue),
                (
                    "content",
                    row => string.Join(" … ", row.Said.Content.Select(span => Citation.OneLine(span.Of(row.Reading.Article.Text))))
                ),
                ("venue", row => row.Said.Venue),
                ("start", row => row.Said.Evidence[0].Start),
                ("end", row => row.Said.Evidence[0].End),
                ("confidence", row => row.Said.Confidence),
                ("uncertain", row => row.Said.Uncertain),
            ]
        );

    private static DataSet<(Reading Reading, Event Deed)> Events() =>
        new(
            "events",
            "Who did what to whom, where and when, coded in PLOVER and CAMEO",
            question =>
                question
                    .Readings()
                    .SelectMany(reading => reading.Events.Select(deed => (reading, deed)))
                    .Where(pair => Names.Are(pair.reading, pair.deed.Sources.AddRange(pair.deed.Targets), question.State))
                    .Where(pair => question.State.IsTopic(ReadingJson.Spell(pair.deed.Type), pair.deed.Mode)),
            [
                ("article", row => row.Reading.Article.Id),
                ("record", row => row.Deed.Id),
                ("outlet", row => row.Reading.Article.Publisher),
                ("published", row => row.Reading.Article.Published),
                ("type", row => ReadingJson.Spell(row.Deed.Type)),
                ("mode", row => row.Deed.Mode),
                ("contexts", row => row.Deed.Contexts),
                ("cameo", row => row.Deed.Cameo),
                ("goldstein", row => row.Deed.Goldstein),
                ("status", row => ReadingJson.Spell(row.Deed.Status)),
                ("attestation", row => ReadingJson.Spell(row.Deed.Attestation)),
                ("doers", row => Names.Of(row.Reading, row.Deed.Sources)),
                ("doer_codes", row => Names.Codes(row.Reading, row.Deed.Sources)),
                ("targets", row => Names.Of(row.Reading, row.Deed.Targets)),
                ("target_codes", row => Names.Codes(row.Reading, row.Deed.Targets)),
                ("places", row => Names.Places(row.Reading, row.Deed)),
                ("lat", row => Names.Place(row.Reading, row.Deed)?.Lat),
                ("lon", row => Names.Place(row.Reading, row.Deed)?.Lon),
                ("precision", row => Names.Place(row.Reading, row.Deed)?.Precision is { } precision ? ReadingJson.Spell(precision) : null),
                ("time", row => row.Reading.Times.FirstOrDefault(time => time.Id == row.Deed.Time)?.Value),
                ("words", row => Citation.OneLine(row.Deed.Evidence[0].Of(row.Reading.Article.Text))),
                ("start", row => row.Deed.Evidence[0].Start),
                ("end", row => row.Deed.Evidence[0].End),
                ("confidence", row => row.Deed.Confidence),
                ("uncertain", row => row.Deed.Uncertain),
            ]
        );

    private static DataSet<BoardEntry> Undertakings() =>
        new(
            "undertakings",
            "Each undertaking once, how it stands, and on whose word",
            question => BoardAnswer.Of(question.Ledger, question.State, question.Now).Entries,
            [
                ("id", entry => entry.Id),
                ("party", entry => entry.Party),
                ("side", entry => entry.Side),
                ("kind", entry => entry.Kind),
                ("words", entry => entry.Words),
                ("area", entry => entry.Area),
                ("since", entry => entry.Since),
                ("until", entry => entry.Until),
                ("conditions", entry => entry.Conditions),
                ("limits", entry => entry.Limits),
                ("state", entry => entry.State),
                ("state_since", entry => entry.History is [.., var last] ? last.At : null),
                ("rule", entry => entry.History is [.., var last] ? last.Rule : null),
                ("reports", entry => entry.Reports),
                ("outlets", entry => entry.Outlets),
                ("origins", entry => entry.Origins),
                ("supporting_origins", entry => Origins(entry.Supports)),
                ("contradicting_origins", entry => Origins(entry.Contradicts)),
                ("doubting_origins", entry => Origins(entry.Doubts)),
            ]
        );

    private static DataSet<PositionTelling> Positions() =>
        new(
            "positions",
            "Who wants what at the table, telling by telling",
            question =>
                PositionTellings
                    .Of(question.Readings())
                    .Where(telling => question.State.IsParty(telling.Side, telling.Party) && question.State.IsTopic(telling.Topic)),
            [
                ("side", telling => telling.Side),
                ("party", telling => telling.Party),
                ("by", telling => telling.By),
                ("topic", telling => telling.Topic),
                ("stance", telling => ReadingJson.Spell(telling.Stance)),
                ("words", telling => telling.Words),
                ("about", telling => telling.About),
                ("guarantors", telling => telling.Guarantors),
                ("term", telling => telling.Term),
                ("condition", telling => telling.Condition),
                ("teller", telling => telling.Teller),
                ("teller_side", telling => telling.TellerSide),
                ("day", telling => telling.Day),
                ("confidence", telling => telling.Confidence),
                ("article", telling => telling.Citation.Article),
                ("record", telling => telling.Citation.Record),
                ("outlet", telling => telling.Citation.Outlet),
                ("start", telling => telling.Citation.Start),
                ("end", telling => telling.Citation.End),
            ]
        );

    private static DataSet<ClaimEntry> Claims() =>
        new(
            "claims",
            "Each claim once, how it stands, with its three counts",
            question =>
                ClaimsAnswer
                    .Chosen(question.Ready.Claims(question.Ledger, question.State.AsOf), question.State)
                    .Select(claim => ClaimEntries.Of(claim)),
            [
                ("id", claim => claim.Id),
                ("deed", claim => claim.Deed),
                ("mode", claim => claim.Mode),
                ("polarity", claim => claim.Polarity),
                ("doers", claim => claim.DoerNames),
                ("doer_codes", claim => claim.Doers),
                ("object_codes", claim => claim.Objects),
                ("places", claim => claim.Places),
                ("day", claim => claim.Day),
                ("numbers", claim => claim.Numbers),
                ("words", claim => claim.Words),
                ("status", claim => claim.Status),
                ("rule", claim => claim.Rule),
                ("for", claim => claim.For),
                ("against", claim => claim.Against),
                ("reports", claim => claim.Reports),
                ("outlets", claim => claim.Outlets),
                ("origins", claim => claim.Origins),
                ("supporting_origins", claim => claim.Supports.Select(origin => origin.Origin)),
                ("contradicting_origins", claim => claim.Contradicts.Select(origin => origin.Origin)),
                ("article", claim => claim.First.Article),
                ("record", claim => claim.First.Record),
            ]
        );

    private static DataSet<(FigureAnswer Series, FigureValue Value, int Number)> Figures() =>
        new(
            "figures",
            "Counts, value by value, each with who counts; values of one count share a series",
            question =>
                FigureAnswer
                    .Of(question.Readings())
                    .Where(series => series.IsAsked(question.State))
                    .SelectMany((series, number) => series.Values.Select(value => (series, value, number + 1))),
            [
                ("series", row => row.Number),
                ("measure", row => ReadingJson.Spell(row.Series.Measure)),
                ("who", row => row.Value.Who ?? row.Series.Who),
                ("place", row => row.Series.Place),
                ("day", row => row.Series.Day),
                ("value", row => row.Value.Value),
                ("high", row => row.Value.High),
                ("bound", row => ReadingJson.Spell(row.Value.Bound)),
                ("unit", row => row.Value.Unit),
                ("words", row => row.Value.Words),
                ("before", row => row.Value.Before),
                ("counter", row => row.Value.Counter),
                ("side", row => row.Value.Side),
                ("standing", row => row.Value.Standing.ToString().ToLowerInvariant()),
                ("part_of", row => row.Value.PartOf),
                ("article", row => row.Value.Citation.Article),
                ("record", row => row.Value.Citation.Record),
                ("outlet", row => row.Value.Citation.Outlet),
                ("published", row => row.Value.Citation.Published),
                ("also_in", row => row.Value.Also.Select(also => also.Id)),
            ]
        );

    private static DataSet<SourceAnswer> Sources() =>
        new(
            "sources",
            "The outlets, with what users judged of them",
            question => SourceAnswer.All(question.Ledger, question.State.AsOf),
            [
                ("outlet", source => source.Entry.Outlet),
                ("owner", source => source.Entry.Owner),
                ("country", source => source.Entry.Country),
                ("state_run", source => source.Entry.StateRun),
                ("agency", source => source.Entry.Agency),
                ("reliability", source => source.Entry.Reliability.ToString()),
                ("articles", source => source.Articles),
                ("judged_at", source => source.Entry.Grades is [.., var last] ? last.At : null),
                ("judged_by", source => source.Entry.Grades is [.., var last] ? last.By : null),
                ("why", source => source.Entry.Grades is [.., var last] ? last.Why : null),
            ]
        );

    private static int Origins(ImmutableArray<BoardWitness> witnesses) => Web.Board.BoardWords.Origins(witnesses);
}
