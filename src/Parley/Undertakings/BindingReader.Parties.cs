using System.Collections.Immutable;
using Parley.Records;
using Parley.Syntax;

namespace Parley.Undertakings;

internal sealed partial class BindingReader
{
    /// <summary>The node whose governor counts: the first of a coordination ("reduce violence and not increase attacks").</summary>
    private static Node Shared(Node node)
    {
        while (node.Relation == Relation.Conj && node.Head.Exists)
            node = node.Head;
        return node;
    }

    /// <summary>The subject of a verb, taken from the verb it is coordinated with or controlled by where it has none.</summary>
    private static Node Subject(Node verb)
    {
        for (var node = verb; node.Exists; node = node.Head)
        {
            if (node.Subject is { Exists: true } subject)
                return subject.IsForm("which") || subject.IsForm("who") || subject.IsForm("that") ? Antecedent(node, subject) : subject;
            if (node.Relation == Relation.Acl)
                return node.Head;
            if (node.Relation is not (Relation.Conj or Relation.Xcomp or Relation.Advcl))
                return Node.None;
        }
        return Node.None;
    }

    private static Node Antecedent(Node clause, Node pronoun) => clause.Relation == Relation.AclRelcl ? clause.Head : pronoun;

    /// <summary>Those named by a noun phrase who can bind a side, coordinated ones included.</summary>
    private ImmutableArray<Actor> Parties(Node node)
    {
        if (!node.Exists)
            return [];
        var parties = ImmutableArray.CreateBuilder<Actor>();
        Add(parties, node);
        foreach (var child in node.Children)
            if (child.Relation == Relation.Conj)
                Add(parties, child);
        return parties.ToImmutable();
    }

    private void Add(ImmutableArray<Actor>.Builder parties, Node node)
    {
        if (actors.At(node) is not { } actor || !Side.CanBind(actor, actors.Actors))
            return;
        foreach (var other in parties)
            if (SameSide(other, actor))
                return;
        parties.Add(actor);
    }

    /// <summary>Who holds a noun of commitment: its possessor, the subject of "gave", the agent of "given by", both of "between A and B".</summary>
    private ImmutableArray<Actor> Holders(Node noun)
    {
        foreach (var child in noun.Children)
            if (child.Relation is Relation.NmodPoss or Relation.Amod or Relation.Compound && Parties(child) is { IsEmpty: false } owner)
                return owner;
        if (Between(noun) is { Length: > 1 } between)
            return between;
        foreach (var child in noun.Children)
            if (child.Relation == Relation.Nmod && (child.Child("by").Exists || child.Child("from").Exists) && Parties(child) is { IsEmpty: false } giver)
                return giver;
        var shared = Shared(noun);
        var governor = shared.Head;
        if (!governor.Exists || !(s_carriers.Contains(governor.Lemma) || VerbClass(governor) is "concludes" or "announces"))
            return [];
        return shared.Relation == Relation.NsubjPass ? Agents(governor)
            : shared.Relation == Relation.Obj ? Parties(Subject(governor))
            : [];
    }

    private ImmutableArray<Actor> Agents(Node verb)
    {
        foreach (var child in verb.Children)
            if (child.Relation == Relation.OblAgent || child.Relation == Relation.Obl && child.Child("by").Exists)
                return Parties(child);
        return [];
    }

    private ImmutableArray<Actor> Between(Node noun)
    {
        foreach (var child in noun.Children)
            if (child.Relation == Relation.Nmod && child.Child("between").Exists)
                return Parties(child);
        return [];
    }

    /// <summary>False where the deed is told of another's forces: nobody binds himself to another's withdrawal.</summary>
    private bool IsOwnConduct(Deed deed, ImmutableArray<Actor> parties)
    {
        if (deed.Kind is not (UndertakingKind.Withdrawal or UndertakingKind.ReductionOfOperations or UndertakingKind.Disarmament))
            return true;
        return IsOwn(deed.Object, parties) && (!deed.IsNoun || IsOwn(deed.Head, parties));
    }

    private bool IsOwn(Node noun, ImmutableArray<Actor> parties)
    {
        if (!noun.Exists)
            return true;
        if (actors.At(noun) is { } named && !parties.Any(party => SameSide(party, named)))
            return false;
        foreach (var child in noun.Children)
            if (
                child.Relation is Relation.NmodPoss or Relation.Amod or Relation.Compound
                && actors.At(child) is { } owner
                && Side.CanBind(owner, actors.Actors)
                && !parties.Any(party => SameSide(party, owner))
            )
                return false;
        return true;
    }

    private bool SameSide(Actor a, Actor b) =>
        a.Id == b.Id || string.Equals(Side.Of(a, actors.Actors), Side.Of(b, actors.Actors), StringComparison.Ordinal);
}
