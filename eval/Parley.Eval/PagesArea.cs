using System.IO.Compression;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Parley.Eval;

/// <summary>Raw pages: is the article's text found, and does reading it go through.</summary>
internal static partial class PagesArea
{
    public static IEnumerable<Table> Measure(string folder, MeasuredProgram program)
    {
        var set = Path.Combine(folder, "eval", "extraction", "zyte");
        var gold = File.ReadLines(Path.Combine(set, "gold.jsonl")).Select(line => JsonNode.Parse(line)!).ToList();
        var paths = gold.Select(page => Path.Combine(set, page["file"]!.GetValue<string>())).ToArray();
        if (!File.Exists(paths[0]))
            paths = [.. gold.Select(page => Path.Combine(set, "html", Path.GetFileName(page["file"]!.GetValue<string>())))];
        var (code, output, _) = program.Parley(null, ["read", "--jsonl", .. paths]);
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!).ToList();

        var (precision, recall, read, unproved, titled, dated) = (0.0, 0.0, 0, 0, 0, 0);
        for (var i = 0; i < Math.Min(lines.Count, gold.Count); i++)
        {
            var article = lines[i]["article"];
            var text = article?["text"]?.GetValue<string>() ?? "";
            var (right, found, wanted) = Shingles(gold[i]["articleBody"]!.GetValue<string>(), text);
            precision += found == 0 ? 0 : (double)right / found;
            recall += wanted == 0 ? 1 : (double)right / wanted;
            if (article is null)
                continue;
            read++;
            unproved += CorpusArea.Unproved(lines[i]);
            titled += article["title"] is null ? 0 : 1;
            dated += article["published"] is null ? 0 : 1;
        }
        (precision, recall) = (precision / gold.Count, recall / gold.Count);
        yield return new Table(
            "Main text of 100 pages (multiset of 4-token shingles, averaged over pages; a page in another language is skipped and counts as nothing found).",
            ["measure", "value"],
            [
                ["pages in, lines out, exit code", $"{gold.Count}, {lines.Count}, {code}"],
                ["read as articles", $"{read}"],
                ["precision", Table.Share(precision)],
                ["recall", Table.Share(recall)],
                ["F1", Table.Share(2 * precision * recall / (precision + recall))],
                ["with a title", $"{titled}"],
                ["with a date", $"{dated}"],
                ["records without valid evidence", $"{unproved}"],
            ]
        );
    }

    private static (int Right, int Found, int Wanted) Shingles(string gold, string text)
    {
        var (want, have) = (Count(gold), Count(text));
        var right = want.Sum(pair => Math.Min(pair.Value, have.GetValueOrDefault(pair.Key)));
        return (right, have.Values.Sum(), want.Values.Sum());
    }

    private static Dictionary<string, int> Count(string text)
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

    [GeneratedRegex(@"\w+")]
    private static partial Regex WordToken();
}
