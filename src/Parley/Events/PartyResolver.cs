using Parley.Actors;
using Parley.Lexicons;
using Parley.Places;
using Parley.Records;
using Parley.Statements;
using Parley.Syntax;

namespace Parley.Events;

/// <summary>Which actors an argument word stands for: by its own mention, the name it is part of, its owner, or the place it is of.</summary>
internal sealed class PartyResolver(ActorTable actors, PlaceTable places, StatementTable statements, Countries countries)
{
    private const int Steps = 4;

    /// <summary>How likely a force named before a noun of violence is its doer.</summary>
    private const float ForceBefore = 0.7f;

    /// <summary>Nouns before which a force may as well be the victim.</summary>
    private static readonly Lexicon s_losses = LexiconSet.Get("rules/events/losses");

    /// <summary>Adds the actors of an argument word that are not yet among <paramref name="found"/>.</summary>
    /// <param name="word">The head word of the argument.</param>
    /// <param name="probability">How likely it fills the role.</param>
    /// <param name="asTarget">True for a target: of a place or a thing, the country that it lies in counts.</param>
    /// <param name="found">The parties so far.</param>
    public void Add(Node word, float probability, bool asTarget, List<Party> found)
    {
        var because = "the word itself";
        var parties = new List<Actor>();
        Find(word, asTarget, parties, ref because, Steps);
        foreach (var actor in parties)
            if (!found.Exists(one => one.Actor.Id == actor.Id))
                found.Add(new Party(actor, probability, word.Index, because));
    }

    /// <summary>Makes the armed force or police right before a noun of violence its doer: "police firing", "an army raid"; not "police killings".</summary>
    public void PutForceBefore(Node noun, List<Party> doers)
    {
        if (s_losses.Contains(noun.Lemma))
            return;
        foreach (var child in noun.Children)
            if (child.Relation is Relation.Compound or Relation.NmodDesc && child.Index == noun.Index - 1 && ForceAt(child) is { } force)
            {
                doers.Clear();
                doers.Add(new Party(force, ForceBefore, child.Index, "named before the noun"));
            }
    }

    private Actor? ForceAt(Node word) =>
        actors.At(word) is { } actor ? (actor.Kind is ActorKind.Military or ActorKind.ArmedGroup || Police.Is(actor) ? actor : null)
        : Police.IsNamedBy(word.Form) ? actors.Actors.FirstOrDefault(Police.IsForce)
        : null;

    private void Find(Node word, bool asTarget, List<Actor> found, ref string because, int steps)
    {
        if (!word.Exists || steps == 0)
            return;
        if (Antecedent(word) is { Exists: true } antecedent)
        {
            Find(antecedent, asTarget, found, ref because, steps - 1);
            return;
        }
        // "the two sides", "the Russian and Ukrainian presidents": one mention of several parties.
        if (actors.PartiesAt(word.Index) is { Length: > 1 } parties)
        {
            found.AddRange(parties);
            return;
        }
        var own = actors.At(word) ?? OfName(word);
        if (own is not null && (own.Code.Length > 0 || own.Kind != ActorKind.People))
            found.Add(own);
        else if (SpeakerOf(word) is { } speaker)
            (because, _) = ("the speaker, who says it of himself", Add(found, speaker));
        else if (AddOwners(word, found))
            because = "its owner";
        else if (AddOf(word, asTarget, found, ref because, steps))
            because = "whose or of what it is";
        else if (asTarget && PlaceCountry(word, steps) is { } host)
            (because, _) = ("the country that it lies in", Add(found, host));
        else if (own is not null)
            found.Add(own);
    }

    /// <summary>What a relative pronoun points at; <see cref="Node.None"/> for other words.</summary>
    private static Node Antecedent(Node word)
    {
        if (word.Upos is not (Upos.Pron or Upos.Det or Upos.Sconj) || !(word.Has("PronType=Rel") || word.Xpos is "WDT" or "WP"))
            return Node.None;
        var clause = word;
        for (var steps = 0; clause.Exists && steps < Steps; steps++, clause = clause.Head)
            if (clause.Relation == Relation.AclRelcl)
                return clause.Head;
        return Node.None;
    }

    // The heads point at the last name, the tree may head on the first; "the minister, Ivan Petrov" is one man.
    private Actor? OfName(Node word)
    {
        if (places.At(word) is not null || word.Upos is not (Upos.Propn or Upos.Noun or Upos.Adj))
            return null;
        for (var (node, steps) = (word, Steps); steps > 0 && IsPartOfName(node) && node.Head.Exists; steps--)
        {
            node = node.Head;
            if (actors.At(node) is { } actor)
                return actor;
        }
        foreach (var child in word.Children)
            if (child.Relation is Relation.Flat or Relation.Appos && actors.At(child) is { } actor)
                return actor;
        return null;
    }

    private static bool IsPartOfName(Node node) =>
        node.Relation is Relation.Flat or Relation.Compound or Relation.Appos or Relation.NmodDesc
        || (node.Relation == Relation.Amod && node.Upos == Upos.Adj);

    // "Ukraine said it would …": a pronoun that nothing else resolves is the speaker's own.
    private Actor? SpeakerOf(Node word)
    {
        if (word.Upos != Upos.Pron || !word.Has("PronType=Prs") || !(word.Has("Person=1") || word.IsForm("it")))
            return null;
        var id = statements.At(word.Index)?.Speaker;
        return id is null ? null : actors.Actors.FirstOrDefault(actor => actor.Id == id);
    }

    private bool AddOwners(Node word, List<Actor> found)
    {
        foreach (var child in word.Children)
            if (IsModifier(child, word) && PartyModifier.Of(child, actors) is { Exists: true } modifier)
                if (actors.At(modifier) is { Kind: not ActorKind.Media } owner)
                {
                    Add(found, owner);
                    foreach (var beside in modifier.Children)
                        if (beside.Relation == Relation.Conj && actors.At(beside) is { } other)
                            Add(found, other);
                }
        return found.Count > 0;
    }

    private static bool IsModifier(Node child, Node noun) =>
        child.Relation is Relation.Amod or Relation.Compound or Relation.NmodPoss or Relation.NmodDesc or Relation.Nmod
        && child.Index < noun.Index;

    // "dozens of civilians", "residents of Homs", "fighters from the group"
    private bool AddOf(Node word, bool asTarget, List<Actor> found, ref string because, int steps)
    {
        foreach (var child in word.Children)
            if (child.Relation.Is(Relation.Nmod) && (child.Child("of").Exists || child.Child("from").Exists))
            {
                Find(child, asTarget, found, ref because, steps - 1);
                if (found.Count == 0 && places.At(child) is { } place && countries.Find(place.Country) is { } people)
                    found.Add(people);
            }
        return found.Count > 0;
    }

    private Actor? PlaceCountry(Node word, int steps)
    {
        if (places.At(word) is { } place)
            return countries.Find(place.Country);
        if (steps <= 1)
            return null;
        foreach (var child in word.Children)
            if (
                child.Relation.Is(Relation.Nmod)
                || child.Relation is Relation.Compound or Relation.Amod or Relation.Appos or Relation.Flat or Relation.Obl
            )
                if (PlaceCountry(child, steps - 1) is { } country)
                    return country;
        return null;
    }

    private static bool Add(List<Actor> found, Actor actor)
    {
        if (found.Exists(one => one.Id == actor.Id))
            return false;
        found.Add(actor);
        return true;
    }
}
