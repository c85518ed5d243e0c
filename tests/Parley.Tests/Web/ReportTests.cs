using System.Net;
using System.Text.RegularExpressions;
using Parley.Cli;
using Parley.Tests.Cli;
using Parley.Tests.Intake;
using Xunit;

namespace Parley.Tests.Web;

/// <summary><c>parley report</c>: the pages as files.</summary>
public sealed partial class ReportTests(WebLedger web) : IClassFixture<WebLedger>
{
    [Fact]
    public void Every_link_leads_to_a_place_in_the_folder()
    {
        using var folder = new TemporaryFolder();
        var pages = Write(folder, "report");
        var ids = pages.ToDictionary(page => page.Key, page => Values(Id(), page.Value).ToHashSet(StringComparer.Ordinal));
        var wrong = new List<string>();
        foreach (var (file, html) in pages)
        foreach (var target in Values(Address(), html))
        {
            var (path, hash) = target.Split('#', 2) is [var before, var behind] ? (before, behind) : (target, "");
            var there = path.Length == 0 ? file : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, path));
            if (target.StartsWith('/') || target.Contains(':', StringComparison.Ordinal) || !File.Exists(there))
                wrong.Add($"{file}: {target}");
            else if (hash.Length > 0 && !ids[there].Contains(WebUtility.UrlDecode(hash)))
                wrong.Add($"{file}: no place {target}");
            Assert.StartsWith(folder.Root, there, StringComparison.Ordinal);
        }
        Assert.Empty(wrong);
    }

    [Fact]
    public void All_screens_and_all_articles_are_there()
    {
        using var folder = new TemporaryFolder();
        var pages = Write(folder, "report");
        Assert.Equal(9, pages.Keys.Count(file => Path.GetFileName(Path.GetDirectoryName(file)) == "articles"));
        foreach (var screen in new[] { "index.html", "board.html", "articles.html" })
            Assert.Contains(Path.Combine(folder.Root, "report", screen), pages.Keys);
        var brief = pages[Path.Combine(folder.Root, "report", "index.html")];
        Assert.Contains("href=\"board.html\"", brief, StringComparison.Ordinal);
        Assert.DoesNotContain("being compared", brief, StringComparison.Ordinal);
    }

    [Fact]
    public void Pages_have_neither_forms_nor_scripts()
    {
        using var folder = new TemporaryFolder();
        foreach (var (file, html) in Write(folder, "report"))
        {
            Assert.False(html.Contains("<form", StringComparison.Ordinal), file);
            Assert.False(html.Contains("<script", StringComparison.Ordinal), file);
        }
        Assert.Empty(Directory.EnumerateFiles(folder.Root, "*.js", SearchOption.AllDirectories));
    }

    [Fact]
    public void A_quote_leads_to_its_words()
    {
        using var folder = new TemporaryFolder();
        var pages = Write(folder, "report");
        var (file, html) = pages.First(page => page.Key.Contains("rus-reduction", StringComparison.Ordinal));
        var target = Values(Address(), html).First(address => address.Contains("#s=", StringComparison.Ordinal)).Split('#');
        var article = pages[Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, target[0]))];
        Assert.Contains($"<span class=\"anchor\" id=\"{target[1]}\">", article, StringComparison.Ordinal);
    }

    [Fact]
    public void Day_and_party_hold_on_every_page()
    {
        using var folder = new TemporaryFolder();
        var pages = Write(folder, "report", "--as-of", "2022-03-30", "--party", "RUS");
        Assert.All(
            pages.Where(page => page.Key.EndsWith(".html", StringComparison.Ordinal)).Select(page => page.Value),
            html => Assert.Contains("As of 30 Mar 2022 · Party Russia (RUS)", WebUtility.HtmlDecode(html), StringComparison.Ordinal)
        );
        Assert.DoesNotContain(pages.Keys, file => file.Contains("ukr-", StringComparison.Ordinal));
    }

    [Fact]
    public void The_same_ledger_gives_the_same_files()
    {
        using var folder = new TemporaryFolder();
        var (one, other) = (Write(folder, "one"), Write(folder, "other"));
        Assert.Equal(
            one.Select(page => (Path.GetRelativePath(Path.Combine(folder.Root, "one"), page.Key), page.Value)).Order(),
            other.Select(page => (Path.GetRelativePath(Path.Combine(folder.Root, "other"), page.Key), page.Value)).Order()
        );
    }

    [Fact]
    public void A_folder_that_holds_something_is_left_alone_withtoforce()
    {
        using var folder = new TemporaryFolder();
        var own = Path.Combine(folder.Root, "own.txt");
        File.WriteAllText(own, "mine");
        var refused = Call.Run("report", "--ledger", web.File, "--out", folder.Root);
        Assert.Equal(ExitCode.Usage, refused.Code);
        Assert.StartsWith("PRL0098: ", refused.Errors, StringComparison.Ordinal);
        Assert.Single(Directory.EnumerateFileSystemEntries(folder.Root));
        Assert.Equal(ExitCode.Done, Call.Run("report", "--ledger", web.File, "--out", folder.Root, "--force").Code);
        Assert.Equal("mine", File.ReadAllText(own));
        Assert.True(File.Exists(Path.Combine(folder.Root, "index.html")));
    }

    [Fact]
    public void A_file_is_no_folder()
    {
        using var folder = new TemporaryFolder();
        var own = Path.Combine(folder.Root, "own.txt");
        File.WriteAllText(own, "mine");
        var refused = Call.Run("report", "--ledger", web.File, "--out", own);
        Assert.Equal(ExitCode.NothingRead, refused.Code);
        Assert.StartsWith("PRL0099: ", refused.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_party_that_nobody_names_is_said_before_anything_is_written()
    {
        using var folder = new TemporaryFolder();
        var to = Path.Combine(folder.Root, "report");
        var refused = Call.Run("report", "--ledger", web.File, "--out", to, "--party", "Atlantis");
        Assert.Equal(ExitCode.Usage, refused.Code);
        Assert.StartsWith("PRL0060: ", refused.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(to));
    }

    private Dictionary<string, string> Write(TemporaryFolder folder, string name, params string[] options)
    {
        var to = Path.Combine(folder.Root, name);
        var call = Call.Run(["report", "--ledger", web.File, "--out", to, .. options]);
        Assert.True(call.Code == ExitCode.Done, call.Errors);
        return Directory.EnumerateFiles(to, "*.html", SearchOption.AllDirectories).ToDictionary(file => file, File.ReadAllText);
    }

    private static IEnumerable<string> Values(Regex attribute, string html) =>
        attribute.Matches(html).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value));

    [GeneratedRegex(" (?:href|src|action|srcset|poster|data)=\"([^\"]*)\"")]
    private static partial Regex Address();

    [GeneratedRegex(" id=\"([^\"]*)\"")]
    private static partial Regex Id();
}
