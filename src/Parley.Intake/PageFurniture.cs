using Parley.Lexicons;

namespace Parley.Intake;

/// <summary>Tells blocks of a page that are no part of the report: links to other stories, buttons, dates and credits on their own. The words are in <c>lexicons/page-furniture.tsv</c>.</summary>
internal static class PageFurniture
{
    /// <summary>Longer blocks are kept whatever they begin with.</summary>
    private const int LongestStart = 120;

    /// <summary>Longer blocks are kept even where all of them is a link.</summary>
    private const int LongestLink = 200;

    private const int MostWords = 4;

    private static readonly Lexicon s_phrases = LexiconSet.Get("lexicons/page-furniture");

    private static readonly Lexicon s_months = LexiconSet.Get("lexicons/months");

    private static readonly int s_match = s_phrases.Column("match");

    /// <summary>True when a block is to be left out.</summary>
    /// <param name="block">Its text.</param>
    /// <param name="linked">How much of it stands in links, 0 to 1.</param>
    /// <param name="metadata">What the page says of itself: title, author and address are not repeated.</param>
    public static bool Is(string block, double linked, PageMetadata metadata)
    {
        if (!block.Any(char.IsLetterOrDigit))
            return true;
        if (linked > 0.9 && block.Length < LongestLink && !(block.Length > 60 && block[^1] is '.' or '”' or '"'))
            return true;
        return Repeats(block, metadata) || IsDateLine(block) || (block.Length <= LongestStart && BeginsAsFurniture(block));
    }

    private static bool Repeats(string block, PageMetadata metadata)
    {
        if (block.StartsWith("http", StringComparison.Ordinal) && !block.Contains(' ', StringComparison.Ordinal))
            return true;
        if (Same(block, metadata.Title))
            return true;
        return metadata.Byline is { } byline
            && block.Length < byline.Length + 40
            && (
                block.StartsWith(byline, StringComparison.OrdinalIgnoreCase)
                || block.StartsWith("By " + byline, StringComparison.OrdinalIgnoreCase)
            )
            && block[^1] is not '.';
    }

    private static bool Same(string block, string? other) => other is not null && block.Equals(other, StringComparison.OrdinalIgnoreCase);

    /// <summary>Nothing but numbers and the words of dates and clocks: "November 18, 2019 | 4:10pm EST".</summary>
    private static bool IsDateLine(string block)
    {
        if (block.Length > LongestStart || !block.Any(char.IsAsciiDigit))
            return false;
        for (var at = 0; at < block.Length; )
        {
            var end = at;
            while (end < block.Length && char.IsLetter(block[end]))
                end++;
            var word = block.AsSpan(at, end - at);
            if (word.Length > 1 && !s_months.Contains(word) && !IsListed(word, "date"))
                return false;
            at = end + 1;
        }
        return true;
    }

    private static bool BeginsAsFurniture(string block)
    {
        var end = 0;
        for (var words = 0; words < MostWords && end < block.Length; words++)
        {
            end = block.IndexOf(' ', end + 1) is > 0 and var blank ? blank : block.Length;
            var start = block.AsSpan(0, end);
            foreach (var key in (ReadOnlySpan<int>)[start.Length, start.TrimEnd(":.!?…»>").Length])
                if (key > 0 && (IsListed(start[..key], "start") || (end == block.Length && IsListed(start[..key], "whole"))))
                    return true;
        }
        return false;
    }

    private static bool IsListed(ReadOnlySpan<char> phrase, ReadOnlySpan<char> match)
    {
        for (var row = s_phrases.Find(phrase); row >= 0; row = s_phrases.Next(row))
            if (s_phrases.Cell(row, s_match).SequenceEqual(match))
                return true;
        return false;
    }
}
