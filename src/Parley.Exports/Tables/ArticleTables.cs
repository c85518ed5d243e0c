using System.Collections.Immutable;
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
                    Columns.Of<ArticleEntry>("article", "SHA-256 of the text", entry => entry.Id),
                    Columns.Of<ArticleEntry>("source", "the file or id that it came in with", entry => entry.Source),
                    Columns.Of<ArticleEntry>("url", "its address", entry => entry.Url),
                    Columns.Of<ArticleEntry>("outlet", "the outlet", entry => entry.Publisher),
                    Columns.Of<ArticleEntry>("title", "the headline", entry => entry.Title),
                    Columns.Of<ArticleEntry>("published", "ISO date or instant of publication", entry => entry.Published),
                    Columns.Of<ArticleEntry>("added_at", "ISO instant at which it was added", entry => entry.AddedAt),
                    Columns.Of<ArticleEntry>("run", "what read it: model and rules", entry => entry.Run),
                    Columns.Of<ArticleEntry>("copy_of", "the article that it copies", entry => entry.CopyOf),
                    Columns.Of<ArticleEntry>("story", "what articles on one happening have in common", entry => entry.Story),
                ],
                "article"
            ),
            source => Entries(source)
        );

    public static LedgerTable Texts() =>
        new LedgerTableOf<Reading>(
            new(
                "texts",
                "the texts that all positions point into",
                [
                    Columns.Of<Reading>("article", "the article", reading => reading.Article.Id),
                    Columns.Of<Reading>("language", "ISO 639-1 code", reading => reading.Article.Language),
                    Columns.Of<Reading>("text", "the text; positions count its UTF-16 code units", reading => reading.Article.Text),
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
                    Columns.Of<Row<Actor>>("name", "the fullest form used", row => row.Record.Name),
                    Columns.Of<Row<Actor>>("code", "country or body and role; empty when unknown", row => row.Record.Code),
                    Columns.Of<Row<Actor>>("kind", "what sort of actor", row => ReadingJson.Spell(row.Record.Kind)),
                    Columns.Of<Row<Actor>>("role", "a person's role in the article's words", row => row.Record.Role),
                    Columns.Of<Row<Actor>>("member_of", "id of the actor it belongs to", row => row.Record.MemberOf),
                    Columns.Of<Row<Actor>>("mentions", "how often it is named", row => (long?)row.Record.Mentions.Length),
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
                    Columns.Of<Row<Place>>("name", "its name", row => row.Record.Name),
                    Columns.Of<Row<Place>>("lat", "degrees north; of an area, its middle", row => row.Record.Lat),
                    Columns.Of<Row<Place>>("lon", "degrees east; of an area, its middle", row => row.Record.Lon),
                    Columns.Of<Row<Place>>(
                        "precision",
                        "point, city, admin1, region or country",
                        row => row.Record.Precision is { } precision ? ReadingJson.Spell(precision) : null
                    ),
                    Columns.Of<Row<Place>>("radius_km", "kilometres within which it lies", row => row.Record.RadiusKm),
                    Columns.Of<Row<Place>>("country", "ISO 3166 alpha-3", row => row.Record.Country),
                    Columns.Of<Row<Place>>("admin1", "first-level division", row => row.Record.Admin1),
                    Columns.Of<Row<Place>>("feature", "GeoNames code or the article's noun", row => row.Record.Feature),
                    Columns.Of<Row<Place>>("use", "literal, actor or people", row => ReadingJson.Spell(row.Record.Use)),
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
                    Columns.Of<Row<Time>>("words", "the words", row => row.Record.Text),
                    Columns.Of<Row<Time>>("type", "TimeML type", row => row.Record.Type),
                    Columns.Of<Row<Time>>("value", "TimeML value", row => row.Record.Value),
                    Columns.Of<Row<Time>>("resolved", "whether it stands on the calendar", row => row.Record.Resolved),
                ],
                "article",
                "record"
            ),
            source => Rows(source, reading => reading.Times, (_, _) => true)
        );

    private static ImmutableArray<ArticleEntry> Entries(ExportSource source) =>
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
