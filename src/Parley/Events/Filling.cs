using Parley.Records;

namespace Parley.Events;

/// <summary>Fills parties that no sentence names but the article makes plain: of each role at most the one likeliest side, where it is likely enough.</summary>
internal static class Filling
{
    /// <summary>From this probability on a doer or partner is filled in; a false doer is worse than none.</summary>
    private const double LikelyDoer = 0.65;

    /// <summary>From this probability on a target is filled in.</summary>
    private const double LikelyTarget = 0.2;

    private static readonly FeatureScorer s_scorer = new("rules/events/filling");

    /// <summary>The roles that a side can be filled into.</summary>
    public static IReadOnlyList<PartyRole> Roles { get; } = [PartyRole.Doer, PartyRole.Target, PartyRole.Partner];

    /// <summary>Fills what can be filled.</summary>
    public static void Fill(IReadOnlyList<Happening> happenings, FillFeatures known)
    {
        foreach (var role in Roles)
        foreach (var one in happenings)
            if (IsOpen(one, role) && Best(one, role, known) is { } party)
                Put(party, role == PartyRole.Target ? one.Targets : one.Doers, keeps: role == PartyRole.Partner);
    }

    /// <summary>True where the role is open: nobody in particular is told ("two officers"), or only one of those who meet.</summary>
    public static bool IsOpen(Happening one, PartyRole role) =>
        role switch
        {
            PartyRole.Doer => one.Doers.TrueForAll(IsNobody),
            PartyRole.Target => !IsMutual(one) && one.Targets.TrueForAll(IsNobody),
            _ => IsMutual(one) && one.Doers.Count == 1 && one.Targets.Count == 0,
        };

    private static bool IsMutual(Happening one) => one.Type is EventType.Consult or EventType.Agree or EventType.Cooperate;

    private static bool IsNobody(Party party) => party.Actor is { Code.Length: 0, Kind: ActorKind.People };

    private static Party? Best(Happening one, PartyRole role, FillFeatures known)
    {
        var features = new List<string>();
        var (best, likely, because) = ((Actor?)null, role == PartyRole.Target ? LikelyTarget : LikelyDoer, "");
        foreach (var (side, actor) in known.Sides)
        {
            features.Clear();
            known.Add(one, role, side, actor, features);
            if (
                s_scorer.Score(features) is var score
                && score >= likely
                && !one.Doers.Concat(one.Targets).Any(party => party.Actor.Id == actor.Id)
            )
                (best, likely, because) = (actor, score, s_scorer.Explain(features));
        }
        return best is null ? null : new Party(best, (float)likely, -1, because);
    }

    private static void Put(Party party, List<Party> parties, bool keeps)
    {
        if (!keeps)
            parties.Clear();
        parties.Add(party);
    }
}

/// <summary>A role that can be filled from the article.</summary>
internal enum PartyRole
{
    /// <summary>Who did it.</summary>
    Doer,

    /// <summary>To whom.</summary>
    Target,

    /// <summary>The other one of those who meet or agree.</summary>
    Partner,
}
