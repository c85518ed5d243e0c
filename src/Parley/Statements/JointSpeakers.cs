using System.Collections.Immutable;
using Parley.Actors;
using Parley.Records;
using Parley.Syntax;

namespace Parley.Statements;

/// <summary>Tells all who speak a statement jointly: "Qatar and Egypt urged", "the two sides said".</summary>
/// <remarks>Conjuncts in the tree tell them; further speakers of which the network alone is sure were mostly others of the sentence.</remarks>
internal sealed class JointSpeakers(ActorTable actors, SpeakerResolver resolver)
{
    /// <summary>Ids of the speakers, <paramref name="first"/> before the others; empty where the first is not resolved.</summary>
    public ImmutableArray<string> Of(Draft draft, Actor? first)
    {
        var found = new List<string>();
        if (first is null)
            return [];
        Add(first, found);
        if (!draft.Speaker.Exists)
            return [.. found];
        AddParts(draft.Speaker, found);
        foreach (var conjunct in ConjunctsOf(draft.Speaker))
        {
            Add(resolver.Resolve(conjunct, conjunct.Subtree), found);
            AddParts(conjunct, found);
        }
        return [.. found];
    }

    /// <summary>The head of the phrase that a word names: marks name a person by the last word of his name, the tree by another.</summary>
    public static Node HeadOf(Node word)
    {
        while (!word.IsRoot && (word.Relation.Is(Relation.Flat) || word.Relation.Is(Relation.Goeswith)))
            word = word.Head;
        return word;
    }

    private static IEnumerable<Node> ConjunctsOf(Node speaker)
    {
        foreach (var child in speaker.Children)
            if (
                child.Index > speaker.Index
                && child.Relation.Is(Relation.Conj)
                && child.Upos is Upos.Noun or Upos.Propn or Upos.Pron or Upos.Adj
            )
                yield return child;
    }

    private void AddParts(Node speaker, List<string> found)
    {
        var parts = actors.PartiesAt(speaker.Index);
        if (parts.Length > 1)
            foreach (var part in parts)
                Add(part, found);
    }

    private static void Add(Actor? actor, List<string> found)
    {
        if (actor is not null && !found.Contains(actor.Id))
            found.Add(actor.Id);
    }
}
