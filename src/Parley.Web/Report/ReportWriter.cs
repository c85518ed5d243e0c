using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;
using Parley.Ledger;
using Parley.Web.Assets;
using Parley.Web.Paging;

namespace Parley.Web.Report;

/// <summary>
/// Writes the pages of the workbench as files that open from a folder, with no server and no script. It begins at the screens of the rail and goes on
/// to whatever the pages lead to, so that a page of <see cref="PageList"/> needs nothing of its own to be in reports. Articles come last: by then
/// it is known which of their words other pages lead to.
/// </summary>
public sealed class ReportWriter
{
    /// <summary>The most files of one screen: its choices and the pages of its lists.</summary>
    private const int MostChoices = 200;

    private static readonly ReportAddress s_brief = new("/");

    private readonly ReportPages _pages;
    private readonly ReportFolder _folder;
    private readonly ReportMap _map;
    private readonly ImmutableArray<ArticleEntry> _articles;
    private readonly ConcurrentDictionary<string, WrittenPage?> _written = new(StringComparer.Ordinal);

    private ReportWriter(ReportPages pages, ReportFolder folder, ReportMap map, ImmutableArray<ArticleEntry> articles)
    {
        _pages = pages;
        _folder = folder;
        _map = map;
        _articles = articles;
    }

    /// <summary>Writes a report; throws <see cref="Server.ProblemException"/> where its folder cannot be used or its question cannot be answered.</summary>
    public static async Task<ReportResult> WriteAsync(ReportOptions options)
    {
        var folder = ReportFolder.Open(options.Folder, options.Force);
        await using var pages = new ReportPages(options);
        var articles = await pages.Ledger.Ask(ledger => ledger.Articles(ReadingQuery.All, all: true));
        var screens = pages.Screens();
        var writer = new ReportWriter(pages, folder, new ReportMap(articles.Select(article => article.Id), screens), articles);
        return await writer.Write(screens);
    }

    private async Task<ReportResult> Write(IReadOnlySet<Section> screens)
    {
        foreach (var file in AssetFiles.All.Where(file => !file.Name.EndsWith(".js", StringComparison.Ordinal)))
            await _folder.Write($"assets/{file.Name}", file.Bytes);
        foreach (var screen in screens)
            _map.Lead(PageLinks.PathOf(screen), null, []);
        // The brief compares all articles, which takes longest: the others need not wait for it.
        var brief = Task.Run(() => Write(s_brief));
        await WriteAll();
        await brief;
        await WriteAll();
        await Parallel.ForEachAsync(
            _written.Where(page => page.Value is { Open.Count: > 0 }),
            async (page, _) => await Close(page.Key, page.Value!)
        );
        return new ReportResult(_written.Count(page => page.Value is not null), _folder.Bytes, _folder.PathOf("index.html"));
    }

    private async Task WriteAll()
    {
        while (Next() is { Count: > 0 } next)
            await Parallel.ForEachAsync(next, async (address, _) => await Write(address));
    }

    /// <summary>What is to be written next: all but articles; then articles; then those that pages lead to at words which they did when it was written.</summary>
    private List<ReportAddress> Next()
    {
        var open = _map.Found.Where(address => address != s_brief && !_written.ContainsKey(address.File) && !IsTooMany(address)).ToList();
        var others = open.Where(address => !ReportMap.IsArticle(address.Path)).ToList();
        if (others.Count > 0)
            return others;
        return open.Count > 0
            ? open
            :
            [
                .. _map.Found.Where(address =>
                    _written.GetValueOrDefault(address.File) is { } page && page.Anchors < _map.Anchors(address.Path).Length
                ),
            ];
    }

    /// <summary>True for a choice beyond the most of its screen; its links lead to the screen without it.</summary>
    private bool IsTooMany(ReportAddress address)
    {
        if (address.Choices.Length == 0)
            return false;
        var all = _map.Found.Where(one => one.Path == address.Path && one.Choices.Length > 0).ToList();
        if (all.Count <= MostChoices)
            return false;
        if (all.Select(one => one.Choices).Order(StringComparer.Ordinal).Take(MostChoices).Contains(address.Choices))
            return false;
        _written[address.File] = null;
        return true;
    }

    private async Task Write(ReportAddress address)
    {
        var anchors = _map.Anchors(address.Path);
        var file = address.File;
        var bytes = ReportPages.IsLeftOut(address.Path)
            ? null
            : await _pages.Get(address, new ReportRequest(new ReportLinks(_map, address.Path), anchors, _articles));
        if (bytes is null)
        {
            _written[file] = null;
            return;
        }
        if (address.IsDownload)
        {
            await _folder.Write(file, bytes);
            _written[file] = new WrittenPage([], [], 0);
            return;
        }
        var html = ReportHtml.WithoutServer(Encoding.UTF8.GetString(bytes));
        var (ids, changes, open) = (ReportHtml.Ids(html), new Dictionary<string, string?>(StringComparer.Ordinal), new List<string>());
        foreach (var target in ReportHtml.Targets(html))
            if (target.StartsWith('#') ? target.Length > 1 && !ids.Contains(target[1..]) : IsOutside(target))
                changes[target] = null;
            else if (!target.StartsWith('#'))
                open.Add(target);
        await _folder.Write(file, Encoding.UTF8.GetBytes(ReportHtml.Relinked(html, changes)));
        _written[file] = new WrittenPage(ids, open, anchors.Length);
    }

    /// <summary>Takes back what a page promised and the report does not have.</summary>
    private async Task Close(string file, WrittenPage page)
    {
        var changes = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var target in page.Open)
            if (Kept(file, target) is var kept && kept != target)
                changes[target] = kept;
        if (changes.Count == 0)
            return;
        var html = await File.ReadAllTextAsync(_folder.PathOf(file));
        await _folder.Write(file, Encoding.UTF8.GetBytes(ReportHtml.Relinked(html, changes)));
    }

    /// <summary>What a link leads to in the end: its file and the place in it, the file alone, the screen without a choice, or nothing.</summary>
    private string? Kept(string from, string target)
    {
        var (to, hash) = target.IndexOf('#', StringComparison.Ordinal) is >= 0 and var at
            ? (target[..at], target[(at + 1)..])
            : (target, "");
        var file = Resolved(from, to);
        if (file.StartsWith("assets/", StringComparison.Ordinal))
            return target;
        if (_written.GetValueOrDefault(file) is { } page)
            return hash.Length == 0 || page.Ids.Contains(hash) ? target : to;
        var choice = to.LastIndexOf('~');
        if (choice < 0)
            return null;
        var plain = to[..to.IndexOf('~', to.LastIndexOf('/') + 1)] + ".html";
        return _written.GetValueOrDefault(Resolved(from, plain)) is null ? null : plain;
    }

    private static string Resolved(string from, string to)
    {
        var parts = new List<string>(from.Split('/')[..^1]);
        foreach (var part in to.Split('/'))
            if (part != "..")
                parts.Add(part);
            else if (parts.Count > 0)
                parts.RemoveAt(parts.Count - 1);
        return string.Join('/', parts);
    }

    private static bool IsOutside(string target) => target.StartsWith('/') || Uri.TryCreate(target, UriKind.Absolute, out _);

    /// <summary>A page that was written.</summary>
    /// <param name="Ids">The places in it.</param>
    /// <param name="Open">The links to other files, not yet looked after.</param>
    /// <param name="Anchors">How many words of it were led to when it was written.</param>
    private sealed record WrittenPage(HashSet<string> Ids, List<string> Open, int Anchors);
}
