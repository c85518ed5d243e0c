using Parley.Lexicons;
using Parley.Records;

namespace Parley.Text;

/// <summary>Reads what stands above a report: outlet, section, headline, byline, date. Nothing is guessed.</summary>
internal sealed class Masthead(string text, List<Word> words, List<Block> blocks)
{
    private static readonly Lexicon s_outlets = LexiconSet.Get("lexicons/outlets");
    private static readonly Lexicon s_sections = LexiconSet.Get("lexicons/sections");

    /// <summary>How many blocks at the top are looked at.</summary>
    private const int Depth = 12;

    /// <summary>The most words of an outlet or section label.</summary>
    private const int MostLabelWords = 6;

    /// <summary>The fewest words of a headline that nothing else points out.</summary>
    private const int FewestTitleWords = 5;

    /// <summary>The most words of a line of a masthead ("Department of Information, Ministry of Defence of …").</summary>
    private const int MostMastheadWords = 12;

    private int _lines;

    /// <summary>The outlet, as the text names it above the report; null where it does not.</summary>
    public string? Publisher { get; private set; }

    /// <summary>The section label; null where there is none.</summary>
    public string? Section { get; private set; }

    /// <summary>The headline; null where there is none.</summary>
    public string? Title { get; private set; }

    /// <summary>The authors; null where none is named.</summary>
    public string? Byline { get; private set; }

    /// <summary>ISO date from a line that holds nothing else; null where there is none.</summary>
    public string? Published { get; private set; }

    /// <summary>Reads the blocks at the top, and marks as furniture all but one headline.</summary>
    public void Read(string? knownTitle)
    {
        var top = TopCount();
        _lines = MastheadLines(top);
        var headline = FindHeadline(top, knownTitle);
        for (var i = 0; i < top; i++)
        {
            if (i == headline)
            {
                Title = Text(i);
                Mark(i, BlockKind.Heading);
            }
            else if (headline >= 0 && IsSame(i, headline))
                Mark(i, BlockKind.Furniture);
            else if (i < _lines)
            {
                TakeMastheadLine(i);
                Mark(i, BlockKind.Furniture);
            }
            else if (TakeLabel(i, headline) || TakeDate(i) || TakeByline(i))
                Mark(i, BlockKind.Furniture);
        }
        Published ??= top < blocks.Count ? WrittenDates.Labelled(text, words, blocks[top].Words) : null;
        for (var i = 0; Published is null && i < top; i++)
            if (blocks[i].Kind == BlockKind.Heading)
                Published = WrittenDates.Closing(text, words, blocks[i].Words);
        for (var i = top; headline >= 0 && i < blocks.Count; i++)
            if (IsSame(i, headline))
                Mark(i, BlockKind.Furniture);
    }

    /// <summary>
    /// The number of lines of a masthead: two or more headings on lines that follow each other, set apart from another heading by an empty line; else 0.
    /// </summary>
    private int MastheadLines(int top)
    {
        var lines = 1;
        while (lines < top && IsMastheadLine(lines - 1) && IsMastheadLine(lines) && !IsApart(lines))
            lines++;
        return lines > 1 && lines < top && IsApart(lines) && blocks[lines].Kind == BlockKind.Heading ? lines : 0;
    }

    private bool IsMastheadLine(int block) =>
        blocks[block].Kind == BlockKind.Heading && blocks[block].Words.Length <= MostMastheadWords && !TakesDate(block);

    /// <summary>True when an empty line stands before the block.</summary>
    private bool IsApart(int block)
    {
        var between = text.AsSpan(words[blocks[block - 1].Words.End - 1].End..words[blocks[block].Words.Start].Start);
        return between.Count('\n') > 1;
    }

    /// <summary>Takes a line of the masthead: first the outlet, then a section of few words without a number.</summary>
    private void TakeMastheadLine(int block)
    {
        var label = Text(block);
        if (block > 0 && (s_sections.Contains(label) || (blocks[block].Words.Length <= 3 && !label.Any(char.IsDigit))))
            Section ??= label;
        else if (block == 0 && !s_sections.Contains(label))
            Publisher ??= label;
    }

    /// <summary>The number of blocks before the first paragraph of the report, that paragraph left out.</summary>
    private int TopCount()
    {
        var count = 0;
        while (
            count < blocks.Count
            && count < Depth
            && (blocks[count].Kind is BlockKind.Heading or BlockKind.Furniture or BlockKind.Caption || TakesDate(count))
        )
            count++;
        return count;
    }

    /// <summary>The headline: what is given twice, or equals the known title, or the last heading of several words before the report.</summary>
    private int FindHeadline(int top, string? knownTitle)
    {
        for (var i = 0; i < top; i++)
            if (knownTitle is not null && Text(i).AsSpan().Equals(knownTitle.AsSpan().Trim(), StringComparison.OrdinalIgnoreCase))
                return i;
        for (var i = 0; i < top; i++)
        for (var j = i + 1; j < top && blocks[i].Kind == BlockKind.Heading && blocks[i].Words.Length > 3; j++)
            if (IsSame(i, j))
                return i;
        var found = -1;
        for (var i = _lines; i < top && top < blocks.Count; i++)
            if (
                blocks[i].Kind == BlockKind.Heading
                && blocks[i].Words.Length >= FewestTitleWords
                && !IsLabel(i)
                && !TakesDate(i)
                && Bylines.Match(text, words, blocks[i].Words) is null
            )
                if (found < 0 || blocks[i].Words.Length > blocks[found].Words.Length + 4)
                    found = i;
        return found;
    }

    private bool IsLabel(int block) => s_outlets.Contains(Text(block)) || s_sections.Contains(Text(block));

    private bool TakeLabel(int block, int headline)
    {
        if (blocks[block].Words.Length > MostLabelWords)
            return false;
        var label = Text(block);
        if (s_sections.Contains(label))
            Section ??= label;
        else if (s_outlets.Contains(label))
            Publisher ??= label;
        // Short lines above a headline that is given twice: the masthead, then the section.
        else if (
            block < headline
            && headline + 1 < blocks.Count
            && IsSame(headline, headline + 1)
            && blocks[block].Kind == BlockKind.Heading
        )
            (Publisher, Section) = Publisher is null ? (label, Section) : (Publisher, Section ?? label);
        else
            return false;
        return true;
    }

    private bool IsOutlet(int block) =>
        block >= 0 && block < blocks.Count && blocks[block].Words.Length <= MostLabelWords && s_outlets.Contains(Text(block));

    private bool TakesDate(int block) =>
        blocks[block].Words.Length <= 16 && WrittenDates.Whole(text, words, blocks[block].Words) is not null;

    private bool TakeDate(int block)
    {
        if (!TakesDate(block))
            return false;
        Published ??= WrittenDates.Whole(text, words, blocks[block].Words);
        return true;
    }

    private bool TakeByline(int block)
    {
        var authors = Bylines.Match(text, words, blocks[block].Words);
        // "Jane Roe" alone on a line above or below the outlet.
        if (authors is null && (IsOutlet(block + 1) || IsOutlet(block - 1)) && Bylines.IsName(text, words, blocks[block].Words))
            authors = Text(block);
        if (authors is null)
            return false;
        Byline ??= authors;
        return true;
    }

    private bool IsSame(int a, int b)
    {
        if (blocks[a].Words.Length != blocks[b].Words.Length)
            return false;
        return a != b && Text(a).Equals(Text(b), StringComparison.OrdinalIgnoreCase);
    }

    private string Text(int block)
    {
        var range = blocks[block].Words;
        return text[words[range.Start].Start..words[range.End - 1].End];
    }

    private void Mark(int block, BlockKind kind) => blocks[block] = blocks[block] with { Kind = kind };
}
