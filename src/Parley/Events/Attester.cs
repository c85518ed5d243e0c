using System.Collections.Immutable;
using Parley.Actors;
using Parley.Records;
using Parley.Statements;

namespace Parley.Events;

/// <summary>Judges who stands behind a happening and how it stands: the article, one side, both, or one against another.</summary>
internal sealed class Attester(StatementTable statements, ActorTable actors, IReadOnlyList<Happening> happenings, string? published)
{
    /// <summary>Sentences within which a bare denial ("a charge that Manila denies") answers a claim.</summary>
    private const int Answer = 1;

    private readonly List<(int Cue, int Index)> _denials =
    [
        .. statements
            .Words.Select((words, index) => (words.Cue, index))
            .Where(one => one.Cue >= 0 && statements.Statements[one.index].Act == StatementAct.Denies)
            .Order(),
    ];

    private readonly Dictionary<string, Actor> _actors = actors.Actors.ToDictionary(actor => actor.Id);

    /// <summary>Settles the status of a happening, and gives its attestation with the statements that deny it.</summary>
    public (EventAttestation Attestation, ImmutableArray<string> DeniedBy) Judge(Happening one)
    {
        var telling = one.Tellings.FindAll(telling => !Denies(telling));
        var denying = one.Tellings.FindAll(Denies);
        one.Status = telling.Count > 0 ? Settle(telling) : EventStatus.Denied;
        if (one.Status is EventStatus.Happened or EventStatus.Ongoing && AheadOfTime.IsAfter(one.Time, published))
            one.Status = EventStatus.Planned;
        var denials = denying.Select(denial => denial.Statement).OfType<Statement>().ToList();
        if (telling.Count > 0 && (BareDenial(one) ?? OwnDenial(one)) is { } answer)
            denials.Add(answer);
        var deniedBy = denials.Select(denial => denial.Id).Distinct().ToImmutableArray();
        if (telling.Count > 0 && denials.Exists(denial => telling.Exists(claim => SpeakerOf(claim.Statement) != SpeakerOf(denial))))
            return (EventAttestation.Contested, deniedBy);
        var tellers = telling.Count > 0 ? telling : denying;
        if (tellers.Exists(claim => claim.Statement is null))
            return (EventAttestation.Narrated, deniedBy);
        var sides = tellers.Select(claim => SideOf(claim.Statement)).Where(side => side.Length > 0).Distinct().Count();
        var confirmed =
            sides > 1 || tellers.Exists(claim => claim.Statement!.Act == StatementAct.Confirms || IsAgainstInterest(one, claim));
        return (confirmed && telling.Count > 0 ? EventAttestation.Confirmed : EventAttestation.Claimed, deniedBy);
    }

    private static bool Denies(Telling telling) => telling.Status == EventStatus.Denied;

    // The first telling says most; what only points back to it says little of how it stands.
    private static EventStatus Settle(List<Telling> tellings)
    {
        var weights = new double[Enum.GetValues<EventStatus>().Length];
        var weight = 1.0;
        foreach (var telling in tellings)
        {
            var status = telling.Mention.Status;
            weights[(int)status.Best] += weight * status.Probability;
            weights[(int)status.Second] += weight * status.SecondProbability;
            weight = 0.5;
        }
        weights[(int)EventStatus.Denied] = 0;
        return (EventStatus)Array.IndexOf(weights, weights.Max());
    }

    /// <summary>A denial that names no deed, by the side that is said to have done it, beside the claim.</summary>
    private Statement? BareDenial(Happening one)
    {
        var best = one.Best;
        if (best.Statement is null && one.Status != EventStatus.Alleged)
            return null;
        foreach (var s in DenialsBehind(best.Trigger.Index))
        {
            var denial = statements.Statements[s];
            if (best.Trigger.Parsed.SentenceOf(statements.Words[s].Cue) - best.Sentence > Answer)
                return null;
            if (denial.Id != best.Statement?.Id && SideOf(denial) is { Length: > 0 } side)
                if (one.Doers.Exists(doer => Countries.SideOf(doer.Actor) == side))
                    return denial;
        }
        return null;
    }

    /// <summary>A denial in other words, by the side that is said to have done it: "its men had not fired a shot", beside the claim.</summary>
    private Statement? OwnDenial(Happening one)
    {
        if (one.Best.Statement is null && one.Status != EventStatus.Alleged)
            return null;
        foreach (var other in happenings)
            if (
                other != one
                && other.Type == one.Type
                && other.Best is { Status: EventStatus.Denied, Statement: { } denial }
                && other.Best.Sentence - one.Best.Sentence is >= 0 and <= Answer
                && denial.Id != one.Best.Statement?.Id
                && SideOf(denial) is { Length: > 0 } side
                && one.Doers.Exists(doer => Countries.SideOf(doer.Actor) == side)
                && other.Doers.Exists(doer => Countries.SideOf(doer.Actor) == side)
            )
                return denial;
        return null;
    }

    /// <summary>Indices of the denials whose cue stands behind a word, nearest first; at most a handful are looked at.</summary>
    private IEnumerable<int> DenialsBehind(int word)
    {
        var at = _denials.BinarySearch((word, int.MaxValue));
        return _denials.Skip(at < 0 ? ~at : at).Take(8).Select(denial => denial.Index);
    }

    // Who gives way says so to his own cost.
    private bool IsAgainstInterest(Happening one, Telling claim) =>
        one.Type is EventType.Retreat or EventType.Concede
        && one.Status == EventStatus.Happened
        && one.Doers.Count == 1
        && Countries.SideOf(one.Doers[0].Actor) == SideOf(claim.Statement);

    private static string SpeakerOf(Statement? statement) => statement?.Speaker ?? "";

    private string SideOf(Statement? statement) =>
        statement?.Speaker is { } id && _actors.TryGetValue(id, out var speaker) ? Countries.SideOf(speaker) : "";
}
