using Parley.Syntax;
using Parley.Text;

namespace Parley.Undertakings;

/// <summary>The clause that states a deed best, as a run of words.</summary>
internal static class Clauses
{
    private const int MaxSubjectWords = 8;

    /// <summary>The head of the clause that tells the deed: the verb itself; for a noun the verb that it completes, or the noun that it hangs on.</summary>
    public static Node Telling(Node deed)
    {
        var node = deed;
        while (node.Head is { Exists: true } head && IsPart(node, head))
            node = head;
        return node;
    }

    /// <summary>
    /// The smallest run of words that states the clause of <paramref name="head"/>: its subtree without a leading "that",
    /// without side clauses and coordinated clauses at its edges, without punctuation at its ends.
    /// </summary>
    public static WordRange Extent(Node head)
    {
        var (start, end) = (head.Subtree.Start, head.Subtree.End);
        foreach (var child in head.Children)
        {
            var subtree = child.Subtree;
            if (child.Index > head.Index && (IsAside(child) || child.Relation == Relation.Cc) && subtree.Start < end)
                end = Math.Min(end, subtree.Start);
            else if (child.Index < head.Index && (IsLead(child) || IsLongSubject(child)))
                start = Math.Max(start, subtree.End);
        }
        end = Math.Min(end, RemarkAfter(head, end));
        return Trim(head.Parsed, new WordRange(Math.Min(start, head.Index), Math.Max(end, head.Index + 1)));
    }

    /// <summary>Cuts punctuation at both ends; a quotation mark stays where its partner is inside.</summary>
    public static WordRange Trim(ParsedText parsed, WordRange range)
    {
        var (start, end) = (range.Start, range.End);
        while (end - start > 1 && IsCut(parsed, end - 1, start, end))
            end--;
        while (end - start > 1 && IsCut(parsed, start, start, end))
            start++;
        var isWhole = end - start > 2 && IsQuote(parsed, start) && IsQuote(parsed, end - 1);
        return isWhole && CountQuotes(parsed, start, end) == 2
            ? Trim(parsed, new WordRange(start + 1, end - 1))
            : new WordRange(start, end);
    }

    /// <summary>The verb is future: an auxiliary with the tag of a modal, and a subject of its own.</summary>
    public static bool IsForecast(Node verb)
    {
        if (!verb.Subject.Exists)
            return false;
        foreach (var child in verb.Children)
            if (child.Relation.Is(Relation.Aux) && child.Xpos == "MD")
                return true;
        return false;
    }

    /// <summary>A noun is told by the verb it completes, a noun behind a noun by that noun; a coordinated one by the first.</summary>
    private static bool IsPart(Node node, Node head) =>
        node.Relation == Relation.Conj && node.Upos == Upos.Noun && head.Upos == Upos.Noun
        || node.Upos is not (Upos.Verb or Upos.Aux)
            && node.Relation
                is Relation.Obj
                    or Relation.Obl
                    or Relation.Nmod
                    or Relation.Compound
                    or Relation.Amod
                    or Relation.NmodPoss
                    or Relation.NsubjPass
            && (head.Index < node.Index || node.Relation is Relation.Compound or Relation.Amod or Relation.NmodPoss or Relation.NsubjPass);

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

    /// <summary>A subject with title and apposition says who, not what.</summary>
    private static bool IsLongSubject(Node child) => child.Relation.Is(Relation.Nsubj) && child.Subtree.Length > MaxSubjectWords;

    private static bool IsAside(Node child) =>
        child.Relation is Relation.Parataxis or Relation.AdvclRelcl
        || child.Relation == Relation.Advcl && !IsPurpose(child)
        || child.Relation == Relation.Conj && (child.Upos is Upos.Verb or Upos.Aux || child.Subject.Exists)
        || child.Relation == Relation.Ccomp && child.Head.Subject.Exists && IsQuote(child.Parsed, child.Subtree.Start);

    /// <summary>"Send planes to support the troops": what the deed is for belongs to it, unless a comma sets it off.</summary>
    private static bool IsPurpose(Node child) =>
        child.Child("to") is { Exists: true, Relation: Relation.Mark } && child.Parsed.Tokens.Form(child.Subtree.Start) is not ",";

    private static bool IsLead(Node child) =>
        child.Relation is Relation.Cc or Relation.Advcl or Relation.Parataxis or Relation.Discourse
        || child.Relation == Relation.Mark && child.Xpos != "TO"
        || child.Xpos is "WRB" or "WDT" or "WP" && child.Relation is Relation.Advmod or Relation.Obl;

    private static bool IsCut(ParsedText parsed, int word, int start, int end) =>
        parsed.UposTags[word] == Upos.Punct && (!IsQuote(parsed, word) || CountQuotes(parsed, start, end) % 2 == 1);

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
