using Parley.Syntax;
using Parley.Text;

namespace Parley.Undertakings;

/// <summary>Clauses as runs of words, and how they stand: negated, hedged, asked.</summary>
internal static class Clauses
{
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
            else if (child.Index < head.Index && IsLead(child, withSubject))
                start = Math.Max(start, subtree.End);
        }
        return Trim(head.Parsed, new WordRange(Math.Min(start, head.Index), Math.Max(end, head.Index + 1)));
    }

    /// <summary>Cuts commas and stray marks at both ends; a quotation mark stays where its partner is inside.</summary>
    public static WordRange Trim(ParsedText parsed, WordRange range)
    {
        var (start, end) = (range.Start, range.End);
        while (end - start > 1 && IsCut(parsed, end - 1, start, end))
            end--;
        while (end - start > 1 && IsCut(parsed, start, start, end))
            start++;
        return new WordRange(start, end);
    }

    /// <summary>True when a word of negation hangs on the node: not, n't, no, never, neither.</summary>
    public static bool IsNegated(Node node)
    {
        foreach (var child in node.Children)
            if (
                child.Has("Polarity=Neg") && child.Relation is Relation.Advmod or Relation.Det or Relation.CcPreconj
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

    private static bool IsAside(Node child) =>
        child.Relation is Relation.Advcl or Relation.Parataxis or Relation.AdvclRelcl
        || child.Relation == Relation.Conj && child.Upos is Upos.Verb or Upos.Aux
        || child.Relation == Relation.Ccomp && child.Head.Subject.Exists && child.Index > child.Head.Index && StartsQuote(child);

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
        var form = parsed.Tokens.Form(word);
        if (form is not ("\"" or "“" or "”"))
            return true;
        // Keep the mark when the run holds an odd number of further marks: then its partner is inside.
        var others = 0;
        for (var other = start; other < end; other++)
            if (other != word && parsed.Tokens.Form(other) is "\"" or "“" or "”")
                others++;
        return others % 2 == 0;
    }
}
