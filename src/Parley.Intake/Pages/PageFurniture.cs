using Parley.Lexicons;

namespace Parley.Intake.Pages;

/// <summary>Tells blocks of a page that are no part of the report: links to other stories, buttons, dates and credits on their own. The words are in <c>lexicons/page-furniture.tsv</c>.</summary>
internal static class PageFurniture
{
    /// <summary>Longer blocks are kept whatever they begin with.</summary>
    private const int LongestStart = 120;

    /// <summary>Longer blocks are kept even where all of them is a link.</summary>
    private const int LongestLink = 200;

    /// <summary>A longer block is no caption, offer or note.</summary>
    private const int LongestNote = 500;

    /// <summary>How near to the end of a caption its credit stands.</summary>
    private const int CreditRoom = 80;

    /// <summary>"Read what our colleagues found:"</summary>
    private const int LongestLead = 40;

    private const int MostWords = 4;

    private const int MostPhraseWords = 6;

    private static readonly Lexicon s_phrases = LexiconSet.Get("lexicons/page-furniture");

    private static readonly Lexicon s_months = LexiconSet.Get("lexicons/months");

    private static readonly int s_match = s_phrases.Column("match");

    /// <summary>True when a block is to be left out.</summary>
    /// <param name="block">The block.</param>
    /// <param name="isLast">True for the last blocks of a page, where it tells of its authors and itself.</param>
    /// <param name="metadata">What the page says of itself: title, author and address are not repeated.</param>
    public static bool Is(PageBlock block, bool isLast, PageMetadata metadata)
    {
        var text = block.Text;
        if (!text.Any(char.IsLetterOrDigit) || IsShortCode(text))
            return true;
        if (block.Linked > 0.9 && text.Length < LongestLink && !(text.Length > 60 && text[^1] is '.' or '”' or '"'))
            return true;
        if (Repeats(text, metadata) || IsDateLine(text) || (text.Length <= LongestStart && (BeginsAsFurniture(text) || LeadsToLink(block))))
            return true;
        if (text.Length > LongestNote)
            return false;
        // What somebody says is report, whatever it asks for.
        var isSpoken = text.AsSpan().ContainsAny('“', '"', '”');
        return IsCaption(text) || (!isSpoken && (Holds(text, "offer") || (isLast && IsNote(text, metadata))));
    }

    /// <summary>A shortcode that the page's own program left standing: <c>[button link=…]</c>.</summary>
    private static bool IsShortCode(string text) =>
        text[0] == '['
        && (
            text.Contains("[/", StringComparison.Ordinal)
            || text.Contains("=\"", StringComparison.Ordinal)
            || text.Contains("=”", StringComparison.Ordinal)
        );

    /// <summary>"Related: what the other story is", where the story is a link.</summary>
    private static bool LeadsToLink(PageBlock block) =>
        block.Linked > 0.5 && block.Text.IndexOf(": ", StringComparison.Ordinal) is > 0 and < LongestLead && !block.Text.EndsWith('.');

    /// <summary>A caption that no element tells: who took the picture stands at its beginning or end.</summary>
    private static bool IsCaption(string text) =>
        text[^1] is not ('.' or '!' or '?' or '”' or '"' or '’')
        && (
            Holds(text.AsSpan(0, Math.Min(text.Length, CreditRoom / 2)), "credit")
            || Holds(text.AsSpan(Math.Max(0, text.Length - CreditRoom)), "credit")
        );

    /// <summary>What stands below a report on its author or the page.</summary>
    private static bool IsNote(string text, PageMetadata metadata) =>
        Holds(text, "note")
        || HasAddress(text)
        || (
            metadata.Byline is { Length: > 4 } byline
            && text.StartsWith(byline, StringComparison.OrdinalIgnoreCase)
            && text.AsSpan(byline.Length).StartsWith(" is ")
        );

    /// <summary>An e-mail address.</summary>
    private static bool HasAddress(string text)
    {
        var at = text.IndexOf('@', 1);
        if (at < 1 || !char.IsLetterOrDigit(text[at - 1]))
            return false;
        var end = at + 1;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '.' or '-'))
            end++;
        return text.AsSpan(at, end - at).TrimEnd('.').Contains('.');
    }

    /// <summary>True when a phrase of this kind stands anywhere in a text.</summary>
    private static bool Holds(ReadOnlySpan<char> text, ReadOnlySpan<char> match)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (!char.IsLetterOrDigit(text[at]) || (at > 0 && char.IsLetterOrDigit(text[at - 1])))
                continue;
            var end = at;
            for (var words = 0; words < MostPhraseWords && end < text.Length; words++)
            {
                while (end < text.Length && !char.IsLetterOrDigit(text[end]))
                    end++;
                while (end < text.Length && char.IsLetterOrDigit(text[end]))
                    end++;
                if (IsListed(text[at..end], match) || (end < text.Length && text[end] == ':' && IsListed(text[at..(end + 1)], match)))
                    return true;
            }
        }
        return false;
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
