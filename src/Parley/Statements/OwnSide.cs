using Parley.Actors;
using Parley.Records;
using Parley.Syntax;

namespace Parley.Statements;

/// <summary>Tells whether a noun phrase means the speaker's own side: himself, his body, his country.</summary>
internal sealed class OwnSide(ActorTable actors, QuotationTable quotations)
{
    /// <summary>True for "we", for a pronoun that means the speaker, for his country and its bodies, and for what is "ours".</summary>
    public bool Holds(Node subject, Actor? speaker)
    {
        var isQuoted = quotations.IndexAt(subject.Index) >= 0;
        if (subject.Upos == Upos.Pron)
            return SpeakerFinder.IsFirstPerson(subject)
                || (!isQuoted && !subject.IsForm("you") && subject.Xpos == "PRP" && MeansSpeaker(subject, speaker));
        foreach (var child in subject.Children)
            if (child.Relation == Relation.NmodPoss && child.Upos == Upos.Pron)
                return SpeakerFinder.IsBody(subject)
                    && (child.IsForm("our") || child.IsForm("my") || (!isQuoted && !child.IsForm("your") && MeansSpeaker(child, speaker)));
        return speaker is not null && actors.At(subject) is { } actor && SameSide(actor, speaker);
    }

    /// <summary>True when the two are one actor, or belong to one country or body.</summary>
    public bool SameSide(Actor first, Actor second)
    {
        if (first.Id == second.Id || first.MemberOf == second.Id || second.MemberOf == first.Id)
            return true;
        var a = RootOf(first.Code);
        var b = RootOf(second.Code);
        return a.Length > 0 && a.SequenceEqual(b) && (IsState(first.Code) == IsState(second.Code));
    }

    /// <summary>A pronoun that the table leaves open most likely means the speaker: "said it would", "said he was".</summary>
    private bool MeansSpeaker(Node pronoun, Actor? speaker)
    {
        var actor = actors.At(pronoun);
        return actor is null || speaker is null || SameSide(actor, speaker);
    }

    private static ReadOnlySpan<char> RootOf(string code) => code.IndexOf('.') is >= 0 and var dot ? code.AsSpan(0, dot) : code;

    /// <summary>Rebels and civilians of a country are not its government's side.</summary>
    private static bool IsState(string code) =>
        !(
            code.Contains(".REB", StringComparison.Ordinal)
            || code.Contains(".CVL", StringComparison.Ordinal)
            || code.Contains(".OPP", StringComparison.Ordinal)
        );
}
