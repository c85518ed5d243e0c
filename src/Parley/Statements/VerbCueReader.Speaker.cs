using Parley.Syntax;
using Parley.Text;

namespace Parley.Statements;

internal sealed partial class VerbCueReader
{
    private readonly Dictionary<int, WordRange> _besideWords = [];

    /// <summary>
    /// Who speaks this verb: its subject; that of the clause which a participle goes on with ("…, adding that …"); the object in "blamed X for urging …"; the noun phrase beside it
    /// where the tree gives none that can speak.
    /// </summary>
    public Node SpeakerOf(Node verb)
    {
        var own = SpeakerFinder.OwnSubject(verb);
        if (own.Exists && Fits(own, verb))
            return own;
        if (!own.Exists && _continued.TryGetValue(verb.Index, out var main))
            return SpeakerOf(main);
        if (
            !own.Exists
            && !verb.IsRoot
            && verb.Relation == Relation.Conj
            && speakers.SubjectOf(verb) is { Exists: true } shared
            && Fits(shared, verb)
        )
            return shared;
        var isFinite = verb.Xpos is "VBD" or "VBZ" or "VBP" or "VBN";
        if (
            isFinite
            && (IsCore(verb) || FollowsQuotation(verb) || verb.Relation.Is(Relation.Ccomp))
            && Beside(verb) is { Exists: true } beside
        )
            return beside;
        if (own.Exists || (isFinite && verb.Relation.Is(Relation.Ccomp)))
            return own;
        if (
            verb.Xpos == "VBG"
            && verb.Relation.Is(Relation.Advcl)
            && verb.Head.Exists
            && verb.Child("for").Exists
            && ObjectOf(verb.Head) is { Exists: true } doer
        )
            return Fits(doer, verb) ? doer : Node.None;
        if (verb.Xpos == "VBG" && NearestSpeech(verb) is { Exists: true } nearest)
            return nearest;
        return speakers.SubjectOf(verb) is var subject && Fits(subject, verb) ? subject : Node.None;
    }

    /// <summary>The words of the speaker where they were found by their order; else empty, and the tree tells them.</summary>
    public WordRange SpeakerWordsOf(Node verb) => _besideWords.GetValueOrDefault(verb.Index);

    private bool Fits(Node subject, Node verb)
    {
        if (!subject.Exists || datelines.Covers(subject.Index))
            return false;
        if (
            quotations.IndexAt(subject.Index) is >= 0 and var inside
            && inside != quotations.IndexAt(verb.Index)
            && quotations.Quotations[inside].IsSpeech
        )
            return false;
        return speakers.CanSpeak(subject) || (IsPlainSpeech(verb) && subject.Upos is Upos.Noun or Upos.Propn);
    }

    private Node Beside(Node verb)
    {
        var (head, words) = _beside.Before(verb);
        if (!head.Exists || !Fits(head, verb))
            (head, words) =
                FollowsQuotation(verb) || IsCommaBefore(verb.Index) || verb.Index == verb.Sentence.Start ? _beside.Behind(verb) : default;
        if (words.Length == 0 || !Fits(head, verb))
            return Node.None;
        _besideWords[verb.Index] = words;
        return head;
    }

    private bool FollowsQuotation(Node verb)
    {
        var before = verb.Index - 1;
        if (before >= 0 && parsed.Tokens.Form(before) is ",")
            before--;
        return before >= 0 && quotations.At(before) is { } quotation && quotation.Words.End == before + 1;
    }

    /// <summary>"The move comes after officials raised concerns, saying …": the last who spoke before, where the main verb is no speech.</summary>
    private Node NearestSpeech(Node participle)
    {
        if (participle.IsRoot || participle.Index == 0 || parsed.Tokens.Form(participle.Index - 1) is not ",")
            return Node.None;
        if (_lastRead is not { } last || last.Cue.Index <= participle.Head.Index || last.Cue.Index > participle.Index)
            return Node.None;
        return _read.Contains(participle.Head.Index) ? Node.None : last.Speaker;
    }

    /// <summary>Whoever "says" or "tells" can speak, whatever noun names him.</summary>
    private static bool IsPlainSpeech(Node verb) => verb.Lemma is "say" or "tell" or "add";
}
