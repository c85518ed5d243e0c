using Parley.Syntax;
using Parley.Text;

namespace Parley.Events;

/// <summary>The smallest clause that proves a deed.</summary>
internal static class EvidenceClause
{
    /// <summary>Words above which a subject, with all that is told of it, is left out of the clause.</summary>
    private const int LongSubject = 10;

    /// <summary>For a verb, the clause without what is joined to it; for a noun, its phrase, or the clause of the verb that brings its parties.</summary>
    public static WordRange Of(Telling telling)
    {
        var trigger = telling.Trigger;
        if (!telling.IsNoun)
            return Span(trigger, IsCore);
        var phrase = Span(trigger, IsOfPhrase);
        if (
            trigger.Head is not { Exists: true, Upos: Upos.Verb } verb
            || !trigger.Relation.Is(Relation.Obj) && !trigger.Relation.Is(Relation.Nsubj)
        )
            return phrase;
        var clause = Span(verb, IsCore);
        foreach (var party in telling.Doers.Concat(telling.Targets))
            if (!phrase.Contains(party.Word) && clause.Contains(party.Word))
                return clause;
        return phrase;
    }

    /// <summary>The words that name the deed: the verb with its particle, the noun with a noun before it ("air strike").</summary>
    public static WordRange Trigger(Node trigger)
    {
        var (start, end) = (trigger.Index, trigger.Index + 1);
        foreach (var child in trigger.Children)
            if (child.Relation == Relation.CompoundPrt && child.Index == end)
                end++;
            else if (child.Relation == Relation.Compound && child.Index == start - 1 && child.Upos == Upos.Noun)
                if (!(start > 1 && child.Parsed.Tokens.Form(start - 2).SequenceEqual("-")))
                    start--;
        return new WordRange(start, end);
    }

    private static bool IsCore(Node child) =>
        child.Relation
            is not (
                Relation.Punct
                or Relation.Cc
                or Relation.Conj
                or Relation.Mark
                or Relation.Parataxis
                or Relation.Advcl
                or Relation.Ccomp
                or Relation.Discourse
                or Relation.Vocative
                or Relation.AdvclRelcl
            )
        && !(child.Relation.Is(Relation.Nsubj) && child.Subtree.Length > LongSubject);

    private static bool IsOfPhrase(Node child) =>
        IsCore(child) && child.Relation is not (Relation.Case or Relation.Cop or Relation.Appos or Relation.Nsubj or Relation.Aux);

    private static WordRange Span(Node head, Func<Node, bool> belongs)
    {
        var (start, end) = (head.Index, head.Index + 1);
        foreach (var child in head.Children)
            if (belongs(child))
                (start, end) = (Math.Min(start, child.Subtree.Start), Math.Max(end, child.Subtree.End));
        var parsed = head.Parsed;
        while (end > start + 1 && parsed.UposTags[end - 1] == Upos.Punct && !parsed.Tokens.Form(end - 1).SequenceEqual("\""))
            end--;
        while (start < end - 1 && parsed.UposTags[start] == Upos.Punct && !parsed.Tokens.Form(start).SequenceEqual("\""))
            start++;
        return new WordRange(start, end);
    }
}
