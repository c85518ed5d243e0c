using System.Collections.Concurrent;
using System.Collections.Immutable;
using Parley.Records;
using Parley.Web.Paging;

namespace Parley.Web.Report;

/// <summary>What the pages of a report lead to: found while they are made, by all of them at once.</summary>
/// <param name="articles">The ids of all articles.</param>
/// <param name="screens">The entries of the rail that the report has.</param>
internal sealed class ReportMap(IEnumerable<string> articles, IReadOnlySet<Section> screens)
{
    private const string Articles = "/articles/";

    private readonly ImmutableSortedSet<string> _articles = articles.ToImmutableSortedSet(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ReportAddress> _found = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<Span, bool>> _anchors = new(StringComparer.Ordinal);

    /// <summary>All addresses that were found, by their files.</summary>
    public ICollection<ReportAddress> Found => _found.Values;

    /// <summary>True for a screen that the report has.</summary>
    public bool Has(Section section) => screens.Contains(section);

    /// <summary>Notes a link and gives its file.</summary>
    public string Lead(string path, Span? words, ReadOnlySpan<(string Name, string? Value)> choices)
    {
        path = Whole(path);
        if (words is { } span && IsArticle(path))
            _anchors.GetOrAdd(path, _ => new ConcurrentDictionary<Span, bool>()).TryAdd(span, true);
        var address = ReportAddress.Of(path, choices);
        var file = address.File;
        _found.TryAdd(file, address);
        return file;
    }

    /// <summary>The words of an article that pages lead to, in their order.</summary>
    public ImmutableArray<Span> Anchors(string path) => _anchors.TryGetValue(path, out var spans) ? [.. spans.Keys.Order()] : [];

    /// <summary>True for the page of an article.</summary>
    public static bool IsArticle(string path) => path.StartsWith(Articles, StringComparison.Ordinal);

    /// <summary>An article is named by more or fewer digits of its id; its file by always as many.</summary>
    private string Whole(string path)
    {
        if (!IsArticle(path))
            return path;
        var name = path[Articles.Length..];
        var at = _articles.IndexOf(name);
        at = at < 0 ? ~at : at;
        return at < _articles.Count && _articles[at].StartsWith(name, StringComparison.Ordinal)
            ? Articles + PageLinks.ShortArticle(_articles[at])
            : path;
    }
}
