using System.Collections.Immutable;
using Parley.Actors;
using Parley.Records;
using Parley.Syntax;

namespace Parley.Undertakings;

/// <summary>Finds the parties that a noun phrase, a verb's subject or an agent names: actors who can bind a side.</summary>
internal sealed class PartyReader(ActorTable actors)
{
    /// <summary>The node whose governor counts: the first of a coordination ("cut its fire and not move guns").</summary>
    public static Node Shared(Node node)
    {
        while (node.Relation == Relation.Conj && node.Head.Exists)
            node = node.Head;
        return node;
    }

    /// <summary>The subject of a verb, taken from the verb it is coordinated with or controlled by where it has none.</summary>
    public static Node Subject(Node verb)
    {
        for (var node = verb; node.Exists; node = node.Head)
        {
            if (node.Subject is { Exists: true } subject)
                return IsRelative(subject) && node.Relation == Relation.AclRelcl ? node.Head : subject;
            if (node.Relation == Relation.Acl)
                return node.Head;
            if (node.Relation is not (Relation.Conj or Relation.Xcomp or Relation.Advcl))
                return Node.None;
        }
        return Node.None;
    }

    /// <summary>Those named by a noun phrase who can bind a side, coordinated ones included; one for each side.</summary>
    public ImmutableArray<Actor> Of(Node node)
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

    /// <summary>The subject's parties.</summary>
    public ImmutableArray<Actor> OfSubject(Node verb) => Of(Subject(verb));

    /// <summary>Those by whom it is done.</summary>
    public ImmutableArray<Actor> Agents(Node verb)
    {
        foreach (var child in verb.Children)
            if (child.Relation == Relation.OblAgent || child.Relation == Relation.Obl && child.Child("by").Exists)
                return Of(child);
        return [];
    }

    /// <summary>Both parties of "between A and B".</summary>
    public ImmutableArray<Actor> Between(Node noun)
    {
        foreach (var child in noun.Children)
            if (child.Relation == Relation.Nmod && child.Child("between").Exists)
                return Of(child);
        return [];
    }

    /// <summary>The owner that a noun phrase names: "Russia's promise", "the Russian pledge".</summary>
    public ImmutableArray<Actor> Owners(Node noun)
    {
        foreach (var child in noun.Children)
            if (child.Relation is Relation.NmodPoss or Relation.Amod or Relation.Compound && Of(child) is { IsEmpty: false } owner)
                return owner;
        return [];
    }

    /// <summary>True when both stand on one side.</summary>
    public bool SameSide(Actor a, Actor b) => a.Id == b.Id || SideOf(a) == SideOf(b);

    /// <summary>The side of an actor of this text.</summary>
    public string SideOf(Actor actor) => Side.Of(actor, actors.Actors);

    /// <summary>The country or body that a person speaks for, where it is an actor of this text; else the person.</summary>
    public Actor Body(Actor actor) =>
        actor.Kind is ActorKind.Person or ActorKind.People
        && Side.Find(actor.MemberOf, actors.Actors) is { } own
        && Side.CanBind(own, actors.Actors)
        && SameSide(own, actor)
            ? own
            : actor;

    private static bool IsRelative(Node subject) => subject.IsForm("which") || subject.IsForm("who") || subject.IsForm("that");

    private void Add(ImmutableArray<Actor>.Builder parties, Node node)
    {
        if (actors.At(node) is not { } actor || !Side.CanBind(actor, actors.Actors))
            return;
        foreach (var other in parties)
            if (SameSide(other, actor))
                return;
        parties.Add(actor);
    }
}
