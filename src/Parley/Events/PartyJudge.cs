using Parley.Lexicons;
using Parley.Records;
using Parley.Syntax;

namespace Parley.Events;

/// <summary>Settles who did it and to whom: each side of the article is judged in each role, whether the sentence tells it there or the article makes it plain.</summary>
internal static class PartyJudge
{
    /// <summary>From this probability on a side that is told in a role stays there.</summary>
    private const double Told = 0.15;

    /// <summary>From this probability on a side joins others in a role, untold.</summary>
    private const double Untold = 0.7;

    /// <summary>From this probability on the likeliest of the told sides is the doer where no other is.</summary>
    private const double OnlyDoer = 0.5;

    /// <summary>From this probability on the likeliest side is the target where no other is.</summary>
    private const double OnlyTarget = 0.45;

    /// <summary>Settles the doers and the targets of all happenings.</summary>
    /// <param name="happenings">The happenings of the article.</param>
    /// <param name="sides">Its sides.</param>
    /// <param name="composition">The weights.</param>
    /// <param name="explain">True to say why a party was filled.</param>
    public static void Judge(IReadOnlyList<Happening> happenings, PartySides sides, Composition composition, bool explain)
    {
        var known = new PartyFeatures(sides, happenings);
        var features = new FeatureList(composition.Parties, explain);
        foreach (var asTarget in (ReadOnlySpan<bool>)[false, true])
            Judge(happenings, asTarget, sides, known, features, composition);
    }

    /// <summary>Settles the doers of all happenings, or their targets once their doers are settled.</summary>
    internal static void Judge(
        IReadOnlyList<Happening> happenings,
        bool asTarget,
        PartySides sides,
        PartyFeatures known,
        FeatureList features,
        Composition composition
    )
    {
        foreach (var one in happenings)
        {
            var settled = Judge(one, asTarget, sides, known, features, composition);
            if (asTarget)
                settled.RemoveAll(target => one.Doers.Exists(doer => doer.Actor.Id == target.Actor.Id));
            var parties = asTarget ? one.Targets : one.Doers;
            parties.Clear();
            foreach (var party in settled)
                parties.Add(party.IsInferred ? party with { Word = sides.Naming(one.Best, asTarget, sides.Of(party.Actor)) } : party);
        }
    }

    private static List<Party> Judge(
        Happening one,
        bool asTarget,
        PartySides sides,
        PartyFeatures known,
        FeatureList features,
        Composition composition
    )
    {
        var told = asTarget ? one.Targets : one.Doers;
        var parties = new List<Party>();
        var unnamed = asTarget ? OnlyTarget : UnnamedDoer.Alone(one, told, composition);
        var beside =
            !told.Exists(party => party.Actor.Code.Length > 0) ? Math.Max(Untold, unnamed)
            : asTarget ? Untold
            : UnnamedDoer.Beside(one, Untold);
        var (only, likely) = ((PartySide?)null, asTarget ? OnlyTarget : OnlyDoer);
        var because = "";
        // "The spokesman said rebels attacked": a doer who is named, if by no code, is not the one who says it.
        var isOther = !asTarget && told.Exists(party => party.Word >= 0 && one.Best.Trigger.Parsed[party.Word].Upos != Upos.Pron);
        // "Four million people left", "twelve observers arrived": who is told is nobody's side, and no side takes their place.
        var isCrowd = told.Exists(party =>
            party.Word >= 0 && party.Actor.Kind is ActorKind.People or ActorKind.Person && party.Actor.Code.Length == 0
        );
        var speaker = one.Best.Statement?.Speaker is { } id ? sides.OfActor(id) : -1;
        foreach (var side in sides.All)
        {
            if (!known.MayFill(one, asTarget, side.Number))
                continue;
            features.Clear();
            known.Add(one, asTarget, side, features);
            var score = features.Score();
            var isTold = IsTold(told, side, sides);
            // An army's staff is not what shells on a town hit.
            if (!isTold && asTarget && !side.IsWhole)
                continue;
            if (score >= (isTold ? Told : beside))
                AddSide(parties, told, side, isTold, score, features.Explain(), sides);
            if (score >= likely && (isTold || score >= unnamed) && !(isOther && side.Number == speaker) && !isCrowd)
                (only, likely, because) = (side, score, features.Explain());
        }
        // Whoever stands for no side of the article cannot be judged: he stays where he is told.
        foreach (var party in told)
            if (party.Actor.Code.Length > 0 && !sides.Knows(sides.Of(party.Actor)))
                parties.Add(party);
        if (parties.Count == 0 && only is { } alone)
            AddSide(parties, told, alone, IsTold(told, alone, sides), likely, because, sides);
        return parties.Count > 0 ? parties : told.FindAll(party => party.Actor.Code.Length == 0);
    }

    private static bool IsTold(List<Party> told, PartySide side, PartySides sides)
    {
        foreach (var party in told)
            if (sides.Of(party.Actor) == side.Number)
                return true;
        return false;
    }

    private static void AddSide(
        List<Party> parties,
        List<Party> told,
        PartySide side,
        bool isTold,
        double score,
        string because,
        PartySides sides
    )
    {
        if (!isTold)
            parties.Add(new Party(side.Actor, (float)score, -1, because));
        else
            foreach (var party in told)
                if (sides.Of(party.Actor) == side.Number)
                    parties.Add(party);
    }
}
