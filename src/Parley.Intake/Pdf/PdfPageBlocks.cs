using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.DocumentLayoutAnalysis.PageSegmenter;
using UglyToad.PdfPig.DocumentLayoutAnalysis.ReadingOrderDetector;
using UglyToad.PdfPig.DocumentLayoutAnalysis.WordExtractor;

namespace Parley.Intake.Pdf;

/// <summary>The blocks of a page in reading order, columns one after the other.</summary>
internal static class PdfPageBlocks
{
    /// <summary>Finding blocks takes time with the square of the words; a page of print has a tenth of these.</summary>
    private const int MostWords = 8000;

    public static List<string> Of(Page page)
    {
        var words = NearestNeighbourWordExtractor
            .Instance.GetWords(page.Letters)
            .Where(word => !string.IsNullOrWhiteSpace(word.Text))
            .ToList();
        if (words.Count == 0)
            return [];
        if (words.Count > MostWords)
            return [string.Join(' ', words.Select(word => word.Text))];
        var blocks = DocstrumBoundingBoxes.Instance.GetBlocks(words);
        return
        [
            .. UnsupervisedReadingOrderDetector
                .Instance.Get(blocks)
                .Select(block => PdfParagraphs.Lines(block.TextLines.Select(line => line.Text))),
        ];
    }
}
