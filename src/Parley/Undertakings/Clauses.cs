using Parley.Lexicons;
using Parley.Syntax;
using Parley.Text;

namespace Parley.Undertakings;

/// <summary>Clauses as runs of words, and how they stand: negated, hedged, asked.</summary>
internal static class Clauses
{
    private const int MaxSubjectWords = 8;

    /// <summary>
    /// The smallest run of words that states the clause of <paramref name="head"/>: its subtree without a leading "that",
    /// without side clauses and coordinated clauses at its edges, without punctuation at its ends.
    /// </summary>
    public static WordRange Extent(Node head, bool withSubject = true)
    {
        var range = head.Subtree;
        var start = range.Start;
        var end = range.End;
        foreach (var child in head.Children)
        {
            var subtree = child.Subtree;
            if (child.Index > head.Index && (IsAside(child) || child.Relation is Relation.Cc) && subtree.Start < end)
                end = Math.Min(end, subtree.Start);
            else if (child.Index < head.Index && (IsLead(child, withSubject) || IsLongSubject(child)))
                start = Math.Max(start, subtree.End);
        }
        end = Math.Min(end, RemarkAfter(head, end));
        return Trim(head.Parsed, new WordRange(Math.Min(start, head.Index), Math.Max(end, head.Index + 1)));
    }

    /// <summary>The whole clause with all that depends on it, but for a coordinated clause.</summary>
    public static WordRange Whole(Node head)
    {
        var range = head.Subtree;
        var end = range.End;
        foreach (var child in head.Children)
            if (child.Index > head.Index && (child.Relation == Relation.Cc || IsOwnClause(child)))
                end = Math.Min(end, child.Subtree.Start);
        return Trim(head.Parsed, new WordRange(range.Start, Math.Max(end, head.Index + 1)));
    }

    /// <summary>The first word of a remark set off by a comma that goes on to the end (", which was seized in 2014"); the end where there is none.</summary>
    private static int RemarkAfter(Node head, int end)
    {
        var parsed = head.Parsed;
        for (var word = head.Index + 1; word < end; word++)
        {
            var node = parsed[word];
            if (node.Relation is not (Relation.AclRelcl or Relation.Appos or Relation.AdvclRelcl) || node.Subtree.End < end - 1)
                continue;
            var start = node.Subtree.Start;
            if (start > head.Index && (parsed.Tokens.Form(start) is "," || parsed.Tokens.Form(start - 1) is ","))
                return start;
        }
        return end;
    }

    /// <summary>Cuts commas and stray marks at both ends; a quotation mark stays where its partner is inside.</summary>
    public static WordRange Trim(ParsedText parsed, WordRange range)
    {
        var (start, end) = (range.Start, range.End);
        while (end - start > 1 && IsCut(parsed, end - 1, start, end))
            end--;
        while (end - start > 1 && IsCut(parsed, start, start, end))
            start++;
        var isWhole = IsQuote(parsed, start) && IsQuote(parsed, end - 1) && end - start > 2;
        return isWhole && CountQuotes(parsed, start, end) == 2
            ? Trim(parsed, new WordRange(start + 1, end - 1))
            : new WordRange(start, end);
    }

    /// <summary>True when a word of negation hangs on the node: not, n't, no, never, neither.</summary>
    public static bool IsNegated(Node node)
    {
        foreach (var child in node.Children)
            if (
                (child.Has("Polarity=Neg") || child.IsForm("no")) && child.Relation is Relation.Advmod or Relation.Det or Relation.CcPreconj
                || child.Relation == Relation.Advmod && (child.Lemma is "not" or "never" || child.IsForm("n't"))
            )
                return true;
        return false;
    }

    /// <summary>The auxiliary that makes it future ("will", "shall", "would", "'ll"); none where it is not.</summary>
    public static Node Future(Node verb)
    {
        foreach (var child in verb.Children)
            if (
                child.Relation.Is(Relation.Aux)
                && (child.Lemma is "will" or "shall" or "would" || child.IsForm("'ll") || child.IsForm("would"))
            )
                return child;
        return Node.None;
    }

    /// <summary>True when an auxiliary leaves it open: may, might, can, could, should, must.</summary>
    public static bool IsHedged(Node verb)
    {
        foreach (var child in verb.Children)
            if (
                child.Relation == Relation.Aux
                && child.Xpos == "MD"
                && !(child.Lemma is "will" or "shall" or "would")
                && !child.IsForm("'ll")
            )
                return true;
        return false;
    }

    /// <summary>The word that makes it a condition ("if", "unless"); none where there is none.</summary>
    public static Node ConditionMark(Node clause)
    {
        foreach (var child in clause.Children)
            if (
                child.Relation is Relation.Mark or Relation.Advmod
                && child.Lemma is "if" or "unless" or "provided" or "once" or "whether" or "until"
            )
                return child;
        return Node.None;
    }

    /// <summary>The row of a noun by its lemma, or by its whole written form where hyphens join it ("cease-fire" is three words of the tree).</summary>
    public static int FindNoun(Lexicon nouns, Node noun)
    {
        var words = noun.Parsed.Tokens.Words;
        var first = noun.Index;
        while (
            first > 0
            && !words[first - 1].SpaceAfter
            && noun.Sentence.Contains(first - 1)
            && (noun.Parsed.Tokens.Form(first - 1) is "-" || noun.Parsed.Tokens.Form(first) is "-")
        )
            first--;
        if (
            first < noun.Index
            && nouns.Find(noun.Parsed.Text.AsSpan(words[first].Start, words[noun.Index].End - words[first].Start)) is >= 0 and var joined
        )
            return joined;
        var row = nouns.Find(noun.Lemma);
        return row < 0 && noun.Lemma.EndsWith('s') ? nouns.Find(noun.Lemma.AsSpan()[..^1]) : row;
    }

    /// <summary>A subject with title and apposition says who, not what.</summary>
    private static bool IsLongSubject(Node child) => child.Relation.Is(Relation.Nsubj) && child.Subtree.Length > MaxSubjectWords;

    private static bool IsAside(Node child) =>
        child.Relation is Relation.Advcl or Relation.Parataxis or Relation.AdvclRelcl
        || IsOwnClause(child)
        || child.Relation == Relation.Ccomp && child.Head.Subject.Exists && child.Index > child.Head.Index && StartsQuote(child);

    private static bool IsOwnClause(Node child) =>
        child.Relation == Relation.Conj && (child.Upos is Upos.Verb or Upos.Aux || child.Subject.Exists);

    private static bool StartsQuote(Node child) => child.Parsed.Tokens.Form(child.Subtree.Start) is "\"" or "“";

    private static bool IsLead(Node child, bool withSubject) =>
        child.Relation is Relation.Cc or Relation.Advcl or Relation.Parataxis or Relation.Discourse
        || child.Relation == Relation.Mark && !child.IsForm("to")
        || child.Relation == Relation.Advmod && (child.IsForm("where") || child.IsForm("when"))
        || !withSubject && (child.Relation.Is(Relation.Nsubj) || child.Relation == Relation.Aux);

    private static bool IsCut(ParsedText parsed, int word, int start, int end)
    {
        if (parsed.UposTags[word] != Upos.Punct)
            return false;
        // A quotation mark stays where it has its partner inside.
        return !IsQuote(parsed, word) || CountQuotes(parsed, start, end) % 2 == 1;
    }

    private static bool IsQuote(ParsedText parsed, int word) => parsed.Tokens.Form(word) is "\"" or "“" or "”";

    private static int CountQuotes(ParsedText parsed, int start, int end)
    {
        var count = 0;
        for (var word = start; word < end; word++)
            if (IsQuote(parsed, word))
                count++;
        return count;
    }
}
