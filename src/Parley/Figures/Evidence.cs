using Parley.Records;
using Parley.Syntax;
using Parley.Text;

namespace Parley.Figures;

/// <summary>The smallest clause around a word.</summary>
internal static class Evidence
{
    /// <summary>The clause of <paramref name="argument"/>, without clauses joined to it that do not hold <paramref name="must"/>, and without punctuation at its ends.</summary>
    public static Span Clause(Node argument, WordRange must)
    {
        var parsed = argument.Parsed;
        var head = argument;
        while (!HeadsClause(head) && head.Head.Exists)
            head = head.Head;
        var (start, end) = (head.Subtree.Start, head.Subtree.End);
        foreach (var child in head.Children)
        {
            if (!child.Relation.Is(Relation.Conj) && !child.Relation.Is(Relation.Parataxis))
                continue;
            if (child.Subtree.Start >= must.End && child.Subtree.Start > head.Index)
                end = Math.Min(end, child.Subtree.Start);
            else if (child.Subtree.End <= must.Start && child.Subtree.End <= head.Index)
                start = Math.Max(start, child.Subtree.End);
        }
        start = Math.Min(start, must.Start);
        end = Math.Max(end, must.End);
        while (start < must.Start && IsEdge(parsed[start]))
            start++;
        while (end > must.End && IsEdge(parsed[end - 1]))
            end--;
        return parsed.SpanOf(new WordRange(start, end));
    }

    private static bool HeadsClause(Node node) =>
        node.IsRoot
        || node.Relation.Is(Relation.Ccomp)
        || node.Relation.Is(Relation.Advcl)
        || node.Relation.Is(Relation.Acl)
        || node.Relation.Is(Relation.Parataxis)
        || (node.Relation.Is(Relation.Conj) && node.Upos is Upos.Verb);

    private static bool IsEdge(Node node) => node.Upos is Upos.Punct or Upos.Cconj;
}
