using System.Collections.Immutable;
using Parley.Lexicons;
using Parley.Mentions;
using Parley.Places;
using Parley.Records;
using Parley.Statements;
using Parley.Syntax;
using Parley.Text;
using Parley.Times;

namespace Parley.Events;

/// <summary>Resolves the words of one mention: parties, place, time, statement.</summary>
internal sealed class TellingReader(
    ParsedText parsed,
    PartyResolver resolver,
    PlaceTable places,
    TimeTable times,
    StatementTable statements
)
{
    private static readonly Lexicon s_witnessing = LexiconSet.Get("lexicons/witness-verbs");
    private static readonly Lexicon s_counting = LexiconSet.Get("lexicons/counting-nouns");

    /// <summary>Words less likely to fill a role than this are passed over.</summary>
    private const float LeastArgument = 0.5f;

    /// <summary>The telling of a mention.</summary>
    public Telling Read(EventMention mention)
    {
        var trigger = parsed[mention.Word];
        var isNoun = IsNominal(trigger);
        var telling = new Telling
        {
            Mention = mention,
            Trigger = trigger,
            Sentence = parsed.SentenceOf(mention.Word),
            IsNoun = isNoun,
            Determiner = isNoun ? Determiner(trigger) : "verb",
            Modifiers = isNoun ? Modifiers(trigger) : [],
            Statement = statements.At(mention.Word),
            IsSecondary = Blocks.KindAt(trigger) is BlockKind.Heading or BlockKind.Caption,
        };
        AddParties(telling);
        telling.Place = Where(mention, telling.OtherPlaces);
        telling.Time = When(mention);
        return telling;
    }

    private void AddParties(Telling telling)
    {
        foreach (var doer in telling.Mention.Doers)
            if (doer.Probability >= LeastArgument && !Perceives(parsed[doer.Word], telling.Trigger) && !IsCounting(parsed[doer.Word]))
                resolver.Add(parsed[doer.Word], doer.Probability, asTarget: false, telling.Doers);
        foreach (var target in telling.Mention.Targets)
            if (target.Probability >= LeastArgument && !IsWitness(parsed[target.Word], telling.Trigger))
                resolver.Add(parsed[target.Word], target.Probability, asTarget: true, telling.Targets);
        if (telling.IsNoun && telling.Type == EventType.Assault)
            resolver.PutForceBefore(telling.Trigger, telling.Doers);
        // The parties of an agreement are equals.
        if (telling.Type == EventType.Agree)
        {
            telling.Doers.AddRange(telling.Targets.Where(target => !telling.Doers.Exists(doer => doer.Actor.Id == target.Actor.Id)));
            telling.Targets.Clear();
        }
        telling.Targets.RemoveAll(target => telling.Doers.Exists(doer => IsOneSide(doer.Actor, target.Actor)));
    }

    // "The correspondent heard explosions", "explosions that it did not see": who perceives a deed has no part in it.
    private static bool IsWitness(Node word, Node trigger) =>
        word.Relation.Is(Relation.Nsubj)
        && word.Head is { Exists: true } verb
        && s_witnessing.Contains(verb.Lemma)
        && (trigger.Relation == Relation.Obj && trigger.Head == verb || verb.Relation == Relation.AclRelcl && verb.Head == trigger);

    // "Norland has seen launchers moving": nor has he done what he perceives.
    private static bool Perceives(Node word, Node trigger) =>
        IsWitness(word, trigger)
        || word.Relation.Is(Relation.Nsubj)
            && word.Head is { Exists: true } verb
            && s_witnessing.Contains(verb.Lemma)
            && trigger != verb
            && trigger.Index > verb.Index
            && trigger.IsWithin(verb);

    // "By the count of the police": who counts has no part in it either.
    private static bool IsCounting(Node word) =>
        (word.Relation.Is(Relation.Nmod) || word.Relation == Relation.NmodPoss) && s_counting.Contains(word.Head.Lemma);

    // "sent its troops": a state's own forces are what it acts with, not whom it acts on; an army may well turn on its government.
    private static bool IsOneSide(Actor doer, Actor target) =>
        doer.Id == target.Id
        || (IsOfState(doer) && IsOfState(target) && target.Kind != ActorKind.Government && Countries.Of(doer) == Countries.Of(target));

    private static bool IsOfState(Actor actor) =>
        actor.Code.Length > 0 && actor.Kind is ActorKind.Country or ActorKind.Government or ActorKind.Military;

    private Place? Where(EventMention mention, List<Place> others)
    {
        Place? best = null;
        var word = -1;
        foreach (var argument in mention.Places)
            if (argument.Probability >= LeastArgument && Finer(best, PlaceIn(parsed[argument.Word], 2)) is { } finer && finer != best)
                (best, word) = (finer, argument.Word);
        foreach (var argument in mention.Targets)
            if (best is null && argument.Probability >= LeastArgument && places.At(argument.Word) is { } place)
                (best, word) = (place, argument.Word);
        if (best is null)
            return Here(parsed[mention.Word]);
        AddEquals(parsed[word], best, others);
        return best;
    }

    // "Drones struck Izmail and Reni": towns in one list are each a place of the deed.
    private void AddEquals(Node word, Place best, List<Place> others)
    {
        var first = word.Relation.Is(Relation.Conj) ? word.Head : word;
        if (places.At(first) is { } place && place.Id != best.Id)
            others.Add(place);
        foreach (var child in first.Children)
            if (child.Relation.Is(Relation.Conj) && places.At(child) is { } other && other.Id != best.Id)
                others.Add(other);
    }

    // "Delegates met here", "Delegates signed a pact here"
    private Place? Here(Node trigger)
    {
        foreach (var child in trigger.Children)
            if (child.Relation.Is(Relation.Advmod) && child.IsForm("here") && places.At(child) is { } place)
                return place;
        return trigger.Relation == Relation.Obj ? Here(trigger.Head) : null;
    }

    private Place? PlaceIn(Node word, int depth)
    {
        var best = places.At(word);
        if (depth > 0 && best is null)
            foreach (var child in word.Children)
                if (child.Relation.Is(Relation.Nmod) || child.Relation is Relation.Appos or Relation.Compound or Relation.Flat)
                    best = Finer(best, PlaceIn(child, depth - 1));
        return best ?? (word.Relation is Relation.Flat or Relation.Compound ? places.At(word.Head) : null);
    }

    private static Place? Finer(Place? one, Place? other) =>
        one is null || (other?.Precision is { } precision && precision < (one.Precision ?? PlacePrecision.Country)) ? other : one;

    // "Wednesday's raid"
    private Time? OwnTime(Node trigger)
    {
        foreach (var child in trigger.Children)
            if (child.Relation == Relation.NmodPoss && times.At(child.Index) is { Type: "DATE" or "TIME" } time)
                return time;
        return null;
    }

    private Time? When(EventMention mention)
    {
        var best = default(Argument);
        Time? time = null;
        foreach (var argument in mention.Times)
            if (
                argument.Probability >= LeastArgument
                && argument.Probability > best.Probability
                && times.At(argument.Word) is { Type: "DATE" or "TIME" } found
            )
                (best, time) = (argument, found);
        return time ?? OwnTime(parsed[mention.Word]);
    }

    private static bool IsNominal(Node node) =>
        node.Upos is Upos.Noun or Upos.Propn or Upos.Adj
        || (
            node.Xpos == "VBG"
            && (node.Child(Relation.Det).Exists || node.Child(Relation.NmodPoss).Exists || node.Child(Relation.Amod).Exists)
        );

    private static string Determiner(Node noun)
    {
        foreach (var child in noun.Children)
            if (child.Relation == Relation.NmodPoss)
                return "possessive";
            else if (child.Relation == Relation.Nummod)
                return "number";
            else if (child.Relation.Is(Relation.Det))
                return child.Has("Definite=Def") ? "definite"
                    : child.Has("Definite=Ind") ? "indefinite"
                    : child.Has("PronType=Dem") ? "demonstrative"
                    : child.Has("PronType=Neg") ? "negative"
                    : "quantity";
        return noun.Has("Number=Plur") ? "bare-plural" : "bare";
    }

    private static ImmutableArray<string> Modifiers(Node noun)
    {
        var found = ImmutableArray.CreateBuilder<string>();
        foreach (var child in noun.Children)
            if (child.Relation == Relation.Amod || child.Relation.Is(Relation.Det))
                found.Add("at=" + child.Lemma.ToLowerInvariant());
        return found.ToImmutable();
    }
}
