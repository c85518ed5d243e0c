using Parley.Syntax;
using Parley.Text;

namespace Parley.Events;

/// <summary>The smallest clause that proves a deed.</summary>
internal static class EvidenceClause
{
    /// <summary>Words above which a subject, with all that is told of it, is left out of the clause.</summary>
    private const int LongSubject = 10;

    /// <summary>For a verb, the clause without what is joined to it; for a noun, its phrase, or the clause of the verb that carries it.</summary>
    public static WordRange Of(Deed deed)
    {
        if (!deed.IsNoun)
            return Core(deed.Trigger);
        var trigger = deed.Trigger;
        if (deed.Standing.Parties.Count > 0)
            return Core(trigger.Parsed[deed.Standing.Parties[0].Verb]);
        return Phrase(trigger);
    }

    /// <summary>The words that name the deed: the verb with its particle, the noun with a noun before it ("air strike").</summary>
    public static WordRange Trigger(Node trigger)
    {
        var (start, end) = (trigger.Index, trigger.Index + 1);
        foreach (var child in trigger.Children)
        {
            if (child.Relation == Relation.CompoundPrt && child.Index == end)
                end++;
            if (
                child.Relation == Relation.Compound
                && child.Index == start - 1
                && child.Upos == Upos.Noun
                && !(start > 1 && child.Parsed.Tokens.Form(start - 2).SequenceEqual("-"))
            )
                start--;
        }
        return new WordRange(start, end);
    }

    private static WordRange Core(Node verb)
    {
        var (start, end) = (verb.Index, verb.Index + 1);
        foreach (var child in verb.Children)
            if (IsCore(child) && !(child.Relation.Is(Relation.Nsubj) && child.Subtree.Length > LongSubject))
                (start, end) = (Math.Min(start, child.Subtree.Start), Math.Max(end, child.Subtree.End));
        return Trim(verb.Parsed, start, end);
    }

    private static bool IsCore(Node child) =>
        !(
            child.Relation
            is Relation.Punct
                or Relation.Cc
                or Relation.Conj
                or Relation.Mark
                or Relation.Parataxis
                or Relation.Advcl
                or Relation.Ccomp
                or Relation.Discourse
                or Relation.Vocative
                or Relation.AdvclRelcl
        );

    private static WordRange Phrase(Node noun)
    {
        var (start, end) = (noun.Index, noun.Index + 1);
        foreach (var child in noun.Children)
            if (
                child.Relation
                is not (
                    Relation.Punct
                    or Relation.Cc
                    or Relation.Conj
                    or Relation.Case
                    or Relation.Mark
                    or Relation.Cop
                    or Relation.Parataxis
                    or Relation.Appos
                    or Relation.Nsubj
                    or Relation.Aux
                    or Relation.Advcl
                )
            )
                (start, end) = (Math.Min(start, child.Subtree.Start), Math.Max(end, child.Subtree.End));
        return Trim(noun.Parsed, start, end);
    }

    private static WordRange Trim(ParsedText parsed, int start, int end)
    {
        while (end > start + 1 && parsed.UposTags[end - 1] == Upos.Punct && !parsed.Tokens.Form(end - 1).SequenceEqual("\""))
            end--;
        while (start < end - 1 && parsed.UposTags[start] == Upos.Punct && !parsed.Tokens.Form(start).SequenceEqual("\""))
            start++;
        return new WordRange(start, end);
    }
}
