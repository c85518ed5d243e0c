using System.Collections.Immutable;

namespace Parley.Intake.Tables;

/// <summary>Which columns of a table, or fields of a line of JSON, hold what of an article. Names are compared without regard to case; the first that is there counts.</summary>
public sealed record ColumnMap
{
    /// <summary>The names that are usual in tables.</summary>
    public static ColumnMap Usual { get; } =
        new()
        {
            Names = ImmutableSortedDictionary.CreateRange<string, ImmutableArray<string>>(
                StringComparer.Ordinal,
                [
                    new("byline", ["byline", "author"]),
                    new("date", ["date", "published", "published_at", "pub_date", "publish_date", "publication_date", "pubdate"]),
                    new("id", ["id", "story_id", "doc_id"]),
                    new("publisher", ["publisher", "source", "outlet", "publication", "source_name"]),
                    new("text", ["text", "body", "content", "article", "event_text", "maintext", "full_text"]),
                    new("title", ["title", "headline"]),
                    new("url", ["url", "link", "source_url", "address"]),
                ]
            ),
        };

    /// <summary>The names that lines of JSON have where nothing else is said.</summary>
    public static ColumnMap Lines { get; } =
        new()
        {
            Names = ImmutableSortedDictionary.CreateRange<string, ImmutableArray<string>>(
                StringComparer.Ordinal,
                Usual.Names.Keys.Select(field => new KeyValuePair<string, ImmutableArray<string>>(field, [field]))
            ),
        };

    /// <summary>The names of columns for each of <c>byline</c>, <c>date</c>, <c>id</c>, <c>publisher</c>, <c>text</c>, <c>title</c> and <c>url</c>.</summary>
    public required ImmutableSortedDictionary<string, ImmutableArray<string>> Names { get; init; }

    /// <summary>The map that a user writes, <c>title=headline,text=body</c>; what it does not name is as usual. Null where a part is no such pair or names a field that there is not, and then that part.</summary>
    public static (ColumnMap? Map, string? Wrong) Parse(string text)
    {
        var names = Usual.Names;
        foreach (var part in text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var mark = part.IndexOf('=', StringComparison.Ordinal);
            var field = mark < 0 ? part : part[..mark].Trim().ToLowerInvariant();
            if (mark < 0 || !names.ContainsKey(field) || part[(mark + 1)..].Trim() is not { Length: > 0 } column)
                return (null, part);
            names = names.SetItem(field, [column]);
        }
        return (new ColumnMap { Names = names }, null);
    }

    /// <summary>Where a field lies among columns; -1 where it is not there.</summary>
    internal int Find(string field, IReadOnlyList<string> columns)
    {
        foreach (var name in Names[field])
            for (var at = 0; at < columns.Count; at++)
                if (name.Equals(columns[at], StringComparison.OrdinalIgnoreCase))
                    return at;
        return -1;
    }
}
