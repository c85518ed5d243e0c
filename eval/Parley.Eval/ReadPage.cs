using System.Text;
using System.Text.Json.Nodes;

namespace Parley.Eval;

/// <summary>What became of a page: the text that is read, and what it says of itself.</summary>
/// <param name="Text">The text without its furniture; of several stories all.</param>
/// <param name="Stories">How many readings it gave; 0 when it was skipped.</param>
/// <param name="Unproved">Records without valid evidence.</param>
/// <param name="Title">The headline; null when none was found.</param>
/// <param name="Published">ISO date or instant; null when none was found.</param>
internal sealed record ReadPage(string Text, int Stories, int Unproved, string? Title, string? Published)
{
    /// <summary>Reads pages in one call; gives them by their paths, the number of lines and the exit code.</summary>
    public static (Dictionary<string, ReadPage> Pages, int Lines, int Code) All(IEnumerable<string> paths, MeasuredProgram program)
    {
        // The text is the same with every model.
        var (code, output, _) = program.Parley(null, ["read", "--jsonl", "--model", program.Models[^1], .. paths]);
        var pages = new Dictionary<string, ReadPage>(StringComparer.Ordinal);
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        foreach (var line in lines.Select(line => JsonNode.Parse(line)!))
        {
            if (line["article"] is not JsonObject article)
                continue;
            var path = article["source"]!.GetValue<string>().Split('#')[0];
            var page = Of(article, CorpusArea.Unproved(line));
            pages[path] = pages.TryGetValue(path, out var first)
                ? first with
                {
                    Text = $"{first.Text}\n\n{page.Text}",
                    Stories = first.Stories + 1,
                    Unproved = first.Unproved + page.Unproved,
                }
                : page;
        }
        return (pages, lines.Length, code);
    }

    private static ReadPage Of(JsonObject article, int unproved)
    {
        var text = new StringBuilder(article["text"]!.GetValue<string>());
        foreach (var span in article["furniture"]?.AsArray() ?? [])
            for (var at = (int)span!["start"]!; at < (int)span["end"]!; at++)
                text[at] = ' ';
        return new ReadPage(text.ToString(), 1, unproved, Field(article, "title"), Field(article, "published"));
    }

    private static string? Field(JsonObject article, string name) => article[name]?.GetValue<string>();
}
