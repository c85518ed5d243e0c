using Parley.Lexicons;
using Parley.Records;

namespace Parley.Text;

/// <summary>Tells headings, list items, captions and page furniture from paragraphs, by rules/furniture and by their look.</summary>
internal static class Furniture
{
    private static readonly Lexicon s_rules = LexiconSet.Get("rules/furniture");
    private static readonly int s_where = s_rules.Column("where");
    private static readonly int s_kind = s_rules.Column("kind");
    private static readonly int s_most = s_rules.Column("most");

    /// <summary>The longest phrase of a rule, in words.</summary>
    private const int MostWords = 8;

    /// <summary>The longest block that the rules look at, in words.</summary>
    private const int LongestBlock = 120;

    /// <summary>What a run of words looks like, taken by itself.</summary>
    public static BlockKind Classify(string text, List<Word> words, WordRange block, bool mayBeFurniture)
    {
        if (mayBeFurniture && IsRule(text, words, block))
            return BlockKind.Furniture;
        if (mayBeFurniture && Match(text, words, block) is not BlockKind.Paragraph and var matched)
            return matched;
        if (Lines.StartsItem(text, words[block.Start].Start, words[block.End - 1].End))
            return BlockKind.ListItem;
        return LooksLikeHeading(text, words, block) ? BlockKind.Heading : BlockKind.Paragraph;
    }

    /// <summary>True for a short line without a stop at its end or a sentence end inside.</summary>
    public static bool LooksLikeHeading(string text, List<Word> words, WordRange block)
    {
        if (block.Length > 26)
            return false;
        var first = text[words[block.Start].Start];
        var last = text[words[block.End - 1].End - 1];
        if (Characters.IsStop(last))
            return last == '?' && block.Length <= 16 && char.IsUpper(first);
        for (var i = block.Start; i < block.End; i++)
            if ((words[i].Flags & WordFlags.MayEndSentence) != 0)
                return false;
        if (last is ':' or ',' or ';' or '-' or '\u2014' || char.IsLower(first))
            return false;
        if (!Characters.IsQuote(last) && last != ')')
            return true;
        // A quotation that stands alone is a paragraph; a heading may end with a quoted word.
        var before = text[words[Math.Max(block.Start, block.End - 2)].End - 1];
        return !Characters.IsStop(before) && before != ',';
    }

    /// <summary>True for a line drawn with punctuation marks: ___, * * *.</summary>
    private static bool IsRule(string text, List<Word> words, WordRange block)
    {
        if (block.Length > 12)
            return false;
        for (var i = block.Start; i < block.End; i++)
        for (var at = words[i].Start; at < words[i].End; at++)
            if (text[at] is not ('_' or '*' or '-' or '=' or '~' or '#' or '.' or '|' or '\u2013' or '\u2014' or '\u2022'))
                return false;
        return true;
    }

    /// <summary>What the rules make of a block; <see cref="BlockKind.Paragraph"/> where none fits.</summary>
    private static BlockKind Match(string text, List<Word> words, WordRange block)
    {
        if (block.Length > LongestBlock)
            return BlockKind.Paragraph;
        for (var i = block.Start; i < block.End; i++)
        for (var last = i; last < block.End && last - i < MostWords; last++)
        {
            if (last == i && !s_rules.MayBegin(text.AsSpan(words[i].Start, words[i].End - words[i].Start)))
                break;
            var row = s_rules.Find(text.AsSpan(words[i].Start, words[last].End - words[i].Start));
            for (; row >= 0; row = s_rules.Next(row))
                if (Fits(row, block, i, last, text, words))
                    return s_rules.Cell(row, s_kind) is "caption" ? BlockKind.Caption : BlockKind.Furniture;
        }
        return BlockKind.Paragraph;
    }

    private static bool Fits(int row, WordRange block, int first, int last, string text, List<Word> words)
    {
        if (int.TryParse(s_rules.Cell(row, s_most), out var most) && block.Length > most)
            return false;
        return s_rules.Cell(row, s_where) switch
        {
            "whole" => first == block.Start
                && (last == block.End - 1 || (last == block.End - 2 && !char.IsLetterOrDigit(text[words[last + 1].Start]))),
            "start" => first == block.Start,
            "end" => last >= block.End - 2,
            _ => true,
        };
    }
}
