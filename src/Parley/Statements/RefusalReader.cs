using System.Collections.Immutable;
using Parley.Mentions;
using Parley.Records;
using Parley.Syntax;
using Parley.Text;

namespace Parley.Statements;

/// <summary>Tells whether a neutral report turns something down: "said it would not give up the bridge", from the deeds refused and the positions rejected in its content.</summary>
/// <remarks>Verbs that turn down by themselves ("rejected", "ruled out") stand in the cue tables; who denies a fact refuses nothing.</remarks>
internal sealed class RefusalReader(ParsedText parsed, MentionTable mentions, OwnSide own)
{
    private const int MaxSteps = 4;

    /// <summary>Why the statement rejects; null where it does not.</summary>
    public string? Find(Draft draft, StatementAct act, Actor? speaker, WordRange phrase)
    {
        if (
            act is not (StatementAct.Asserts or StatementAct.Promises or StatementAct.Doubts)
            || !draft.Cue.Exists
            || SpeechReality.IsDoubt(draft.Cue)
        )
            return null;
        foreach (var range in draft.Content)
            for (var word = range.Start; word < range.End; word++)
                if (
                    mentions.EventAt(word) is { } deed
                    && IsRefused(deed, speaker)
                    && IsSaidOf(word, draft)
                    && IsOwn(deed.Doers, draft, speaker, phrase)
                )
                    return Because("network, status of", word, deed.Status.Probability);
        foreach (var position in mentions.Positions)
            if (
                draft.Holds(position.Word)
                && IsRejected(position, speaker)
                && IsSaidOf(position.Word, draft)
                && IsOwn(position.Parties, draft, speaker, phrase)
            )
                return Because("network, stance to", position.Word, position.Stance.Probability);
        return null;
    }

    private bool IsRefused(EventMention deed, Actor? speaker) =>
        deed.Probability >= NetworkTrust.Refusal
        && deed.Status.Best == EventStatus.Refused
        && (WillNot(deed.Word, speaker) || deed.Status.Probability >= NetworkTrust.Refusal && !Will(deed.Word, speaker));

    private bool IsRejected(PositionMention position, Actor? speaker) =>
        position.Stance is { Best: PositionStance.Rejects, Probability: >= NetworkTrust.Refusal }
        && (
            position.Probability >= NetworkTrust.Refusal
            || (position.Probability >= NetworkTrust.WillNot && WillNot(position.Word, speaker))
        );

    /// <summary>"it will not", "we would never": a clause in the future that the speaker's own side denies.</summary>
    private bool WillNot(int word, Actor? speaker) =>
        ContentClause.Of(parsed[word], speaker, own) is { IsOwn: true, IsNegated: true, IsFuture: true };

    /// <summary>"it would defend them": a clause in the future that nothing denies turns nothing down.</summary>
    private bool Will(int word, Actor? speaker) => ContentClause.Of(parsed[word], speaker, own) is { IsNegated: false, IsFuture: true };

    private string Because(string head, int word, float probability) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{head} '{parsed.Tokens.Form(word)}' {probability:0.00}");

    /// <summary>True where the word stands in the main clause of the content, not in a relative clause or an aside.</summary>
    private bool IsSaidOf(int word, Draft draft)
    {
        var node = parsed[word];
        for (var steps = 0; node.Exists && draft.Holds(node.Index) && steps < MaxSteps; steps++, node = node.Head)
            if (SpeechReality.IsDoubt(node))
                return false;
            else if (node.IsRoot)
                return true;
            else if (node.Relation.Is(Relation.Advcl) || node.Relation == Relation.AclRelcl)
                return false;
        return true;
    }

    /// <summary>True where the speaker's side does it; where nobody is named, the subject of an infinitive is the speaker.</summary>
    private bool IsOwn(ImmutableArray<Argument> doers, Draft draft, Actor? speaker, WordRange phrase)
    {
        foreach (var doer in doers)
            if (phrase.Contains(doer.Word) || own.Holds(JointSpeakers.HeadOf(parsed[doer.Word]), speaker))
                return true;
        return doers.Length == 0 && (draft.Frame & (CueFrames.Infinitive | CueFrames.Gerund)) != 0;
    }
}
