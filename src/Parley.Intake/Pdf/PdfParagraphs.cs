using System.Text;

namespace Parley.Intake.Pdf;

/// <summary>Lines and blocks of pages as paragraphs.</summary>
internal static class PdfParagraphs
{
    /// <summary>On so many pages, and on half of all, a line at the edge has to stand to be taken for a head or foot.</summary>
    private const int FewestPages = 2;

    /// <summary>Lines of a block as one: hyphens at their ends are taken away where a word goes on in lower case.</summary>
    public static string Lines(IEnumerable<string> lines)
    {
        var text = new StringBuilder();
        foreach (var line in lines.Select(line => line.Trim()).Where(line => line.Length > 0))
        {
            if (text.Length > 1 && text[^1] is '-' or '\u00AD' && char.IsLetter(text[^2]) && char.IsLower(line[0]))
                text.Length--;
            else if (text.Length > 0)
                text.Append(' ');
            text.Append(line);
        }
        return text.ToString();
    }

    /// <summary>The pages as one text, a blank line between paragraphs.</summary>
    public static string Join(List<List<string>> pages)
    {
        var edges = pages
            .SelectMany(page => Edges(page).Select(Key).Distinct())
            .CountBy(key => key)
            .Where(pair => pair.Value >= Math.Max(FewestPages, pages.Count / 2))
            .Select(pair => pair.Key)
            .ToHashSet(StringComparer.Ordinal);
        var text = new StringBuilder();
        foreach (var page in pages)
        {
            var isFirst = true;
            for (var i = 0; i < page.Count; i++)
            {
                var block = page[i];
                var isEdge = i < 2 || i >= page.Count - 2;
                if (
                    block.Length == 0
                    || (
                        isEdge
                        && (edges.Contains(Key(block)) || block.All(letter => char.IsDigit(letter) || letter is ' ' or '-' or '–' or '/'))
                    )
                )
                    continue;
                // A sentence may run over from the page before.
                if (isFirst && text.Length > 0 && char.IsLower(block[0]) && text[^1] is not ('.' or '!' or '?' or '"' or '”' or ':'))
                    text.Append(' ');
                else if (text.Length > 0)
                    text.Append("\n\n");
                text.Append(block);
                isFirst = false;
            }
        }
        return text.ToString();
    }

    private static IEnumerable<string> Edges(List<string> page) =>
        page.Count <= 4
            ? page.Where(block => block.Length < 120)
            : page.Take(2).Concat(page.TakeLast(2)).Where(block => block.Length < 120);

    /// <summary>A block without its figures, so that numbered feet are the same.</summary>
    private static string Key(string block) => new string([.. block.Where(letter => !char.IsDigit(letter))]).Trim();
}
