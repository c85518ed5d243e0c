using Parley.Lexicons;
using Parley.Records;
using Parley.Syntax;

namespace Parley.Figures;

/// <summary>Decides what a count measures, from the words that govern it.</summary>
/// <remarks>The words and how the count must stand to them are in <c>rules/figures.tsv</c>.</remarks>
internal sealed class MeasureFinder
{
    private const int LongestChain = 8;
    private readonly Lexicon _rules = LexiconSet.Get("rules/figures");
    private readonly int _role;
    private readonly int _measure;

    public MeasureFinder()
    {
        _role = _rules.Column("role");
        _measure = _rules.Column("measure");
    }

    /// <summary>The measure that some word says in so many words; null where none does.</summary>
    public FigureMeasure? Find(Count count)
    {
        var noun = count.Noun;
        if (
            noun.Exists
            && noun.Lemma is "life"
            && Governor(count.Argument).Verb is { Exists: true } taker
            && Rule(taker, "life") is { } taken
        )
            return taken;
        return Said(count)
            ?? Governed(count)
            ?? (Clauses(count) is { } clause && Fits(clause, count) ? (FigureMeasure?)clause : null)
            ?? (noun.Exists ? Rule(noun, "counted") : null)
            ?? OfNoun(count.Argument);
    }

    /// <summary>True when the word says with <paramref name="role"/> what the number is.</summary>
    public FigureMeasure? Rule(Node word, string role)
    {
        if (word.Child(Relation.CompoundPrt) is { Exists: true } particle && Rule($"{word.Lemma} {particle.Form}", role) is { } phrasal)
            return phrasal;
        return Rule(word.Lemma, role) ?? Rule(word.Form, role);
    }

    private FigureMeasure? Rule(ReadOnlySpan<char> key, string role)
    {
        for (var row = _rules.Find(key); row >= 0; row = _rules.Next(row))
            if (_rules.Cell(row, _role).SequenceEqual(role))
                return Measure(_rules.Cell(row, _measure));
        return null;
    }

    /// <summary>The measure of people that a verb takes which takes things as well: "lost 40 soldiers", "seized 12 fighters", "buried 60 of them".</summary>
    public FigureMeasure? OfMen(Count count)
    {
        var isMen =
            count.Class is "troops" || (count.Noun.Exists && count.Noun.Lemma is "man" or "civilian" or "people" or "they" or "them");
        var (verb, asObject) = Governor(count.Argument);
        return isMen && asObject && !verb.Child(Relation.Xcomp).Exists ? Rule(verb, "men") : null;
    }

    /// <summary>True when the word has that role in the rules.</summary>
    public bool Is(Node word, string role) => Has(word.Lemma, role) || Has(word.Form, role);

    private bool Has(ReadOnlySpan<char> key, string role)
    {
        for (var row = _rules.Find(key); row >= 0; row = _rules.Next(row))
            if (_rules.Cell(row, _role).SequenceEqual(role))
                return true;
        return false;
    }

    /// <summary>What an adjective or participle beside says: "12 wounded soldiers".</summary>
    // "12 wounded soldiers", "six others wounded", "40 dead".
    public FigureMeasure? Said(Count count)
    {
        var head = count.Noun.Exists ? count.Noun : count.Argument;
        foreach (var child in head.Children)
            if (child.Relation.Is(Relation.Amod) && Rule(child, "adjective") is { } said)
                return said;
        var next = head.Index + 1;
        var parsed = head.Parsed;
        if (!head.Sentence.Contains(next))
            return null;
        if (parsed[next].IsForm("others") || parsed[next].IsForm("more") || parsed[next].IsForm("other") || parsed[next].IsForm("people"))
            next++;
        // A participle with its own object is a deed, not a state ("40 wounded men" is above).
        return head.Sentence.Contains(next) && !parsed[next].Child(Relation.Obj).Exists ? Rule(parsed[next].Form, "adjective") : null;
    }

    // The verb that the count is subject or object of.
    private FigureMeasure? Governed(Count count)
    {
        var (verb, asObject) = Governor(count.Argument);
        if (!verb.Exists)
            return count.Argument.Relation.Is(Relation.Obl) && count.Argument.Head is { Exists: true } mover ? Toll(mover) : null;
        if ((PartsFromHome(verb, count) ?? PartsFromCountry(verb, count)) is { } home)
            return home;
        // "sought refuge", "took shelter"
        if (!asObject && verb.Child(Relation.Obj) is { Exists: true } found && Rule(found, "refuge") is { } refuge)
            return refuge;
        if (Rule(verb, asObject ? "object" : "subject") is { } direct && Fits(direct, count))
            return direct;
        // Headlines leave the auxiliary out: "12 killed in raid".
        var isBare = !asObject && verb.Xpos is "VBN" && count.Argument.Relation.Is(Relation.Nsubj) && !HasHave(verb);
        if (isBare && Rule(verb, "object") is { } bare && Fits(bare, count))
            return bare;
        if (
            Rule(verb, "adjective") is { } state
            && (verb.Upos is Upos.Adj || verb.Child(Relation.Cop).Exists || verb.Has("VerbForm=Part"))
            && !verb.Child(Relation.Obj).Exists
        )
            return state;
        // "those killed included 12 workers", "the dead include four children"
        if (verb.Lemma is "include" && asObject && verb.Subject is { Exists: true } whole)
            return Clauses(whole, count) ?? Rule(whole, "counted");
        return Controlled(verb, asObject, count) ?? (asObject ? Joined(verb, count) : null) ?? Toll(verb);
    }

    /// <summary>The word a count hangs on as subject or object.</summary>
    public static (Node Verb, bool AsObject) Governor(Node argument)
    {
        var node = argument;
        for (var steps = 0; steps < LongestChain && (node.Relation.Is(Relation.Conj) || node.Relation.Is(Relation.Appos)); steps++)
        {
            if (node.Head is not { Exists: true, Upos: not (Upos.Verb or Upos.Aux) } first)
                return (Node.None, false);
            node = first;
        }
        if (!node.Head.Exists)
            return (Node.None, false);
        var relation = node.Relation;
        if (relation.Is(Relation.Obj) || relation == Relation.NsubjPass || relation == Relation.Iobj)
            return (node.Head, true);
        if (relation.Is(Relation.Nsubj))
            return (node.Head, false);
        if (node.Head.Xpos is "VBN" && (relation.Is(Relation.Nummod) || relation.Is(Relation.Advmod)))
            return (node.Head, true);
        return (Node.None, false);
    }

    private static bool HasHave(Node verb)
    {
        foreach (var child in verb.Children)
            if (child.Relation.Is(Relation.Aux) && child.Lemma is "have")
                return true;
        return false;
    }

    // "left 40 dead", "are feared dead", "forced thousands to flee", "went missing".
    private FigureMeasure? Controlled(Node verb, bool asObject, Count count)
    {
        foreach (var child in verb.Children)
        {
            if (!child.Relation.Is(Relation.Xcomp) && !(asObject && child.Relation.Is(Relation.Advcl)))
                continue;
            if (Rule(child, "adjective") is { } state)
                return state;
            if (PartsFromHome(child, count) is { } home)
                return home;
            var passive = child.Child(Relation.AuxPass).Exists;
            if (child.Relation.Is(Relation.Xcomp) && Rule(child, passive ? "object" : "subject") is { } deed && Fits(deed, count))
                return deed;
        }
        return null;
    }

    // "shot and killed two men": the object of both verbs hangs on the first.
    private FigureMeasure? Joined(Node verb, Count count)
    {
        foreach (var child in verb.Children)
            if (child.Relation.Is(Relation.Conj) && child.Index < count.Argument.Index && !child.Child(Relation.Obj).Exists)
                if (Rule(child, "object") is { } deed && Fits(deed, count))
                    return deed;
        return null;
    }

    // "driven from their homes", "fled their villages"; "left the country".
    private FigureMeasure? PartsFromHome(Node verb, Count count)
    {
        if (Rule(verb, "home") is not { } home)
            return null;
        return HasHome(verb) || HasHome(count.Argument) || HasHome(count.Noun) ? home : null;
    }

    // "more than a million have left Ukraine", "people who have left the country"; not "twelve observers left Ukraine".
    private FigureMeasure? PartsFromCountry(Node verb, Count count)
    {
        if (
            Rule(verb, "border") is not { } gone
            || count.Noun is { Exists: true, Upos: not Upos.Propn } && !Has(count.Noun.Lemma, "leaver")
        )
            return null;
        foreach (var child in verb.Children)
            if (
                (child.Relation.Is(Relation.Obj) || child.Relation.Is(Relation.Obl) && child.Child("from").Exists)
                && (
                    child.Lemma is "country"
                    || Text.PhraseMatch.Longest(
                        Actors.ActorWords.Countries,
                        child.Parsed.Tokens,
                        child.Subtree.Start,
                        child.Subtree.End
                    ).Row >= 0
                    || Text.PhraseMatch.Longest(Actors.ActorWords.Countries, child.Parsed.Tokens, child.Index, child.Subtree.End).Row >= 0
                )
            )
                return gone;
        return null;
    }

    private static bool HasHome(Node word)
    {
        if (word.Exists)
            foreach (var child in word.Children)
                if (
                    (child.Relation.Is(Relation.Obl) || child.Relation.Is(Relation.Obj) || child.Relation.Is(Relation.Nmod))
                    && child.Lemma is "home" or "house" or "village" or "residence"
                )
                    return true;
        return false;
    }

    // "the death toll rose to 31", "the number of dead stands at 31".
    private FigureMeasure? Toll(Node verb)
    {
        foreach (var child in verb.Children)
            if ((child.Relation.Is(Relation.Nsubj) || child.Relation.Is(Relation.Obj)) && Rule(child, "toll") is { } toll)
                return toll;
        return null;
    }

    // "people killed in the attack", "four million who have fled".
    private FigureMeasure? Clauses(Count count) =>
        Clauses(count.Argument, count) ?? (count.Noun.Exists ? Clauses(count.Noun, count) : null);

    private FigureMeasure? Clauses(Node head, Count count)
    {
        foreach (var clause in head.Children)
        {
            if (!clause.Relation.Is(Relation.Acl))
                continue;
            var asObject = (clause.Xpos is "VBN" && !HasHave(clause)) || clause.Child(Relation.AuxPass).Exists;
            if (Rule(clause, asObject ? "object" : "subject") is { } done)
                return HasHome(clause) && Rule(clause, "home") is { } home ? home : done;
            if (Rule(clause, "home") is { } left && HasHome(clause))
                return left;
            if (!asObject && PartsFromCountry(clause, count) is { } gone)
                return gone;
            if (Rule(clause.Form, "adjective") is { } state && clause.Relation is not Relation.AclRelcl)
                return state;
        }
        return null;
    }

    // "the deaths of 40 people", "a death toll of 31".
    private FigureMeasure? OfNoun(Node argument)
    {
        var node = argument;
        for (var steps = 0; steps < LongestChain && node.Relation.Is(Relation.Conj) && node.Head.Exists; steps++)
            node = node.Head;
        if (!node.Relation.Is(Relation.Nmod) || !node.Head.Exists || !node.Child("of").Exists)
            return null;
        if (node.Head.Lemma is "life" && Governor(node.Head).Verb is { Exists: true } taker && Rule(taker, "life") is { } taken)
            return taken;
        return Rule(node.Head, "of") ?? Rule(node.Head, "toll");
    }

    /// <summary>True when the thing counted can have that measure.</summary>
    // Verbs that also take things ("released 200 pages") need people; killing and wounding tell by themselves.
    public static bool Fits(FigureMeasure measure, Count count) =>
        count.Class is "people" or "troops"
        || (
            count.Class.Length == 0
            && (
                measure is FigureMeasure.Killed or FigureMeasure.Wounded or FigureMeasure.Fled or FigureMeasure.Displaced
                || !count.Noun.Exists
                || count.Noun.Upos is Upos.Propn
            )
        );

    private static FigureMeasure Measure(ReadOnlySpan<char> name) =>
        name switch
        {
            "killed" => FigureMeasure.Killed,
            "wounded" => FigureMeasure.Wounded,
            "displaced" => FigureMeasure.Displaced,
            "fled" => FigureMeasure.Fled,
            "detained" => FigureMeasure.Detained,
            "missing" => FigureMeasure.Missing,
            "released" => FigureMeasure.Released,
            "kidnapped" => FigureMeasure.Kidnapped,
            "troops" => FigureMeasure.Troops,
            "weapons" => FigureMeasure.Weapons,
            "money" => FigureMeasure.Money,
            _ => FigureMeasure.Other,
        };
}
