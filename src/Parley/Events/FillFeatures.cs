using Parley.Actors;
using Parley.Records;
using Parley.Syntax;

namespace Parley.Events;

/// <summary>What speaks for and against a side of the article being the untold doer or target of a happening. Weights: <c>rules/events/filling</c>.</summary>
internal sealed class FillFeatures
{
    /// <summary>Sides that are considered at all, those most talked of.</summary>
    private const int MostSides = 12;

    private readonly List<(string Side, Actor Actor)> _sides = [];
    private readonly Dictionary<string, int> _rank;
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly Dictionary<int, HashSet<string>> _inSentence = [];
    private readonly Dictionary<int, string> _subjects = [];

    /// <summary>Gathers the sides of the article and what the happenings tell of them.</summary>
    public FillFeatures(ParsedText parsed, ActorTable actors, Countries countries, IReadOnlyList<Happening> happenings)
    {
        var mentions = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var mention in actors.Mentions)
        {
            var actor = actors.Actors[mention.Actor];
            if (actor.Code.Length == 0 || actor.Kind == ActorKind.Media || parsed.SentenceOf(mention.Head) is not (>= 0 and var sentence))
                continue;
            var side = Countries.SideOf(actor);
            if (!mentions.TryGetValue(side, out var known))
                _sides.Add((side, countries.Find(side) ?? actor));
            mentions[side] = known + 1;
            (
                _inSentence.TryGetValue(sentence, out var here) ? here : _inSentence[sentence] = new HashSet<string>(StringComparer.Ordinal)
            ).Add(side);
            if (parsed[mention.Head].Relation.Is(Relation.Nsubj))
                _subjects.TryAdd(sentence, side);
        }
        _rank = mentions
            .OrderByDescending(one => one.Value)
            .ThenBy(one => one.Key, StringComparer.Ordinal)
            .Select((one, i) => (one.Key, i))
            .ToDictionary(one => one.Key, one => one.i);
        _sides.RemoveAll(side => _rank[side.Side] >= MostSides);
        foreach (var one in happenings)
            CountRoles(one);
    }

    /// <summary>The sides that the article names, each with the actor that stands for it.</summary>
    public IReadOnlyList<(string Side, Actor Actor)> Sides => _sides;

    /// <summary>Adds the features of one side in one role.</summary>
    public void Add(Happening one, PartyRole partyRole, string side, Actor actor, List<string> features)
    {
        var asTarget = partyRole == PartyRole.Target;
        var role =
            partyRole switch
            {
                PartyRole.Doer => "doer,",
                PartyRole.Target => "target,",
                _ => "partner,",
            } + Group(one.Type);
        var (own, others) = partyRole == PartyRole.Doer ? (one.Doers, one.Targets) : (one.Targets, one.Doers);
        var sentence = one.Best.Sentence;
        features.Add(role);
        features.Add(role + "," + one.Type);
        Add("kind=" + actor.Kind);
        Add("rank=" + Math.Min(_rank[side], 4));
        Add(
            one.Place?.Country is not { } country ? "no-place"
            : country == side ? "place"
            : side.StartsWith(country, StringComparison.Ordinal) ? "place-rebels"
            : "other-place"
        );
        Add(
            own.Count > 0 ? "some-people"
            : (asTarget ? one.Best.Mention.Targets : one.Best.Mention.Doers).Length > 0 ? "some-word"
            : "no-word"
        );
        Add(
            others.Count == 0 ? "other-role-open"
            : others.Exists(party => Countries.SideOf(party.Actor) == side) ? "same-side"
            : "other-side"
        );
        Add("same-role=" + Count(side, asTarget, one.Type));
        Add("other-role=" + Count(side, !asTarget, one.Type));
        if (others.Count > 0)
            Add("foe=" + others.Max(party => Pair(side, Countries.SideOf(party.Actor), asTarget)));
        Add(
            _inSentence.TryGetValue(sentence, out var here) && here.Contains(side) ? "here"
            : _inSentence.TryGetValue(sentence - 1, out var before) && before.Contains(side) ? "before"
            : "elsewhere"
        );
        if (_subjects.GetValueOrDefault(sentence - 1) == side)
            Add("subject-before");
        if (_subjects.GetValueOrDefault(sentence) == side)
            Add("subject-here");
        Add("sides=" + Math.Min(_sides.Count, 5));
        Add("status=" + one.Best.Status);

        void Add(string feature) => features.Add(role + "," + feature);
    }

    private static string Group(EventType type) =>
        type switch
        {
            EventType.Assault or EventType.Coerce => "force",
            EventType.Consult or EventType.Agree or EventType.Cooperate => "talks",
            EventType.Retreat or EventType.Concede => "yield",
            EventType.Aid or EventType.Support => "help",
            EventType.Protest => "protest",
            EventType.Mobilize => "move",
            _ => "word",
        };

    private void CountRoles(Happening one)
    {
        foreach (var (parties, role) in ((List<Party>, string)[])[(one.Doers, "doer"), (one.Targets, "target")])
        foreach (var side in parties.Select(party => Countries.SideOf(party.Actor)).Distinct())
            Count(side + "|" + role + Group(one.Type));
        foreach (var doer in one.Doers)
        foreach (var target in one.Targets.Count > 0 ? one.Targets : one.Doers)
            if (doer.Actor.Id != target.Actor.Id)
                Count(Countries.SideOf(doer.Actor) + "|" + Countries.SideOf(target.Actor));
    }

    private void Count(string key) => _counts[key] = _counts.GetValueOrDefault(key) + 1;

    private int Count(string side, bool asTarget, EventType type) =>
        Math.Min(3, _counts.GetValueOrDefault(side + "|" + (asTarget ? "target" : "doer") + Group(type)));

    private int Pair(string side, string other, bool asTarget) =>
        Math.Min(3, _counts.GetValueOrDefault(asTarget ? other + "|" + side : side + "|" + other));
}
