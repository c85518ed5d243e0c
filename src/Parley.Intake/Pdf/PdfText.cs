using Parley.Records;
using UglyToad.PdfPig;

namespace Parley.Intake.Pdf;

/// <summary>The text of a PDF file: its blocks in the order in which one reads them, lines joined to paragraphs, heads and feet of pages left out.</summary>
/// <remarks>
/// Taken apart by PdfPig. Damaged files may lead it far astray, so it works on a thread of its own with a deep stack, and is left to itself after
/// <see cref="s_longest"/>.
/// </remarks>
internal static class PdfText
{
    private const int MostPages = 2000;
    private const int MostCharacters = 5_000_000;
    private const int StackBytes = 64 * 1024 * 1024;

    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(20);

    /// <summary>Titles that programs put in by themselves.</summary>
    private static readonly string[] s_noTitles = ["untitled", "microsoft word - ", "document1", "layout 1", "title"];

    /// <summary>Reads a file.</summary>
    public static (SourceDocument? Document, Problem? Problem) Read(RawInput input)
    {
        (SourceDocument?, Problem?) result = (null, IntakeProblems.DamagedDocument(input.Name, "a PDF file", "it takes too long"));
        using var stop = new CancellationTokenSource();
        var work = new Thread(
            () =>
            {
                var read = Parse(input, stop.Token);
                lock (stop)
                    result = stop.IsCancellationRequested ? result : read;
            },
            StackBytes
        )
        {
            IsBackground = true,
            Name = "PDF",
        };
        work.Start();
        if (!work.Join(s_longest))
            lock (stop)
                stop.Cancel();
        return result;
    }

    private static (SourceDocument?, Problem?) Parse(RawInput input, CancellationToken stop)
    {
        try
        {
            using var pdf = PdfDocument.Open(
                input.Content.ToArray(),
                new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true }
            );
            var pages = new List<List<string>>();
            var length = 0;
            for (
                var number = 1;
                number <= Math.Min(pdf.NumberOfPages, MostPages) && length < MostCharacters && !stop.IsCancellationRequested;
                number++
            )
            {
                pages.Add(PdfPageBlocks.Of(pdf.GetPage(number)));
                length += pages[^1].Sum(block => block.Length);
            }
            var text = PdfParagraphs.Join(pages);
            if (string.IsNullOrWhiteSpace(text))
                return (null, IntakeProblems.NoWords(input.Name, "a PDF file"));
            return (new SourceDocument { Text = text, Title = TitleOf(pdf.Information.Title) }, null);
        }
        // A parser of a format with so many corners may fail in any way; the file is named, and the run goes on.
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            var why = e.Message.ReplaceLineEndings(" ").Replace(';', ',').TrimEnd('.');
            return (null, IntakeProblems.DamagedDocument(input.Name, "a PDF file", why.Length > 120 ? why[..120] : why));
        }
    }

    private static string? TitleOf(string? title)
    {
        title = title?.Trim();
        if (string.IsNullOrEmpty(title) || title.Length > 300 || Path.HasExtension(title))
            return null;
        return s_noTitles.Any(no =>
            title.Equals(no, StringComparison.OrdinalIgnoreCase)
            || (no.EndsWith(' ') && title.StartsWith(no, StringComparison.OrdinalIgnoreCase))
        )
            ? null
            : title;
    }
}
