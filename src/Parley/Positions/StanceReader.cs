using System.Collections.Immutable;
using Parley.Events;
using Parley.Mentions;
using Parley.Records;
using Parley.Statements;
using Parley.Syntax;
using Parley.Undertakings;

namespace Parley.Positions;

/// <summary>Which stances grammar leaves to a side, before they are weighed: who doubts refuses nothing, who might reject rejects nothing, who wants to join demands nothing.</summary>
internal sealed class StanceReader(ParsedText parsed, MentionTable mentions, PartyReader parties)
{
    /// <summary>The status and the doers of a deed count from this probability on.</summary>
    private const float Sure = 0.6f;

    private static readonly ImmutableArray<PositionStance> s_unclear = [PositionStance.Unclear];

    /// <summary>The stances that are weighed where nothing speaks against them: all but the one that leaves it open, which grammar alone tells.</summary>
    private static readonly ImmutableArray<PositionStance> s_all =
    [
        .. Enum.GetValues<PositionStance>().Where(stance => stance != PositionStance.Unclear),
    ];

    /// <summary>The stances to weigh: <see cref="PositionStance.Unclear"/> alone for "neither accepted nor rejected", none where the words do not say that any is taken.</summary>
    public ImmutableArray<PositionStance> Read(PositionCandidate one)
    {
        var own = one.Told.FirstOrDefault(told => told.Holders.Any(holder => parties.IsSame(holder, one.Party)));
        if (own is { Stance: PositionStance.Unclear } && one.Mention.Probability >= MentionReader.Least)
            return s_unclear;
        if (one.Told.Any(told => StanceWords.IsHedged(told.Word)) || own is null && one.Told.Any(told => IsReportedBy(one, told)))
            return [];
        return [.. s_all.Where(stance => Allows(one, stance))];
    }

    private bool Allows(PositionCandidate one, PositionStance stance) =>
        stance switch
        {
            PositionStance.Rejects => !SpeechReality.IsOfDoubt(parsed[one.Mention.Word]),
            PositionStance.Demands => !SpeechReality.IsNamed(parsed[one.Mention.Word]) && !IsOwnDeed(one),
            _ => true,
        };

    /// <summary>"Iran announced that Iraq was ready": who reports another's stance takes none by it.</summary>
    private bool IsReportedBy(PositionCandidate one, ToldStance told) =>
        !told.Holders.IsEmpty
        && parties.OwnWords(told.Word.Index, parties.SideOf(one.Party)) is not null
        && parties.OwnWords(one.Mention.Word, parties.SideOf(one.Party)) is not null;

    /// <summary>A wish or plan of one's own is no demand: "wants to join", "announced that it will leave".</summary>
    private bool IsOwnDeed(PositionCandidate one)
    {
        var node = parsed[one.Mention.Word];
        if (
            node.Upos == Upos.Verb
            && node.Relation == Relation.Xcomp
            && !node.Subject.Exists
            && !node.Head.Child(Relation.Obj).Exists
            && !node.Head.Child(Relation.Obl).Exists
        )
            return one.Told.Length > 0;
        return mentions.EventAt(one.Mention.Word) is { Status: { Best: EventStatus.Planned, Probability: >= Sure } } deed
            && deed.Doers.Any(doer =>
                doer.Probability >= Sure && parties.Read(parsed[doer.Word]).Any(own => parties.IsSame(own, one.Party))
            );
    }
}
