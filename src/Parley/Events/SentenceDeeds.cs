using Parley.Actors;
using Parley.Places;
using Parley.Records;
using Parley.Statements;
using Parley.Syntax;
using Parley.Text;
using Parley.Times;

namespace Parley.Events;

/// <summary>Reads the deeds of one sentence and joins what tells of one deed twice in it.</summary>
internal sealed class SentenceDeeds
{
    private readonly VerbDeeds _verbs;
    private readonly NounDeeds _nouns;
    private readonly Setting _setting;
    private readonly StatementTable _statements;

    public SentenceDeeds(ParsedText parsed, ActorTable actors, PlaceTable places, TimeTable times, StatementTable statements)
    {
        var parties = new Parties(actors, places, statements);
        var classes = new WordClasses(parsed, actors, places);
        var frames = new FrameMatch(classes, parties);
        var standings = new StandingReader(statements);
        _verbs = new VerbDeeds(frames, parties, classes, standings);
        _nouns = new NounDeeds(frames, parties, classes, standings);
        _setting = new Setting(places, times);
        _statements = statements;
        Parties = parties;
    }

    /// <summary>The actors by country.</summary>
    public Parties Parties { get; }

    /// <summary>The deeds of a sentence, in the order of the text.</summary>
    public List<Deed> Read(ParsedText parsed, WordRange sentence)
    {
        var taken = new HashSet<int>();
        var deeds = new List<Deed>();
        for (var word = sentence.Start; word < sentence.End; word++)
            if (parsed.UposTags[word] == Upos.Verb && !NounDeeds.IsNominal(parsed[word]) && _verbs.Read(parsed[word], taken) is { } deed)
                deeds.Add(deed);
        for (var word = sentence.Start; word < sentence.End; word++)
            if (!taken.Contains(word) && NounDeeds.IsNominal(parsed[word]) && _nouns.Read(parsed[word]) is { } deed)
                deeds.Add(deed);
        deeds.RemoveAll(deed => taken.Contains(deed.Trigger.Index));
        DropVerbal(deeds);
        deeds.Sort((a, b) => a.Trigger.Index.CompareTo(b.Trigger.Index));
        foreach (var deed in deeds)
            Complete(deed);
        deeds.RemoveAll(deed =>
            !deed.IsNoun
            && deed.Frame.Is(FrameMarks.Effect)
            && Clause.Doer(deed.Trigger) is { Exists: true } doer
            && taken.Contains(doer.Index)
        );
        LinkEffects(deeds);
        foreach (var deed in deeds)
            deed.IsBareEffect =
                !deed.IsNoun && deed.Frame.Is(FrameMarks.Effect) && deed.Doers.Count == 0 && deed.Time is null && deed.Place is null;
        return deeds;
    }

    private void Complete(Deed deed)
    {
        deed.Words = EvidenceClause.Trigger(deed.Trigger);
        deed.Evidence = EvidenceClause.Of(deed);
        deed.Statement = _statements.At(deed.Trigger.Index)?.Id;
        deed.Secondary = Blocks.KindAt(deed.Trigger) is BlockKind.Heading or BlockKind.Caption;
        _setting.Find(deed);
        deed.CanStandAlone |=
            deed.Place is not null
            && (!deed.IsNoun || (deed.Type == EventType.Assault && !deed.Definite && !deed.Frame.Is(FrameMarks.Supported)));
    }

    /// <summary>"demanded" names no event of its own where a deed is demanded.</summary>
    private static void DropVerbal(List<Deed> deeds)
    {
        var governing = new HashSet<int>();
        foreach (var deed in deeds)
            if (!deed.Frame.Is(FrameMarks.Verbal))
                governing.UnionWith(deed.Standing.Governors);
        deeds.RemoveAll(deed => deed.Frame.Is(FrameMarks.Verbal) && (governing.Contains(deed.Trigger.Index) || !HasKnownDoer(deed)));
    }

    private static bool HasKnownDoer(Deed deed) => deed.Doers.Exists(doer => doer.Code.Length > 0);

    private static void LinkEffects(List<Deed> deeds)
    {
        var at = new Dictionary<int, Deed>();
        foreach (var deed in deeds)
            at[deed.Trigger.Index] = deed;
        foreach (var deed in deeds)
            if (deed.IsNoun)
                foreach (var (verb, _) in deed.Standing.Parties)
                    at.TryAdd(verb, deed);
        foreach (var deed in deeds)
            if (deed.IsNoun && deed.Trigger.Relation == Relation.Nmod && at.TryGetValue(deed.Trigger.Head.Index, out var whole))
                if (whole.IsNoun && whole.Type == deed.Type && Clause.HasCase(deed.Trigger, "of") && whole != deed)
                    deed.PartOf = whole;
        foreach (var deed in deeds)
            if (
                deed.IsNoun
                && deed.Type == EventType.Assault
                && deed.Trigger.Relation == Relation.Obl
                && Clause.HasCase(deed.Trigger, "with")
            )
                if (
                    at.TryGetValue(deed.Trigger.Head.Index, out var done)
                    && !done.IsNoun
                    && done.Type == EventType.Assault
                    && !done.Frame.Is(FrameMarks.Effect)
                )
                    deed.PartOf = done;
        foreach (var deed in deeds)
            if (
                !deed.IsNoun
                && (deed.Type is EventType.Assault or EventType.Coerce || deed.Frame.Is(FrameMarks.Effect))
                && Cause(deed, at) is { } cause
            )
                Link(deed, cause);
    }

    private static Deed? Cause(Deed deed, Dictionary<int, Deed> at)
    {
        var verb = deed.Trigger;
        if (
            Clause.Doer(verb) is { Exists: true } doer
            && at.TryGetValue(doer.Index, out var byNoun)
            && byNoun.IsNoun
            && byNoun.Type == EventType.Assault
        )
            return byNoun;
        foreach (var child in verb.Children)
            if (
                child.Relation == Relation.Obl
                && Clause.HasCase(child, "in")
                && at.TryGetValue(child.Index, out var told)
                && told.IsNoun
                && told.Type == EventType.Assault
            )
                return told;
        if (verb.Relation == Relation.Advcl && verb.Xpos == "VBG" && !verb.Subject.Exists && !Clause.Marker(verb).Exists)
            if (at.TryGetValue(verb.Head.Index, out var main) && main.Type == EventType.Assault && main != deed)
                return main;
        if (!deed.Frame.Is(FrameMarks.Effect))
            return null;
        if (
            verb.Relation == Relation.Conj
            && at.TryGetValue(verb.Head.Index, out var joined)
            && joined.Type == EventType.Assault
            && joined != deed
        )
            return joined;
        foreach (var child in verb.Children)
            if (
                child.Relation is Relation.Obl or Relation.OblAgent
                && at.TryGetValue(child.Index, out var within)
                && within.IsNoun
                && within.Type == EventType.Assault
                && IsCausal(child)
            )
                return within;
        if (
            !verb.Subject.Exists
            && verb.Relation is Relation.Advcl or Relation.Conj or Relation.Xcomp
            && at.TryGetValue(verb.Head.Index, out var before)
        )
            return before.Type == EventType.Assault && before != deed ? before : null;
        foreach (var child in verb.Children)
            if (
                child.Relation == Relation.Advcl
                && at.TryGetValue(child.Index, out var clause)
                && clause.Type == EventType.Assault
                && !clause.Frame.Is(FrameMarks.Effect)
                && IsTemporal(child)
            )
                return clause;
        return null;
    }

    private static bool IsCausal(Node noun)
    {
        foreach (var preposition in (ReadOnlySpan<string>)["in", "during", "by", "from", "with", "when", "amid"])
            if (Clause.HasCase(noun, preposition))
                return true;
        return false;
    }

    private static bool IsTemporal(Node clause) => clause.Child("when").Exists || clause.Child("after").Exists || clause.Child("as").Exists;

    private static void Link(Deed effect, Deed cause)
    {
        if (effect.Status == EventStatus.Denied && cause.IsNoun)
        {
            // "was not killed in an attack" tells of no attack.
            cause.CanStandAlone = effect.CanStandAlone = false;
            return;
        }
        if (cause.PartOf == effect)
            return;
        effect.PartOf = cause.PartOf ?? cause;
        AddWhereNone(cause.Targets, effect.Targets);
        if (cause.Doers.Count > 0)
            cause.CanStandAlone = true;
        cause.CanStandAlone |= !cause.Definite;
        cause.Place ??= effect.Place;
        cause.Country ??= effect.Country;
        cause.Time ??= effect.Time;
        cause.Targets.RemoveAll(target => cause.Doers.Exists(doer => doer.Id == target.Id));
    }

    private static void AddWhereNone(List<Actor> targets, List<Actor> more)
    {
        if (targets.Count == 0)
            targets.AddRange(more);
    }
}
