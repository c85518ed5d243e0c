using Parley.Actors;
using Parley.Records;
using Parley.Syntax;

namespace Parley.Events;

/// <summary>Reads the deeds that verbs name.</summary>
internal sealed class VerbDeeds(FrameMatch frames, Parties parties, WordClasses classes, StandingReader standings)
{
    /// <summary>What can be hurt, broken or held: a deed done to it is told even where no party is.</summary>
    private const WordClass Concrete =
        WordClass.Person
        | WordClass.Force
        | WordClass.Site
        | WordClass.Ground
        | WordClass.Craft
        | WordClass.Crowd
        | WordClass.Captive
        | WordClass.Truce
        | WordClass.Talks
        | WordClass.Fight;

    /// <summary>The deed of a verb; null where it names none.</summary>
    /// <param name="verb">The verb.</param>
    /// <param name="taken">Words that are part of a deed already read; those of this one are added.</param>
    public Deed? Read(Node verb, HashSet<int> taken)
    {
        if (verb.Relation is Relation.Amod or Relation.Compound or Relation.Aux || taken.Contains(verb.Index))
            return null;
        if (frames.OfVerb(verb) is not { } frame)
            return null;
        if (frame.Is(FrameMarks.Finite) && verb.Relation == Relation.Acl && verb.Xpos == "VBN")
            return null;
        if (
            frame.Type == EventType.Retreat
            && frame.Subject.Need == ClassNeed.Nothing
            && (classes.Of(Clause.Doer(verb)) & (WordClass.Truce | WordClass.Talks | WordClass.Pact)) != 0
        )
            return null;
        if (frame.Is(FrameMarks.Deed) && !EndsViolence(verb))
            return null;
        var deed = new Deed
        {
            Trigger = verb,
            Frame = frame,
            Standing = standings.OfVerb(verb),
        };
        if (
            deed.Standing.Status == EventStatus.Ongoing
            && IsBareParticiple(verb)
            && frame.Type is not (EventType.Assault or EventType.Coerce or EventType.Mobilize)
        )
            deed.Standing.Status = EventStatus.Happened;
        if (frame.Is(FrameMarks.Promise))
            deed.Standing.Status = Standing.Join(deed.Standing.Status, EventStatus.Planned);
        if (deed.Standing.Status is null)
            return null;
        FindParties(verb, deed);
        if (!Suffices(deed) || (frame.Is(FrameMarks.Effect) && IsMishap(verb)))
            return null;
        if (frame.Is(FrameMarks.Ingest))
            Ingest(verb, deed, taken);
        if (EndsUntoldFight(deed))
            return null;
        deed.CanStandAlone = deed.Doers.Count + deed.Targets.Count > 0 || (classes.Of(Clause.Undergoer(verb)) & Concrete) != 0;
        return deed;
    }

    private void FindParties(Node verb, Deed deed)
    {
        var frame = deed.Frame;
        foreach (var role in frame.Doers)
            if (role == "subj")
                parties.AddDoers(Clause.Doer(verb), deed.Doers);
            else if (role == "obj")
                parties.AddDoers(Clause.Undergoer(verb), deed.Doers);
            else if (role != "none")
                parties.AddDoers(FrameMatch.Oblique(verb, role), deed.Doers);
        if (deed.Doers.Count == 0 && !Clause.IsPassive(verb))
            AddMeans(Clause.Doer(verb), deed);
        foreach (var role in frame.Targets)
            if (deed.Targets.Count == 0)
                AddTarget(verb, role, deed);
        if (frame.Is(FrameMarks.Sym))
            JoinParties(deed);
        else
            deed.Targets.RemoveAll(target => deed.Doers.Exists(doer => doer.Id == target.Id));
    }

    // "Russian shells hit a house": the weapon's owner did it.
    private void AddMeans(Node subject, Deed deed)
    {
        if (subject.Exists && (classes.Of(subject) & (WordClass.Weapon | WordClass.Craft | WordClass.Fight)) != 0)
            parties.AddDoers(parties.Modifier(subject), deed.Doers);
    }

    private void AddTarget(Node verb, string role, Deed deed)
    {
        var node = role switch
        {
            "obj" => Clause.Undergoer(verb),
            "subj" => Clause.Subject(verb),
            "iobj" => verb.Child(Relation.Iobj),
            _ => FrameMatch.Oblique(verb, role),
        };
        if (node.Exists)
            parties.AddTargets(node, deed.Targets);
    }

    private static void JoinParties(Deed deed)
    {
        foreach (var target in deed.Targets)
            if (!deed.Doers.Exists(doer => doer.Id == target.Id))
                deed.Doers.Add(target);
        deed.Targets.Clear();
    }

    private static bool IsBareParticiple(Node verb) =>
        verb.Xpos == "VBG" && !verb.Child(Relation.Aux).Exists && verb.Relation is Relation.Acl or Relation.Advcl;

    // "a deal to end the war", "the truce ended the fighting": whose fighting stops is not told.
    private static bool EndsUntoldFight(Deed deed) =>
        deed.Type == EventType.Retreat
        && deed.Frame.Is(FrameMarks.Ingest)
        && deed.Doers.Count + deed.Targets.Count == 0
        && ((deed.Frame.Object.Classes | deed.Frame.Subject.Classes) & WordClass.Truce) == 0;

    private static bool Suffices(Deed deed)
    {
        if (deed.Frame.Is(FrameMarks.Weak) && deed.Doers.Count + deed.Targets.Count == 0)
            return false;
        if (
            deed.Frame.Type is not (EventType.Assault or EventType.Protest)
            && deed.Doers.Count + deed.Targets.Count == 0
            && !deed.Frame.Is(FrameMarks.Ingest)
        )
            return false;
        if ((deed.Frame.Is(FrameMarks.Official) || deed.Frame.Type == EventType.Agree) && !deed.Doers.Exists(Parties.IsBody))
            return false;
        if (deed.Type == EventType.Aid && !deed.Doers.Exists(Parties.IsBody) && !deed.Targets.Exists(Parties.IsBody))
            return false;
        if (
            deed.Type == EventType.Request
            && deed.Targets.TrueForAll(target => deed.Doers.Exists(doer => Parties.SameCountry(doer, target)))
        )
            return false;
        if (
            deed.Frame.Is(FrameMarks.Verbal)
            && deed.Type is not EventType.Reject
            && deed.Targets.Count == 0
            && !deed.Frame.Is(FrameMarks.Sym)
        )
            return false;
        return !deed.Frame.Is(FrameMarks.Sym) || deed.Doers.Count > 0 || deed.Frame.Is(FrameMarks.Ingest);
    }

    // "killed in a storm", "killed when the bus crashed" is nobody's deed.
    private bool IsMishap(Node verb)
    {
        foreach (var child in verb.Children)
            if (child.Relation is Relation.Obl or Relation.OblAgent && (classes.Of(child) & WordClass.Mishap) != 0)
                return true;
            else if (child.Relation == Relation.Advcl && child.Subject.Exists && (classes.Of(child.Subject) & WordClass.Mishap) != 0)
                return true;
        return false;
    }

    private bool EndsViolence(Node verb)
    {
        foreach (var child in verb.Children)
            if (child.Relation is Relation.Xcomp or Relation.Obj or Relation.Advcl or Relation.Ccomp && child.Upos == Upos.Verb)
                if (IsViolent(child, 4))
                    return true;
        return false;
    }

    private bool IsViolent(Node verb, int steps) =>
        frames.OfVerb(verb) is { Type: EventType.Assault or EventType.Coerce }
        || (steps > 0 && verb.Child(Relation.Xcomp) is { Exists: true } inner && IsViolent(inner, steps - 1));

    /// <summary>The noun or clause that this deed is made of names no deed of its own; who stands at it counts.</summary>
    private void Ingest(Node verb, Deed deed, HashSet<int> taken)
    {
        var undergoer = Clause.Undergoer(verb);
        if (undergoer.Exists)
            Take(undergoer, deed, taken);
        if (deed.Frame.Subject.Need == ClassNeed.OneOf && (deed.Frame.Subject.Classes & (WordClass.Truce | WordClass.Talks)) != 0)
            Take(Clause.Subject(verb), deed, taken);
        foreach (var preposition in deed.Frame.Prepositions)
            if (FrameMatch.Oblique(verb, preposition) is { Exists: true } noun)
                taken.Add(noun.Index);
        for (var (inner, steps) = (InnerVerb(verb), 4); inner.Exists && steps > 0; (inner, steps) = (InnerVerb(inner), steps - 1))
            taken.Add(inner.Index);
    }

    private static Node InnerVerb(Node verb)
    {
        foreach (var child in verb.Children)
            if (child.Relation is Relation.Xcomp && child.Upos == Upos.Verb)
                return child;
        return Node.None;
    }

    private void Take(Node noun, Deed deed, HashSet<int> taken)
    {
        if (!noun.Exists)
            return;
        taken.Add(noun.Index);
        foreach (var child in noun.Children)
            if (child.Relation == Relation.Conj)
                taken.Add(child.Index);
        var found = new List<Actor>();
        foreach (var preposition in (ReadOnlySpan<string>)["between", "with", "among"])
            parties.AddDoers(Clause.Nominal(noun, preposition), found);
        if (deed.Doers.Count == 0 || found.Count > 1)
            foreach (var party in found)
                if (!deed.Doers.Exists(doer => doer.Id == party.Id))
                    deed.Doers.Add(party);
        if (deed.Targets.Count > 0 || deed.Frame.Is(FrameMarks.Sym))
            return;
        foreach (var preposition in (ReadOnlySpan<string>)["on", "against", "of", "to", "with"])
            if (deed.Targets.Count == 0)
                parties.AddTargets(Clause.Nominal(noun, preposition), deed.Targets);
        deed.Targets.RemoveAll(target => deed.Doers.Exists(doer => doer.Id == target.Id));
    }
}
