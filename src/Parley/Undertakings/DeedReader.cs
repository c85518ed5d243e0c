using System.Collections.Frozen;
using Parley.Lexicons;
using Parley.Places;
using Parley.Records;
using Parley.Syntax;

namespace Parley.Undertakings;

/// <summary>Finds deeds: a verb or noun of <c>lexicons/deed-verbs</c> or <c>deed-nouns</c> with what completes it, by <c>rules/undertaking-kinds</c>.</summary>
internal sealed class DeedReader(PlaceTable places)
{
    private static readonly Lexicon s_verbs = LexiconSet.Get("lexicons/deed-verbs");
    private static readonly Lexicon s_nouns = LexiconSet.Get("lexicons/deed-nouns");
    private static readonly Lexicon s_objects = LexiconSet.Get("lexicons/deed-objects");
    private static readonly Lexicon s_kinds = LexiconSet.Get("rules/undertaking-kinds");
    private static readonly int s_verbClass = s_verbs.Column("class");
    private static readonly int s_nounClass = s_nouns.Column("class");
    private static readonly int s_objectClass = s_objects.Column("class");
    private static readonly int s_kind = s_kinds.Column("kind");

    private static readonly FrozenDictionary<string, UndertakingKind> s_names = new Dictionary<string, UndertakingKind>
    {
        ["ceasefire"] = UndertakingKind.Ceasefire,
        ["reduction-of-operations"] = UndertakingKind.ReductionOfOperations,
        ["withdrawal"] = UndertakingKind.Withdrawal,
        ["corridor"] = UndertakingKind.Corridor,
        ["exchange"] = UndertakingKind.Exchange,
        ["aid"] = UndertakingKind.Aid,
        ["talks"] = UndertakingKind.Talks,
        ["recognition"] = UndertakingKind.Recognition,
        ["neutrality"] = UndertakingKind.Neutrality,
        ["guarantee"] = UndertakingKind.Guarantee,
        ["disarmament"] = UndertakingKind.Disarmament,
        ["sanctions-relief"] = UndertakingKind.SanctionsRelief,
        ["other"] = UndertakingKind.Other,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The deed that this word heads; null where it heads none.</summary>
    public Deed? At(Node node) =>
        node.Upos switch
        {
            Upos.Verb or Upos.Aux => Verb(node),
            Upos.Adj when node.Child(Relation.Cop).Exists => Predicate(node),
            Upos.Noun when node.Child(Relation.Cop).Exists => Predicate(node) ?? Noun(node),
            Upos.Noun or Upos.Sym => Noun(node),
            _ => null,
        };

    private Deed? Verb(Node verb)
    {
        var first = FirstRow(verb);
        if (first < 0)
            return null;
        var negated = Clauses.IsNegated(verb);
        for (var row = first; row >= 0; row = s_verbs.Next(row))
        {
            var cls = s_verbs.Text(row, s_verbClass);
            if (negated != (cls == "attack"))
                continue;
            if (negated)
                return new Deed(verb, verb.Child(Relation.Obj), UndertakingKind.Other, false);
            var completed = false;
            foreach (var child in verb.Children)
                if (Completes(child))
                {
                    if (Kind(cls, child) is { } kind)
                        return new Deed(verb, child, kind, false);
                    completed |= child.Relation is Relation.Obj or Relation.NsubjPass && child.Upos != Upos.Pron;
                }
            if (!completed && !LeavesATable(verb) && KindOf(cls) is { } alone)
                return new Deed(verb, Node.None, alone, false);
        }
        return null;
    }

    private static bool Completes(Node child) =>
        child.Relation is Relation.Obj or Relation.NsubjPass or Relation.Xcomp or Relation.Obl
        && (child.Upos is Upos.Noun or Upos.Adj or Upos.Propn or Upos.Num || child.Child(Relation.Nmod).Exists);

    /// <summary>"Withdraw from the treaty" leaves no ground.</summary>
    private bool LeavesATable(Node verb)
    {
        foreach (var child in verb.Children)
            if (
                child.Relation.Is(Relation.Obl)
                && child.Child(Relation.Case).Exists
                && child.Child("from").Exists
                && places.At(child) is null
                && !HasClass(child, "ground")
            )
                return true;
        return false;
    }

    private Deed? Predicate(Node node) => KindOf("remain", node) is { } kind ? new Deed(node, node, kind, node.Upos == Upos.Noun) : null;

    private Deed? Noun(Node noun)
    {
        for (var row = Clauses.FindNoun(s_nouns, noun); row >= 0; row = s_nouns.Next(row))
        {
            var cls = s_nouns.Text(row, s_nounClass);
            foreach (var child in noun.Children)
                if (child.Relation is Relation.Nmod or Relation.Compound && Kind(cls, child) is { } kind)
                    return new Deed(noun, child, kind, true, cls == "gift");
            if (KindOf(cls) is { } alone)
                return new Deed(noun, Node.None, alone, true, cls == "gift");
        }
        return null;
    }

    private static int FirstRow(Node verb)
    {
        foreach (var child in verb.Children)
            if (
                child.Relation is Relation.CompoundPrt or Relation.Advmod or Relation.Xcomp or Relation.Obj or Relation.Iobj
                && child.Index > verb.Index
            )
            {
                var row = s_verbs.Find($"{verb.Lemma} {child.Lemma}");
                if (row >= 0)
                    return row;
            }
        return s_verbs.Find(verb.Lemma);
    }

    /// <summary>The kind of a class with a completing noun, looked up by the noun, its compounds and modifiers, those it counts, and what stands beside it.</summary>
    private static UndertakingKind? Kind(string cls, Node noun)
    {
        if (KindOf(cls, noun) is { } direct)
            return direct;
        foreach (var child in noun.Children)
        {
            var near = child.Relation is Relation.Compound or Relation.Conj || child.Relation == Relation.Nmod && child.Child("of").Exists;
            if (near && (KindOf(cls, child) ?? (child.Relation == Relation.Nmod ? Kind(cls, child) : null)) is { } kind)
                return kind;
            if (child.Relation == Relation.Amod && KindOf(cls, $"{child.Lemma} {noun.Lemma}") is { } described)
                return described;
        }
        return null;
    }

    private static UndertakingKind? KindOf(string cls, Node noun)
    {
        for (var row = Clauses.FindNoun(s_objects, noun); row >= 0; row = s_objects.Next(row))
            if (KindOf($"{cls} {s_objects.Text(row, s_objectClass)}") is { } kind)
                return kind;
        return null;
    }

    private static UndertakingKind? KindOf(string cls, string words)
    {
        for (var row = s_objects.Find(words); row >= 0; row = s_objects.Next(row))
            if (KindOf($"{cls} {s_objects.Text(row, s_objectClass)}") is { } kind)
                return kind;
        return null;
    }

    private static UndertakingKind? KindOf(string key) =>
        s_kinds.Find(key) is >= 0 and var row && s_names.TryGetValue(s_kinds.Text(row, s_kind), out var kind) ? kind : null;

    private static bool HasClass(Node noun, string cls)
    {
        for (var row = s_objects.Find(noun.Lemma); row >= 0; row = s_objects.Next(row))
            if (s_objects.Cell(row, s_objectClass).SequenceEqual(cls))
                return true;
        return false;
    }
}
