using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Parley.Eval;

/// <summary>Raw pages: is the article's text found, without what stands round it, and with its title and date.</summary>
internal static partial class PagesArea
{
    public static IEnumerable<Table> Measure(string folder, MeasuredProgram program)
    {
        var bodies = TestData.Lines(folder, "eval", "extraction", "zyte", "gold.jsonl");
        var marked = TestData.Lines(folder, "eval", "extraction", "trafilatura", "gold.jsonl");
        var bodyPaths = bodies.Select(page => TestData.Find(folder, "eval", "extraction", "zyte", Text(page, "file")!)).ToList();
        var markedPaths = marked.Select(page => TestData.Find(folder, "eval", "extraction", "trafilatura", Text(page, "file")!)).ToList();
        var (pages, lines, code) = ReadPage.All([.. bodyPaths, .. markedPaths], program);

        var english = bodies.Zip(bodyPaths).Where(page => Text(page.First, "lang") == "en").ToList();
        var (precision, recall) = MainText(english, pages);
        var titled = marked.Zip(markedPaths).Where(page => Text(page.First, "title") is not null).ToList();
        var dated = marked.Zip(markedPaths).Where(page => Text(page.First, "date") is not null).ToList();
        var titles = titled.Count(page => Same(Text(page.First, "title"), pages.GetValueOrDefault(page.Second)?.Title));
        var dates = dated.Count(page =>
            pages.GetValueOrDefault(page.Second)?.Published?.StartsWith(Text(page.First, "date")!, StringComparison.Ordinal) == true
        );
        var (kept, wanted) = Segments("with", marked, markedPaths, pages);
        var (leftIn, unwanted) = Segments("without", marked, markedPaths, pages);

        yield return new Table(
            "Bars. Main text: the multiset of 4-token shingles, averaged over the English pages of the one set; the rest on the other, where a title is right when its letters and digits are, and a page that is skipped is wrong in all.",
            ["measure", "floor", "goal", "value"],
            [
                [$"main text of {english.Count} pages, F1", ".972", ".982", Table.Share(2 * precision * recall / (precision + recall))],
                ["title right", ".92", ".97", Share(titles, titled.Count)],
                ["date right", ".80", ".90", Share(dates, dated.Count)],
                ["furniture kept out", ".90", ".97", Share(unwanted - leftIn, unwanted)],
            ]
        );
        yield return new Table(
            "More of the same pages.",
            ["measure", "value"],
            [
                ["pages in, lines out, exit code", $"{bodies.Count + marked.Count}, {lines}, {code}"],
                ["read as articles", $"{pages.Count}"],
                ["read as several stories", $"{pages.Values.Count(page => page.Stories > 1)}"],
                ["main text, precision", Table.Share(precision)],
                ["main text, recall", Table.Share(recall)],
                ["segments of the article kept", Share(kept, wanted)],
                ["records without valid evidence", $"{pages.Values.Sum(page => page.Unproved)}"],
            ]
        );
    }

    private static (double Precision, double Recall) MainText(List<(JsonNode Gold, string Path)> gold, Dictionary<string, ReadPage> pages)
    {
        var (precision, recall) = (0.0, 0.0);
        foreach (var (page, path) in gold)
        {
            var (want, have) = (Shingles(Text(page, "articleBody")!), Shingles(pages.GetValueOrDefault(path)?.Text ?? ""));
            var right = want.Sum(pair => Math.Min(pair.Value, have.GetValueOrDefault(pair.Key)));
            precision += have.Count == 0 ? 0 : (double)right / have.Values.Sum();
            recall += want.Count == 0 ? 1 : (double)right / want.Values.Sum();
        }
        return (precision / gold.Count, recall / gold.Count);
    }

    private static Dictionary<string, int> Shingles(string text)
    {
        var tokens = WordToken().Matches(text).Select(match => match.Value).ToArray();
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < Math.Max(1, tokens.Length - 3) && tokens.Length > 0; i++)
        {
            var shingle = string.Join(' ', tokens.Skip(i).Take(4));
            counts[shingle] = counts.GetValueOrDefault(shingle) + 1;
        }
        return counts;
    }

    private static (int Found, int All) Segments(string name, List<JsonNode> gold, List<string> paths, Dictionary<string, ReadPage> pages)
    {
        var (found, all) = (0, 0);
        foreach (var (page, path) in gold.Zip(paths))
        {
            var text = Plain(pages.GetValueOrDefault(path)?.Text ?? "");
            foreach (var segment in TestData.Strings(page[name]))
            {
                all++;
                found += text.Contains(Plain(segment), StringComparison.Ordinal) ? 1 : 0;
            }
        }
        return (found, all);
    }

    private static bool Same(string? gold, string? found) =>
        string.Join(' ', WordToken().Matches(gold ?? ""))
            .Equals(string.Join(' ', WordToken().Matches(found ?? "")), StringComparison.OrdinalIgnoreCase);

    private static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string? Text(JsonNode page, string name) => page[name]?.GetValue<string>() is { Length: > 0 } text ? text : null;

    private static string Share(int part, int whole) => $"{Table.Share((double)part / Math.Max(1, whole))} ({part}/{whole})";

    [GeneratedRegex(@"\w+")]
    private static partial Regex WordToken();
}
