using Parley.Actors;
using Parley.Lexicons;
using Parley.Records;
using Parley.Syntax;

namespace Parley.Events;

/// <summary>Reads the deeds that nouns name.</summary>
internal sealed class NounDeeds(FrameMatch frames, Parties parties, WordClasses classes, StandingReader standings)
{
    private static readonly Lexicon s_distinct = LexiconSet.Get("rules/events/distinct-adjectives");

    /// <summary>The deed of a noun; null where it names none.</summary>
    public Deed? Read(Node noun)
    {
        if (FrameOf(noun) is not { } frame)
            return null;
        var standing = standings.OfNoun(noun);
        if (standing.Status is null)
            return null;
        if (frame.Is(FrameMarks.Lasting) && standing.Status == EventStatus.Happened)
            standing.Status = EventStatus.Ongoing;
        var deed = new Deed
        {
            Trigger = noun,
            Frame = frame,
            Standing = standing,
            IsNoun = true,
            Definite = IsDefinite(noun),
            Distinct = IsSetApart(noun),
        };
        FindOwnParties(noun, deed);
        FindVerbParties(noun, deed);
        deed.CanStandAlone = StandsAlone(noun, deed);
        return deed;
    }

    /// <summary>True for "talks" as a noun, and for "shelling" where it is used as one.</summary>
    public static bool IsNominal(Node node)
    {
        if (node.Upos is Upos.Noun or Upos.Propn)
            return true;
        if (node.Upos != Upos.Verb || node.Xpos != "VBG")
            return false;
        return node.Child(Relation.Det).Exists
            || node.Child(Relation.NmodPoss).Exists
            || node.Child(Relation.Amod).Exists
            || Clause.Nominal(node, "of").Exists;
    }

    private Frame? FrameOf(Node noun)
    {
        if (noun.Relation is Relation.Flat || (classes.IsInName(noun) && noun.Upos == Upos.Propn))
            return null;
        if (noun.Relation == Relation.Compound && noun.Head.Exists && !IsOwnDeed(noun))
            return null;
        var lemma = noun.Upos == Upos.Verb ? noun.Form.ToString().ToLowerInvariant() : noun.Lemma;
        return frames.OfNoun(noun, lemma)
            ?? (lemma.Length > 3 && lemma[^1] == 's' ? frames.OfNoun(noun, lemma.AsSpan(0, lemma.Length - 1)) : null);
    }

    // "ceasefire talks", "withdrawal agreement": the truce and the withdrawal are deeds; "attack helicopter", "strike force" are none.
    private static bool IsOwnDeed(Node noun) =>
        (WordClasses.OfLemma(noun.Lemma) & WordClass.Truce) != 0
            ? (WordClasses.OfLemma(noun.Head.Lemma) & WordClass.Pact) != 0
            : (WordClasses.OfLemma(noun.Head.Lemma) & WordClass.Pact) != 0 && noun.Head.Lemma != "plan";

    private static bool IsDefinite(Node noun)
    {
        foreach (var child in noun.Children)
            if (
                child.Relation == Relation.NmodPoss
                || (
                    child.Relation.Is(Relation.Det)
                    && (
                        child.IsForm("the")
                        || child.IsForm("this")
                        || child.IsForm("that")
                        || child.IsForm("these")
                        || child.IsForm("those")
                        || child.IsForm("both")
                    )
                )
            )
                return true;
        return false;
    }

    private static bool IsSetApart(Node noun)
    {
        foreach (var child in noun.Children)
            if (child.Relation is Relation.Amod or Relation.Det && s_distinct.Contains(child.Form))
                return true;
        return false;
    }

    private void FindOwnParties(Node noun, Deed deed)
    {
        var frame = deed.Frame;
        foreach (var role in frame.Doers)
            AddDoer(noun, role, deed);
        foreach (var child in noun.Children)
            if (
                child.Relation is Relation.Acl or Relation.AclRelcl
                && child.Upos == Upos.Verb
                && GovernorTable.Find(child, "obj", out _, out var party)
                && party == "doer"
            )
                AddFrom(child, deed);
        foreach (var role in frame.Targets)
            if (deed.Targets.Count == 0)
                parties.AddTargets(role == "poss" ? noun.Child(Relation.NmodPoss) : FindNominal(noun, role), deed.Targets);
        if (frame.Is(FrameMarks.Sym))
            JoinParties(deed);
        else
            deed.Targets.RemoveAll(target => deed.Doers.Exists(doer => doer.Id == target.Id));
    }

    private void AddFrom(Node clause, Deed deed)
    {
        deed.Standing.Supported = true;
        if (deed.Doers.Count == 0)
            parties.AddDoers(Clause.IsPassive(clause) ? Clause.Agent(clause) : clause.Subject, deed.Doers);
    }

    private void AddDoer(Node noun, string role, Deed deed)
    {
        var colon = role.IndexOf(':', StringComparison.Ordinal);
        switch (role)
        {
            case "poss":
                AddOwner(noun.Child(Relation.NmodPoss), deed);
                break;
            case "mod":
                AddModifiers(noun, deed);
                break;
            default:
                var nominal = FindNominal(noun, colon < 0 ? role : role[..colon]);
                if (nominal.Exists && (colon < 0 || (classes.Of(nominal) & Enum.Parse<WordClass>(role[(colon + 1)..])) != 0))
                    parties.AddDoers(nominal, deed.Doers);
                break;
        }
    }

    private void AddModifiers(Node noun, Deed deed)
    {
        var modifier = parties.Modifier(noun);
        if (modifier.Exists && modifier.Relation != Relation.NmodPoss)
            AddOwner(modifier, deed);
        foreach (var child in noun.Children)
            if (child.Relation == Relation.Compound && deed.Doers.Count == 0)
                parties.AddDoers(parties.Modifier(child), deed.Doers);
    }

    // "the Russian killing of …" is Russia's deed, "the bishop's arrest" is done to the bishop.
    private void AddOwner(Node owner, Deed deed)
    {
        if (!owner.Exists)
            return;
        var found = new List<Actor>();
        parties.AddDoers(owner, found);
        var suffers =
            deed.Frame.Is(FrameMarks.Victim)
            && found.Exists(actor => actor.Kind is ActorKind.Person or ActorKind.People)
            && !Clause.Nominal(deed.Trigger, "of").Exists;
        (suffers ? deed.Targets : deed.Doers).AddRange(found);
    }

    /// <summary>The noun with the preposition at the deed, or at the verb that the deed is the object of ("launched a raid on …").</summary>
    private static Node FindNominal(Node noun, string preposition)
    {
        if (Clause.Nominal(noun, preposition) is { Exists: true } own)
            return own;
        if (
            preposition is "of" or "in" or "by" or "to"
            || noun.Relation is not (Relation.Obj or Relation.NsubjPass or Relation.Nsubj)
            || !noun.Head.Exists
            || noun.Head.Upos != Upos.Verb
        )
            return Node.None;
        foreach (var child in noun.Head.Children)
            if (child.Relation == Relation.Obl && Clause.HasCase(child, preposition))
                return child;
        return Node.None;
    }

    private void FindVerbParties(Node noun, Deed deed)
    {
        var own = deed.Doers.Count;
        foreach (var (word, party) in deed.Standing.Parties)
        {
            var verb = noun.Parsed[word];
            if (party == "target" && deed.Targets.Count == 0)
                parties.AddTargets(Clause.Subject(verb), deed.Targets);
            else if (party == "targetof" && deed.Targets.Count == 0)
                parties.AddTargets(Clause.Doer(verb), deed.Targets);
            else if (party == "doer" && (own == 0 || deed.Frame.Is(FrameMarks.Sym)))
                parties.AddDoers(Clause.Doer(verb), deed.Doers);
        }
        if (deed.Frame.Is(FrameMarks.Sym) && deed.Targets.Count > 0)
            JoinParties(deed);
        else
            deed.Targets.RemoveAll(target => deed.Doers.Exists(doer => doer.Id == target.Id));
        if (deed.Doers.Count == 0 && IsBare(noun))
            FindOwnerOfPlan(noun, deed);
    }

    // "Russia's plan for an offensive": the plan's owner.
    private void FindOwnerOfPlan(Node noun, Deed deed)
    {
        if (
            noun.Head is { Exists: true } plan
            && GovernorTable.OfNoun(plan.Lemma) is not null and not (EventStatus.Demanded or EventStatus.Refused or EventStatus.Alleged)
        )
            parties.AddDoers(plan.Child(Relation.NmodPoss), deed.Doers);
    }

    private static bool IsBare(Node noun) => noun.Relation is Relation.Nmod or Relation.Compound;

    private static void JoinParties(Deed deed)
    {
        foreach (var target in deed.Targets)
            if (!deed.Doers.Exists(doer => doer.Id == target.Id))
                deed.Doers.Add(target);
        deed.Targets.Clear();
    }

    // "attacks on civilian areas": done to something, though to no actor.
    private static bool NamesTarget(Node noun, Frame frame)
    {
        foreach (var preposition in frame.Targets)
            if (preposition is "on" or "against" or "of" && Clause.Nominal(noun, preposition).Exists)
                return true;
        return false;
    }

    private static bool StandsAlone(Node noun, Deed deed)
    {
        var frame = deed.Frame;
        var told = deed.Doers.Count + deed.Targets.Count;
        if (frame.Is(FrameMarks.Truce) && deed.Standing.Supported)
            return true;
        if (frame.Is(FrameMarks.Doer) && deed.Doers.Count == 0)
            return false;
        if (frame.Is(FrameMarks.Target) && deed.Targets.Count == 0)
            return false;
        if (frame.Type == EventType.Consult && told == 0 && deed.Distinct && deed.Standing.Supported)
            return true;
        if ((frame.Is(FrameMarks.Official) || frame.Type == EventType.Consult) && !deed.Doers.Exists(Parties.IsBody))
            return false;
        if (frame.Is(FrameMarks.Agreement))
            return deed.Doers.Count > 1 && deed.Standing.Supported;
        if (frame.Is(FrameMarks.Supported) && !deed.Standing.Supported)
            return false;
        if (frame.Is(FrameMarks.Sym) && frame.Type == EventType.Assault && deed.Standing.Supported && !deed.Definite)
            return true;
        if (frame.Is(FrameMarks.Sym))
            return deed.Doers.Count > 1 || (deed.Standing.Supported && deed.Doers.Count > 0);
        if (told == 0 && frame.Type is EventType.Assault && !frame.Is(FrameMarks.Supported) && NamesTarget(noun, frame))
            return true;
        if (told == 0 && frame.Type is not (EventType.Assault or EventType.Protest))
            return frame.Is(FrameMarks.Truce) && deed.Standing.Supported;
        if (
            deed.Standing.Supported
            && (told > 0 || !deed.Definite || Clause.Nominal(noun, "of").Exists || Clause.Nominal(noun, "in").Exists)
        )
            return true;
        if (told == 0)
            return frame.Is(FrameMarks.Truce);
        return true;
    }
}
