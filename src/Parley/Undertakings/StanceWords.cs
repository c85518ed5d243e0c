using Parley.Lexicons;
using Parley.Mentions;
using Parley.Records;
using Parley.Syntax;

namespace Parley.Undertakings;

/// <summary>Words above a deed or a topic that tell how somebody stands to it ("accepted a truce", "Kyiv's proposal to meet"), and whose stance it is. Words: <c>lexicons/stance-words</c>.</summary>
internal static class StanceWords
{
    private const int Steps = 6;
    private const int HolderSteps = 4;
    private static readonly Lexicon s_words = LexiconSet.Get("lexicons/stance-words");
    private static readonly int s_as = s_words.Column("as");
    private static readonly int s_stance = s_words.Column("stance");
    private static readonly Lexicon s_hedges = LexiconSet.Get("lexicons/hedges");
    private static readonly int s_hedgeAs = s_hedges.Column("as");

    /// <summary>The words above a word with their stances, the nearest first, as far as the clause and those above it that it completes go; nothing from a negated word on.</summary>
    /// <remarks>"Neither accepted nor rejected" is <see cref="PositionStance.Unclear"/>. An infinitive ("wants Kyiv to accept it") tells what is wanted, not how somebody stands.</remarks>
    public static List<(Node Word, PositionStance Stance)> Above(Node below)
    {
        var found = new List<(Node, PositionStance)>();
        var node = below;
        for (var (step, isBeside) = (0, false); node.Exists && step < Steps; step++, node = node.Head)
        {
            var isBelow = node.Index == below.Index;
            var stance = isBeside || isBelow && !Owner(node).Exists ? null : StanceOf(node);
            if (IsNegated(node) && !(isBelow && node.Upos == Upos.Verb))
            {
                if (stance is not null && IsPaired(node))
                    found.Add((node, PositionStance.Unclear));
                break;
            }
            if (stance is { } told && !(node.Child("to") is { Exists: true, Relation: Relation.Mark } && !isBelow))
                found.Add((node, told));
            if (IsApart(node))
                break;
            isBeside = node.Relation == Relation.Conj;
        }
        return found;
    }

    /// <summary>"If Israel rejects it", "may accept it": no stance that is taken.</summary>
    public static bool IsHedged(Node word)
    {
        foreach (var child in word.Children)
            if (
                s_hedges.Find(child.Form) is >= 0 and var row
                && (s_hedges.Cell(row, s_hedgeAs) is "mark" ? child.Relation == Relation.Mark : child.Relation.Is(Relation.Aux))
            )
                return true;
        return false;
    }

    /// <summary>True for a word that tells a stance by itself.</summary>
    public static bool Tells(Node word) => StanceOf(word) is not null;

    /// <summary>Whose stance the word tells: its subject, for a passive the agent, for a noun the owner; <see cref="Node.None"/> where the sentence does not say.</summary>
    public static Node Holder(Node word)
    {
        var node = word;
        for (var step = 0; node.Exists && step < HolderSteps; step++)
        {
            if (node.Upos is Upos.Noun or Upos.Propn && !node.Child(Relation.Cop).Exists)
            {
                if (Owner(node) is { Exists: true } owner)
                    return owner;
                if (node.Relation != Relation.Obj)
                    return Node.None;
                node = node.Head;
                continue;
            }
            if (node.Child(Relation.NsubjPass).Exists)
                return node.Child(Relation.OblAgent);
            if (node.Subject is { Exists: true } subject)
                return subject.Xpos is "WDT" or "WP" && node.Relation == Relation.AclRelcl ? node.Head : subject;
            if (node.Relation is not (Relation.Xcomp or Relation.Conj or Relation.Acl or Relation.Advcl))
                return Node.None;
            if (node.Relation == Relation.Acl)
                return node.Head;
            node = node.Head;
        }
        return Node.None;
    }

    /// <summary>A clause beside what stands above it; not "demanded, among other things, that …", which may look like one.</summary>
    private static bool IsApart(Node node) =>
        node.Relation is Relation.Advcl or Relation.AdvclRelcl or Relation.Parataxis
        || node.Relation == Relation.AclRelcl && !(node.Child("that") is { Exists: true, Relation: Relation.Mark });

    private static Node Owner(Node noun)
    {
        if (noun.Child(Relation.NmodPoss) is { Exists: true } owner)
            return owner;
        foreach (var child in noun.Children)
            if (child.Relation == Relation.Nmod && (child.Child("by").Exists || child.Child("from").Exists))
                return child;
        return Node.None;
    }

    private static PositionStance? StanceOf(Node node)
    {
        var particle = node.Child(Relation.CompoundPrt);
        var row = particle.Exists ? s_words.Find($"{node.Lemma} {particle.Lemma}") : s_words.Find(node.Lemma);
        if (row < 0 || !IsUsedAs(node, s_words.Cell(row, s_as)))
            return null;
        return ClassNames.Parse<PositionStance>(s_words.Text(row, s_stance));
    }

    private static bool IsUsedAs(Node node, ReadOnlySpan<char> part) =>
        part switch
        {
            "verb" => node.Upos == Upos.Verb,
            "noun" => node.Upos == Upos.Noun,
            "adjective" => node.Upos == Upos.Adj,
            "participle" => node.Xpos == "VBN",
            "asking" => node.Upos == Upos.Verb && !IsAsserting(node),
            _ => true,
        };

    /// <summary>"Insists that its programme is peaceful" asserts; "insists that the rebels disarm", "on guarantees" ask.</summary>
    private static bool IsAsserting(Node verb) =>
        verb.Child(Relation.Ccomp) is { Exists: true } said
        && (
            Is(said)
            || said.Child(Relation.Cop) is { Exists: true } copula && Is(copula)
            || said.Child(Relation.Aux) is { Exists: true } aux && Is(aux)
        );

    private static bool Is(Node word) => word.Xpos is "VBZ" or "VBD" || word.Xpos == "VBP" && word.Lemma is "be" or "have";

    private static bool IsPaired(Node node)
    {
        if (node.Relation == Relation.Conj && StanceOf(node.Head) is not null)
            return true;
        foreach (var child in node.Children)
            if (child.Relation == Relation.Conj && StanceOf(child) is not null)
                return true;
        return false;
    }

    private static bool IsNegated(Node node)
    {
        foreach (var child in node.Children)
            if (child.Has("Polarity=Neg") || child.IsForm("never") || child.IsForm("neither") || child.IsForm("nor"))
                return true;
        return false;
    }
}
