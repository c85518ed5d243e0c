using Parley.Syntax;

namespace Parley.Actors;

/// <summary>Whether the name of a country or capital means those who act or are acted on, or the ground.</summary>
/// <remarks>
/// "Kyiv says" is a government, "shells fell on Kyiv" a city; "talks with Ukraine" a state, "talks in Ukraine" ground.
/// The rules stand in <c>rules/actor-prepositions.tsv</c> and <c>rules/actor-verbs.tsv</c>.
/// </remarks>
internal static class PlaceOrParty
{
    /// <summary>True when a country's name mentions the state as a party.</summary>
    public static bool IsParty(Node node, bool isCapital)
    {
        var anchor = NounPhrase.Anchor(node);
        var governor = anchor.Head;
        if (HasPlaceApposition(node, isCapital))
            return false;
        switch (anchor.Relation)
        {
            case Relation.Nsubj:
            case Relation.NsubjOuter:
                return !isCapital || Acts(governor);
            case Relation.NsubjPass:
                return !isCapital || !ActorWords.IsVerb(governor.Lemma, "strikes") && ActorWords.IsVerb(governor.Lemma, "deals");
            case Relation.OblAgent:
                return true;
            case Relation.Iobj:
                return true;
            case Relation.Obj:
                return isCapital
                    ? IsPerson(governor, "deals") || governor.IsForm("told") || governor.IsForm("tell")
                    : !ActorWords.IsVerb(governor.Lemma, "moves");
            case Relation.NmodPoss:
                return !ActorWords.IsPlaceNoun(governor);
            case Relation.Obl:
            case Relation.Nmod:
            case Relation.NmodUnmarked:
            case Relation.OblUnmarked:
                return IsPartyBehind(NounPhrase.CaseOf(anchor), anchor, governor, isCapital);
            case Relation.Compound:
            case Relation.Amod:
            case Relation.NmodDesc:
                return !isCapital && !ActorWords.IsPlaceNoun(governor) && NounPhrase.IsNominal(governor) && governor.Upos != Upos.Propn;
            case Relation.Root:
            case Relation.Vocative:
                return !isCapital && NounPhrase.CaseOf(anchor) is "";
            default:
                return false;
        }
    }

    /// <summary>True where a house that stands for a government is only where something happens: "gathered outside Downing Street".</summary>
    public static bool IsHouse(Node node) =>
        NounPhrase.Anchor(node) is { Relation: Relation.Obl } anchor && ActorWords.Preposition(NounPhrase.CaseOf(anchor)) == "place";

    private static bool IsPerson(Node verb, string use) => verb.Exists && ActorWords.IsVerb(verb.Lemma, use);

    /// <summary>"Ukraine's capital Kyiv", "Kyiv, the capital": a place by its own words.</summary>
    private static bool HasPlaceApposition(Node node, bool isCapital)
    {
        if (!isCapital)
            return false;
        if (
            node.Relation is Relation.Appos or Relation.Compound or Relation.Flat or Relation.NmodDesc
            && node.Head.Exists
            && ActorWords.IsPlaceNoun(node.Head)
        )
            return true;
        foreach (var child in node.Children)
            if (
                child.Relation is Relation.Appos or Relation.Compound or Relation.NmodDesc or Relation.Amod
                && ActorWords.IsPlaceNoun(child)
            )
                return true;
        return false;
    }

    /// <summary>A capital that is a subject acts unless it only is, suffers or sees something.</summary>
    private static bool Acts(Node verb)
    {
        if (!verb.Exists || verb.Upos is not (Upos.Verb or Upos.Aux))
            return IsWilling(verb);
        if (ActorWords.IsVerb(verb.Lemma, "speaks"))
            return true;
        return HasClause(verb) || !ActorWords.IsVerb(verb.Lemma, "endures") && !ActorWords.IsVerb(verb.Lemma, "strikes");
    }

    /// <summary>"Kyiv is ready to talk", as against "Kyiv is the capital": a complement clause makes the subject act.</summary>
    private static bool IsWilling(Node predicate) => predicate.Exists && predicate.Upos == Upos.Adj && HasClause(predicate);

    private static bool HasClause(Node predicate)
    {
        foreach (var child in predicate.Children)
            if (child.Relation is Relation.Xcomp or Relation.Ccomp)
                return true;
        return false;
    }

    private static bool IsPartyBehind(string preposition, Node node, Node governor, bool isCapital) =>
        ActorWords.Preposition(preposition) switch
        {
            "party" => !isCapital || preposition is "with" or "by" or "between" or "against",
            "mixed" => !isCapital && !ActorWords.IsPlaceNoun(governor)
                || isCapital && preposition == "of" && RoleFinder.At(governor) is { Role.Code: "GOV" },
            "source" => !ComesOrGoes(governor) && (!isCapital || governor.Upos == Upos.Noun),
            _ => node.Relation == Relation.Obl && preposition == "according",
        };

    /// <summary>True where the governor is a word of motion, or the noun of one ("withdrawal from", "trip to").</summary>
    private static bool ComesOrGoes(Node governor) =>
        governor.Exists
        && (
            ActorWords.IsVerb(governor.Lemma, "moves")
            || governor.Upos == Upos.Noun && ActorWords.IsPlaceNoun(governor)
            || governor.Upos == Upos.Noun && Stem(governor.Lemma) is { Length: > 3 } stem && ActorWords.IsVerb(stem, "moves")
        );

    /// <summary>The verb inside a noun of motion: "withdrawal", "deployment", "evacuation", "arrival".</summary>
    private static string Stem(string noun)
    {
        foreach (
            var (ending, instead) in ((string, string)[])[("ation", "ate"), ("ment", ""), ("al", ""), ("al", "e"), ("s", ""), ("ure", "")]
        )
            if (noun.EndsWith(ending, StringComparison.Ordinal) && ActorWords.IsVerb(noun[..^ending.Length] + instead, "moves"))
                return noun[..^ending.Length] + instead;
        return "";
    }
}
