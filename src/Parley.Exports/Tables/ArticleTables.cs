using Parley.Ledger;
using Parley.Records;
using static Parley.Exports.Tables.RecordCells;

namespace Parley.Exports.Tables;

/// <summary>The tables of articles and of whom, where and when they name.</summary>
internal static class ArticleTables
{
    public static LedgerTable Documents() =>
        new LedgerTableOf<ArticleEntry>(
            new(
                "documents",
                "articles, one a row",
                [
                    Column<ArticleEntry>.Of("article", "SHA-256 of the text", entry => entry.Id),
                    Column<ArticleEntry>.Of("source", "the file or id that it came in with", entry => entry.Source),
                    Column<ArticleEntry>.Of("url", "its address", entry => entry.Url),
                    Column<ArticleEntry>.Of("outlet", "the outlet", entry => entry.Publisher),
                    Column<ArticleEntry>.Of("title", "the headline", entry => entry.Title),
                    Column<ArticleEntry>.Of("published", "ISO date or instant of publication", entry => entry.Published),
                    Column<ArticleEntry>.Of("added_at", "ISO instant at which it was added", entry => entry.AddedAt),
                    Column<ArticleEntry>.Of("run", "what read it: model and rules", entry => entry.Run),
                    Column<ArticleEntry>.Of("copy_of", "the article that it copies", entry => entry.CopyOf),
                    Column<ArticleEntry>.Of("story", "what articles on one happening have in common", entry => entry.Story),
                ],
                "article"
            ),
            Entries
        );

    public static LedgerTable Texts() =>
        new LedgerTableOf<Reading>(
            new(
                "texts",
                "the texts that all positions point into",
                [
                    Column<Reading>.Of("article", "the article", reading => reading.Article.Id),
                    Column<Reading>.Of("language", "ISO 639-1 code", reading => reading.Article.Language),
                    Column<Reading>.Of("text", "the text; positions count its UTF-16 code units", reading => reading.Article.Text),
                ],
                "article"
            ),
            source => source.Readings()
        );

    public static LedgerTable Actors() =>
        new LedgerTableOf<Row<Actor>>(
            new(
                "actors",
                "whom articles name, one row an actor and article",
                [
                    .. Head<Actor>(actor => actor.Id, actor => actor.Evidence),
                    Column<Row<Actor>>.Of("name", "the fullest form used", row => row.Record.Name),
                    Column<Row<Actor>>.Of("code", "country or body and role; empty when unknown", row => row.Record.Code),
                    Column<Row<Actor>>.Of("kind", "what sort of actor", row => ReadingJson.Spell(row.Record.Kind)),
                    Column<Row<Actor>>.Of("role", "a person's role in the article's words", row => row.Record.Role),
                    Column<Row<Actor>>.Of("member_of", "id of the actor it belongs to", row => row.Record.MemberOf),
                    Column<Row<Actor>>.Of("mentions", "how often it is named", row => (long?)row.Record.Mentions.Length),
                ],
                "article",
                "record"
            ),
            source => Rows(source, reading => reading.Actors, (reading, actor) => source.Query.IsParty(actor.Code, actor.Name))
        );

    public static LedgerTable Places() =>
        new LedgerTableOf<Row<Place>>(
            new(
                "places",
                "places that articles name, one row a place and article",
                [
                    .. Head<Place>(place => place.Id, place => place.Evidence),
                    Column<Row<Place>>.Of("name", "its name", row => row.Record.Name),
                    Column<Row<Place>>.Of("lat", "degrees north; of an area, its middle", row => row.Record.Lat),
                    Column<Row<Place>>.Of("lon", "degrees east; of an area, its middle", row => row.Record.Lon),
                    Column<Row<Place>>.Of(
                        "precision",
                        "point, city, admin1, region or country",
                        row => row.Record.Precision is { } precision ? ReadingJson.Spell(precision) : null
                    ),
                    Column<Row<Place>>.Of("radius_km", "kilometres within which it lies", row => row.Record.RadiusKm),
                    Column<Row<Place>>.Of("country", "ISO 3166 alpha-3", row => row.Record.Country),
                    Column<Row<Place>>.Of("admin1", "first-level division", row => row.Record.Admin1),
                    Column<Row<Place>>.Of("feature", "GeoNames code or the article's noun", row => row.Record.Feature),
                    Column<Row<Place>>.Of("use", "literal, actor or people", row => ReadingJson.Spell(row.Record.Use)),
                ],
                "article",
                "record"
            ),
            source => Rows(source, reading => reading.Places, (_, _) => true)
        );

    public static LedgerTable Times() =>
        new LedgerTableOf<Row<Time>>(
            new(
                "times",
                "times that articles name",
                [
                    .. Head<Time>(time => time.Id, time => time.Evidence),
                    Column<Row<Time>>.Of("words", "the words", row => row.Record.Text),
                    Column<Row<Time>>.Of("type", "TimeML type", row => row.Record.Type),
                    Column<Row<Time>>.Of("value", "TimeML value", row => row.Record.Value),
                    Column<Row<Time>>.Of("resolved", "whether it stands on the calendar", row => row.Record.Resolved),
                ],
                "article",
                "record"
            ),
            source => Rows(source, reading => reading.Times, (_, _) => true)
        );

    private static IEnumerable<ArticleEntry> Entries(ExportSource source) =>
        source.Ledger.Articles(
            new ReadingQuery
            {
                AsOf = source.Query.AsOf,
                From = source.Query.From,
                Until = source.Query.To,
                Side = source.Query.Party,
            }
        );
}
