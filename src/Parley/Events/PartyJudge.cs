namespace Parley.Events;

/// <summary>Settles who did it and to whom: each side of the article is judged in each role, whether the sentence tells it there or the article makes it plain.</summary>
internal static class PartyJudge
{
    /// <summary>From this probability on a side that is told in a role stays there.</summary>
    private const double Told = 0.15;

    /// <summary>From this probability on a side joins others in a role, untold.</summary>
    private const double Untold = 0.7;

    /// <summary>From this probability on the likeliest side is the doer where no other is; a false doer is worse than none.</summary>
    private const double OnlyDoer = 0.5;

    /// <summary>From this probability on the likeliest side is the target where no other is.</summary>
    private const double OnlyTarget = 0.45;

    private static readonly FeatureScorer s_scorer = new("rules/events/parties");

    /// <summary>Settles the doers of all happenings, or their targets once their doers are settled.</summary>
    public static void Judge(IReadOnlyList<Happening> happenings, bool asTarget, PartyFeatures known)
    {
        foreach (var one in happenings)
        {
            var settled = Judge(one, asTarget, known);
            if (asTarget)
                settled.RemoveAll(target => one.Doers.Exists(doer => doer.Actor.Id == target.Actor.Id));
            var parties = asTarget ? one.Targets : one.Doers;
            parties.Clear();
            parties.AddRange(settled);
        }
    }

    private static List<Party> Judge(Happening one, bool asTarget, PartyFeatures known)
    {
        var told = asTarget ? one.Targets : one.Doers;
        var features = new List<string>();
        var (parties, only, likely) = (new List<Party>(), new List<Party>(), asTarget ? OnlyTarget : OnlyDoer);
        foreach (var (side, actor) in known.Sides)
        {
            if (!known.MayFill(one, asTarget, side))
                continue;
            features.Clear();
            known.Add(one, asTarget, side, actor, features);
            var score = s_scorer.Score(features);
            var ofSide = told.FindAll(party => Countries.SideOf(party.Actor) == side);
            var least = ofSide.Count > 0 ? Told : Untold;
            if (score < Math.Min(least, likely))
                continue;
            if (ofSide.Count == 0)
                ofSide.Add(new Party(actor, (float)score, -1, s_scorer.Explain(features)));
            if (score >= least)
                parties.AddRange(ofSide);
            if (score >= likely)
                (only, likely) = (ofSide, score);
        }
        // Whoever stands for no side of the article cannot be judged: he stays where he is told.
        parties.AddRange(told.FindAll(party => party.Actor.Code.Length > 0 && !known.Knows(Countries.SideOf(party.Actor))));
        return parties.Count > 0 ? parties
            : only.Count > 0 ? only
            : told.FindAll(party => party.Actor.Code.Length == 0);
    }
}
