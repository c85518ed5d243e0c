using Parley.Actors;
using Parley.Records;
using Parley.Syntax;

namespace Parley.Events;

/// <summary>What speaks for and against a side of the article being doer or target of a happening, told there or not. Weights: <c>rules/events/parties</c>.</summary>
internal sealed class PartyFeatures
{
    /// <summary>Sides that are considered at all, those most talked of.</summary>
    private const int MostSides = 12;

    private readonly List<(string Side, Actor Actor)> _sides = [];
    private readonly Dictionary<string, int> _rank;
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly Dictionary<int, List<(Node Word, string Side)>> _inSentence = [];
    private readonly Dictionary<string, string> _ofActor = new(StringComparer.Ordinal);
    private readonly Dictionary<(Happening, bool), Happening> _previous = [];

    /// <summary>Gathers the sides of the article and what the happenings tell of them.</summary>
    public PartyFeatures(ParsedText parsed, ActorTable actors, Countries countries, IReadOnlyList<Happening> happenings)
    {
        var mentions = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var mention in actors.Mentions)
        foreach (var actor in actors.PartiesAt(mention.Head))
        {
            if (actor.Code.Length == 0)
                continue;
            var side = _ofActor[actor.Id] = Countries.SideOf(actor);
            if (actor.Kind == ActorKind.Media)
                continue;
            if (!mentions.TryGetValue(side, out var known))
                _sides.Add((side, countries.Find(side) ?? actor));
            mentions[side] = known + 1;
            var sentence = parsed.SentenceOf(mention.Head);
            (_inSentence.TryGetValue(sentence, out var here) ? here : _inSentence[sentence] = []).Add((parsed[mention.Head], side));
        }
        _rank = mentions
            .OrderByDescending(one => one.Value)
            .ThenBy(one => one.Key, StringComparer.Ordinal)
            .Select((one, i) => (one.Key, i))
            .ToDictionary(one => one.Key, one => one.i);
        _sides.RemoveAll(side => _rank[side.Side] >= MostSides);
        var last = new Dictionary<string, Happening>(StringComparer.Ordinal);
        foreach (var one in happenings.OrderBy(one => one.Best.Trigger.Index))
            CountRoles(one, last);
    }

    /// <summary>The sides that the article names, each with the actor that stands for it.</summary>
    public IReadOnlyList<(string Side, Actor Actor)> Sides => _sides;

    /// <summary>True for a side that is among <see cref="Sides"/>.</summary>
    public bool Knows(string side) => _rank.TryGetValue(side, out var rank) && rank < MostSides;

    /// <summary>False for a side that nobody tells in the role while it has the other one, unless the article tells elsewhere of its acting on its own.</summary>
    public bool MayFill(Happening one, bool asTarget, string side) =>
        IsAmong(Parties(one, asTarget), side) || !IsAmong(Parties(one, !asTarget), side) || _counts.ContainsKey(side + "|" + side);

    /// <summary>Adds the features of one side in one role.</summary>
    public void Add(Happening one, bool asTarget, string side, Actor actor, List<string> features)
    {
        var (role, group) = (Role(asTarget), Role(asTarget) + "," + Group(one.Type));
        var (own, others) = (Parties(one, asTarget), Parties(one, !asTarget));
        var told = own.Find(party => Countries.SideOf(party.Actor) == side);
        var state =
            told.Actor is not null ? "told"
            : own.TrueForAll(party => party.Actor.Code.Length == 0) ? "open"
            : "untold";
        var prefix = state + "," + group + ",";
        features.Add(group + "," + one.Type);
        features.Add(prefix + one.Type);
        features.Add(role + "," + state + ",word=" + one.Best.Lemma);
        Both(state);
        if (told.Actor is not null)
        {
            Both("by=" + told.Because);
            Both("kind=" + told.Actor.Kind);
            Both("likely=." + (int)(told.Probability * 10));
        }
        Add("stands=" + actor.Kind);
        Add("rank=" + Math.Min(_rank[side], 4));
        Add(
            one.Place?.Country is not { } country ? "no-place"
            : country == side ? "place"
            : side.StartsWith(country, StringComparison.Ordinal) ? "place-rebels"
            : "other-place"
        );
        Add((asTarget ? one.Best.Mention.Targets : one.Best.Mention.Doers).Length > 0 ? "some-word" : "no-word");
        Add("beside=" + Math.Min(2, own.Count(party => Countries.SideOf(party.Actor) != side)));
        Add(
            others.Count == 0 ? "other-role-open"
            : IsAmong(others, side) ? "same-side"
            : others.Exists(party => Countries.Of(party.Actor) == Countries.Of(actor)) ? "same-country"
            : "other-side"
        );
        var same = _counts.GetValueOrDefault(side + "|" + group);
        Add("same-role=" + Math.Min(3, same));
        Add(
            _counts.GetValueOrDefault("most|" + group) is var most && most == 0 ? "most=nobody"
            : most == same ? "most"
            : "less"
        );
        Add("other-role=" + Math.Min(3, _counts.GetValueOrDefault(side + "|" + Role(!asTarget) + "," + Group(one.Type))));
        Add("foe=" + Foe(one, side, others, asTarget));
        if (one.Best.Statement?.Speaker is { } speaker)
            Add(_ofActor.GetValueOrDefault(speaker) == side ? "speaker" : "other-speaker");
        if (one.Tellings.Exists(telling => telling != one.Best && IsAmong(asTarget ? telling.Targets : telling.Doers, side)))
            Add("other-telling");
        if (one.Tellings.Exists(telling => telling != one.Best && IsAmong(asTarget ? telling.Doers : telling.Targets, side)))
            Add("other-telling-other-role");
        Add(
            !_previous.TryGetValue((one, asTarget), out var previous) ? "previous=none"
            : IsAmong(Parties(previous, asTarget), side) ? "previous=same"
            : IsAmong(Parties(previous, !asTarget), side) ? "previous=opposite"
            : "previous=other"
        );
        Add(Where(one.Best, side));
        if (one.Best.IsNoun)
            Add("noun");

        // sides that the sentence tells, those it does not, and those of an open role are weighed apart
        void Add(string feature) => features.Add(prefix + feature);
        void Both(string feature)
        {
            features.Add(role + "," + feature);
            features.Add(group + "," + feature);
        }
    }

    private string Where(Telling telling, string side)
    {
        var (here, within, alone) = (false, false, true);
        foreach (var (word, other) in _inSentence.GetValueOrDefault(telling.Sentence) ?? [])
            if (other == side)
                (here, within) = (true, within || word.IsWithin(telling.Trigger));
            else
                alone = false;
        return here ? (within ? "within" : "here") + (alone ? "-alone" : "")
            : IsIn(telling.Sentence - 1, side) ? "before"
            : IsIn(telling.Sentence + 1, side) ? "after"
            : "elsewhere";
    }

    private bool IsIn(int sentence, string side) => _inSentence.TryGetValue(sentence, out var here) && here.Exists(one => one.Side == side);

    private static bool IsAmong(List<Party> parties, string side) => parties.Exists(party => Countries.SideOf(party.Actor) == side);

    private static List<Party> Parties(Happening one, bool asTarget) => asTarget ? one.Targets : one.Doers;

    private static string Role(bool asTarget) => asTarget ? "target" : "doer";

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

    private void CountRoles(Happening one, Dictionary<string, Happening> last)
    {
        foreach (var asTarget in (ReadOnlySpan<bool>)[false, true])
        {
            var group = Role(asTarget) + "," + Group(one.Type);
            if (last.TryGetValue(group, out var previous))
                _previous[(one, asTarget)] = previous;
            foreach (var side in Parties(one, asTarget).Select(party => Countries.SideOf(party.Actor)).Distinct())
                _counts["most|" + group] = Math.Max(_counts.GetValueOrDefault("most|" + group), Count(side + "|" + group));
            if (Parties(one, asTarget).Exists(party => party.Actor.Code.Length > 0))
                last[group] = one;
        }
        foreach (var doer in one.Doers)
        foreach (var target in one.Targets.Count > 0 ? one.Targets : one.Doers)
            if (doer.Actor.Id != target.Actor.Id)
                Count(Countries.SideOf(doer.Actor) + "|" + Countries.SideOf(target.Actor));
    }

    private int Count(string key) => _counts[key] = _counts.GetValueOrDefault(key) + 1;

    // How often the article has the side against those of the other role, or against the country of the place, and whether another side is more often.
    private string Foe(Happening one, string side, List<Party> others, bool asTarget)
    {
        var foes = others.Select(party => Countries.SideOf(party.Actor)).Append(others.Count == 0 ? one.Place?.Country ?? "" : "").ToList();
        var count = foes.Max(foe => Times(side, foe));
        return Math.Min(3, count)
            + (_sides.Exists(known => known.Side != side && foes.Exists(foe => Times(known.Side, foe) > count)) ? "-less" : "");

        int Times(string own, string other) =>
            own == other ? 0 : _counts.GetValueOrDefault(asTarget ? other + "|" + own : own + "|" + other);
    }
}
