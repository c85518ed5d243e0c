using Parley.Lexicons;
using Parley.Records;
using Parley.Syntax;

namespace Parley.Statements;

/// <summary>The reporting words of <c>lexicons/cue-verbs</c>, <c>lexicons/cue-nouns</c> and <c>rules/cue-phrases</c>.</summary>
internal sealed class CueLexicon
{
    private readonly CueTable _verbs = new("lexicons/cue-verbs", 1);
    private readonly CueTable _nouns = new("lexicons/cue-nouns", 1);
    private readonly CueTable _phrases = new("rules/cue-phrases", 2);
    private readonly Lexicon _mind = LexiconSet.Get("lexicons/mind-verbs");
    private readonly Lexicon _deeds = LexiconSet.Get("rules/not-said");
    private readonly Lexicon _issuing = LexiconSet.Get("lexicons/issuing-verbs");
    private readonly Lexicon _chains = LexiconSet.Get("lexicons/cue-chains");

    /// <summary>All frames of a verb; none where it is no reporting verb.</summary>
    public CueFrames VerbFrames(string lemma) => _verbs.Frames(lemma);

    /// <summary>All frames of a noun; none where it is no reporting noun.</summary>
    public CueFrames NounFrames(string lemma) => _nouns.Frames(lemma);

    /// <summary>What a verb does with one of these frames; null where it has none of them.</summary>
    public StatementAct? Verb(string lemma, CueFrames frames) => _verbs.Act(lemma, frames);

    /// <summary>True where the verb can do that, with one frame or another.</summary>
    public bool VerbCan(string lemma, StatementAct act) => _verbs.Has(lemma, act);

    /// <summary>What a noun does with one of these frames; null where it has none of them.</summary>
    public StatementAct? Noun(string lemma, CueFrames frames) => _nouns.Act(lemma, frames);

    /// <summary>True for verbs of perception, thought, wish and cause, which report no speech.</summary>
    public bool IsMind(string lemma) => _mind.Contains(lemma);

    /// <summary>True for verbs by which someone issues a writing: "released a letter".</summary>
    public bool Issues(string lemma) => _issuing.Contains(lemma);

    /// <summary>True where a verb of speech with this object is a deed: "denied permission", "welcomed the envoy".</summary>
    public bool IsDeed(string verb, string target, bool canSpeak)
    {
        for (var row = _deeds.Find(verb); row >= 0; row = _deeds.Next(row))
            if (_deeds.Cell(row, 1).Equals(target, StringComparison.OrdinalIgnoreCase) || (canSpeak && _deeds.Cell(row, 1) is "*"))
                return true;
        return false;
    }

    /// <summary>True where a dependent verb of speech was really spoken: "went on to say".</summary>
    public bool IsChain(string lemma) => _chains.Contains(lemma);

    /// <summary>True where the object of such a verb speaks: "prompting him to declare".</summary>
    public bool ObjectSpeaks(string lemma) => _chains.Find(lemma) is >= 0 and var row && _chains.Cell(row, 1).SequenceEqual("object");

    /// <summary>The second part of a reporting phrase ("clear" of "made clear", "doubt" of "cast doubt") and the row of the phrase.</summary>
    public (Node Partner, int Row) Phrase(Node verb)
    {
        var row = _phrases.Find(verb.Lemma);
        for (; row >= 0; row = _phrases.Table.Next(row))
            foreach (var child in verb.Children)
                if (IsPartner(child, verb) && IsWord(child, _phrases.Table.Cell(row, 1)))
                    return (child, row);
        return (Node.None, -1);
    }

    /// <summary>What the phrase of that row does with one of these frames; null where it has none of them.</summary>
    public StatementAct? PhraseAct(int row, CueFrames frames) => (_phrases.FramesAt(row) & frames) != 0 ? _phrases.ActAt(row) : null;

    private static bool IsPartner(Node child, Node verb) =>
        child.Relation.Is(Relation.CompoundPrt)
        || child.Relation.Is(Relation.Obj)
        || child.Relation.Is(Relation.Xcomp)
        || (child.Relation.Is(Relation.Advmod) && child.Index == verb.Index + 1)
        || (child.Relation.Is(Relation.NsubjPass));

    private static bool IsWord(Node node, ReadOnlySpan<char> word) =>
        node.Form.Equals(word, StringComparison.OrdinalIgnoreCase) || node.Lemma.AsSpan().Equals(word, StringComparison.OrdinalIgnoreCase);
}
