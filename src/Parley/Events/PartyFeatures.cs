using Parley.Actors;
using Parley.Lexicons;
using Parley.Records;

namespace Parley.Events;

/// <summary>What speaks for and against a side of the article being doer or target of a happening, told there or not. Weights: <see cref="Composition"/>.</summary>
internal sealed class PartyFeatures
{
    private static readonly string[] s_groups = ["force", "talks", "yield", "help", "protest", "move", "word"];
    private static readonly string[] s_doerGroups = [.. s_groups.Select(group => "doer," + group)];
    private static readonly string[] s_targetGroups = [.. s_groups.Select(group => "target," + group)];
    private static readonly string[] s_counts = ["0", "1", "2", "3", "4"];
    private static readonly string[] s_tenths = [.. Enumerable.Range(0, 11).Select(i => "." + i)];

    private readonly PartySides _sides;
    private readonly Dictionary<(int Side, int Role), int> _inRole = [];
    private readonly Dictionary<(int Doer, int Target), int> _against = [];
    private readonly int[] _most = new int[2 * s_groups.Length];
    private readonly Dictionary<(Happening, bool), Happening> _previous = [];

    /// <summary>Counts what the happenings of an article tell of its sides.</summary>
    public PartyFeatures(PartySides sides, IReadOnlyList<Happening> happenings)
    {
        _sides = sides;
        var last = new Happening?[2 * s_groups.Length];
        foreach (var one in happenings.OrderBy(one => one.Best.Trigger.Index))
            Count(one, last);
    }

    /// <summary>False for a side that nobody tells in the role while it has the other one, unless the article tells elsewhere of its acting on its own.</summary>
    public bool MayFill(Happening one, bool asTarget, int side) =>
        IsAmong(Parties(one, asTarget), side) || !IsAmong(Parties(one, !asTarget), side) || _against.ContainsKey((side, side));

    /// <summary>Adds the features of one side in one role.</summary>
    public void Add(Happening one, bool asTarget, PartySide candidate, FeatureList features)
    {
        var side = candidate.Number;
        var (role, group) = (asTarget ? "target" : "doer", (asTarget ? s_targetGroups : s_doerGroups)[Group(one.Type)]);
        var (own, others) = (Parties(one, asTarget), Parties(one, !asTarget));
        var told = own.Find(party => _sides.Of(party.Actor) == side);
        var state =
            told.Actor is not null ? "told"
            : own.TrueForAll(party => party.Actor.Code.Length == 0) ? "open"
            : "untold";
        var type = one.Type.ToString();
        features.Add(group, ",", type);
        features.Add(role, ",", state, ",word=" + one.Best.Lemma);
        Both(state);
        if (told.Actor is not null)
        {
            Both("by=", told.Because);
            Both("kind=", told.Actor.Kind.ToString());
            Both("likely=", s_tenths[(int)(told.Probability * 10)]);
        }
        // sides that the sentence tells, those it does not, and those of an open role are weighed apart
        features.Begin(state, ",", group, ",");
        features.AddBehind(type);
        features.AddBehind("stands=", candidate.Actor.Kind.ToString());
        features.AddBehind("rank=", s_counts[Math.Min(_sides.Rank(side), 4)]);
        features.AddBehind(
            one.Place?.Country is not { } country ? "no-place"
            : country == candidate.Name ? "place"
            : candidate.Name.StartsWith(country, StringComparison.Ordinal) ? "place-rebels"
            : "other-place"
        );
        features.AddBehind((asTarget ? one.Best.Mention.Targets : one.Best.Mention.Doers).Length > 0 ? "some-word" : "no-word");
        features.AddBehind("beside=", s_counts[Math.Min(2, own.Count(party => _sides.Of(party.Actor) != side))]);
        features.AddBehind(
            others.Count == 0 ? "other-role-open"
            : IsAmong(others, side) ? "same-side"
            : others.Exists(party => Countries.IsSame(party.Actor, candidate.Actor)) ? "same-country"
            : "other-side"
        );
        var (ofRole, ofOther) = (RoleOf(one.Type, asTarget), RoleOf(one.Type, !asTarget));
        var same = _inRole.GetValueOrDefault((side, ofRole));
        features.AddBehind("same-role=", s_counts[Math.Min(3, same)]);
        features.AddBehind(
            _most[ofRole] == 0 ? "most=nobody"
            : _most[ofRole] == same ? "most"
            : "less"
        );
        features.AddBehind("other-role=", s_counts[Math.Min(3, _inRole.GetValueOrDefault((side, ofOther)))]);
        var (foe, isLess) = Foe(one, side, others, asTarget);
        features.AddBehind(isLess ? "foe-less=" : "foe=", s_counts[foe]);
        if (one.Best.Statement?.Speaker is { } speaker)
            features.AddBehind(_sides.OfActor(speaker) == side ? "speaker" : "other-speaker");
        if (one.Tellings.Exists(telling => telling != one.Best && IsAmong(asTarget ? telling.Targets : telling.Doers, side)))
            features.AddBehind("other-telling");
        if (one.Tellings.Exists(telling => telling != one.Best && IsAmong(asTarget ? telling.Doers : telling.Targets, side)))
            features.AddBehind("other-telling-other-role");
        features.AddBehind(
            !_previous.TryGetValue((one, asTarget), out var previous) ? "previous=none"
            : IsAmong(Parties(previous, asTarget), side) ? "previous=same"
            : IsAmong(Parties(previous, !asTarget), side) ? "previous=opposite"
            : "previous=other"
        );
        features.AddBehind(Where(one.Best, side));
        if (one.Best.IsNoun)
            features.AddBehind("noun");

        void Both(string feature, string value = "")
        {
            features.Add(role, ",", feature, value);
            features.Add(group, ",", feature, value);
        }
    }

    private string Where(Telling telling, int side)
    {
        var (here, within, alone) = (false, false, true);
        foreach (var (word, other) in _sides.In(telling.Sentence))
            if (other == side)
                (here, within) = (true, within || word.IsWithin(telling.Trigger));
            else
                alone = false;
        return here ? (within ? (alone ? "within-alone" : "within") : (alone ? "here-alone" : "here"))
            : IsIn(telling.Sentence - 1, side) ? "before"
            : IsIn(telling.Sentence + 1, side) ? "after"
            : "elsewhere";
    }

    private bool IsIn(int sentence, int side)
    {
        foreach (var (_, other) in _sides.In(sentence))
            if (other == side)
                return true;
        return false;
    }

    private bool IsAmong(List<Party> parties, int side)
    {
        foreach (var party in parties)
            if (_sides.Of(party.Actor) == side)
                return true;
        return false;
    }

    private static List<Party> Parties(Happening one, bool asTarget) => asTarget ? one.Targets : one.Doers;

    private static int Group(EventType type) =>
        type switch
        {
            EventType.Assault or EventType.Coerce => 0,
            EventType.Consult or EventType.Agree or EventType.Cooperate => 1,
            EventType.Retreat or EventType.Concede => 2,
            EventType.Aid or EventType.Support => 3,
            EventType.Protest => 4,
            EventType.Mobilize => 5,
            _ => 6,
        };

    private static int RoleOf(EventType type, bool asTarget) => Group(type) * 2 + (asTarget ? 1 : 0);

    private void Count(Happening one, Happening?[] last)
    {
        foreach (var asTarget in (ReadOnlySpan<bool>)[false, true])
        {
            var role = RoleOf(one.Type, asTarget);
            if (last[role] is { } previous)
                _previous[(one, asTarget)] = previous;
            var parties = Parties(one, asTarget);
            for (var i = 0; i < parties.Count; i++)
                if (_sides.Of(parties[i].Actor) is var side && parties.FindIndex(party => _sides.Of(party.Actor) == side) == i)
                    _most[role] = Math.Max(_most[role], _inRole[(side, role)] = _inRole.GetValueOrDefault((side, role)) + 1);
            if (parties.Exists(party => party.Actor.Code.Length > 0))
                last[role] = one;
        }
        foreach (var doer in one.Doers)
        foreach (var target in one.Targets.Count > 0 ? one.Targets : one.Doers)
            if (doer.Actor.Id != target.Actor.Id)
            {
                var pair = (_sides.Of(doer.Actor), _sides.Of(target.Actor));
                _against[pair] = _against.GetValueOrDefault(pair) + 1;
            }
    }

    // How often the article has the side against those of the other role, or against the country of the place, and whether another side is more often.
    private (int Times, bool IsLess) Foe(Happening one, int side, List<Party> others, bool asTarget)
    {
        var most = 0;
        for (var i = 0; i < Math.Max(1, others.Count); i++)
            most = Math.Max(most, Times(side, i));
        foreach (var known in _sides.All)
            for (var i = 0; known.Number != side && i < Math.Max(1, others.Count); i++)
                if (Times(known.Number, i) > most)
                    return (Math.Min(3, most), true);
        return (Math.Min(3, most), false);

        int Times(int own, int i)
        {
            var foe =
                i < others.Count ? _sides.Of(others[i].Actor)
                : one.Place?.Country is { } country ? _sides.Number(country)
                : -1;
            return foe < 0 || own == foe ? 0 : _against.GetValueOrDefault(asTarget ? (foe, own) : (own, foe));
        }
    }
}
