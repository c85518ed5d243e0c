using Parley.Records;

namespace Parley.Actors;

/// <summary>The actors of one article while it is being read.</summary>
internal sealed class ActorRegister
{
    private const int MostLookedBack = 400;
    private readonly Dictionary<string, Entity> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Entity>> _byWord = new(StringComparer.Ordinal);
    private readonly List<Entity> _all = [];
    private readonly List<(Entity Entity, int Head)> _recent = [];

    /// <summary>All actors, in the order in which they came up.</summary>
    public IReadOnlyList<Entity> All => _all;

    /// <summary>The actor of that key; null where there is none yet.</summary>
    public Entity? Find(string key) => _byKey.GetValueOrDefault(key);

    /// <summary>The actor of that key, made if need be.</summary>
    public Entity Get(string key, ActorKind kind, string code)
    {
        if (_byKey.TryGetValue(key, out var known))
            return known;
        var made = new Entity { Key = key, Kind = kind };
        made.OfferCode(code, 3);
        _byKey.Add(key, made);
        _all.Add(made);
        return made;
    }

    /// <summary>An actor told by no name that others share.</summary>
    public Entity New(ActorKind kind)
    {
        var made = new Entity { Key = "", Kind = kind };
        _all.Add(made);
        return made;
    }

    /// <summary>A state.</summary>
    public Entity Country(string code)
    {
        var country = Get(code, ActorKind.Country, code);
        country.Offer(ActorWords.CountryName(code), 0, default);
        return country;
    }

    /// <summary>The government of a state: "Moscow", "the Kremlin", "Russia's government" are one.</summary>
    public Entity Government(string country) => Get(country + ".GOV", ActorKind.Government, country + ".GOV");

    /// <summary>The people of a state.</summary>
    public Entity People(string country)
    {
        var people = Get(country + ".CVL", ActorKind.People, country + ".CVL");
        people.IsPlural = true;
        return people;
    }

    /// <summary>The armed forces of a state.</summary>
    public Entity Army(string country)
    {
        var army = Get(country + ".MIL", ActorKind.Military, country + ".MIL");
        army.Offer($"{ActorWords.CountryName(country)}'s forces", 0, default);
        return army;
    }

    /// <summary>Notes that an actor was just mentioned.</summary>
    public void Touch(Entity entity) => _recent.Add((entity, entity.LastHead));

    /// <summary>The last mentions with their head words, the latest first, no further back than coreference looks.</summary>
    public IEnumerable<(Entity Entity, int Head)> Recent
    {
        get
        {
            for (var at = _recent.Count - 1; at >= Math.Max(0, _recent.Count - MostLookedBack); at--)
                yield return _recent[at];
        }
    }

    /// <summary>Makes an actor known by a word of its name.</summary>
    public void Know(Entity entity, string name)
    {
        foreach (var word in (ReadOnlySpan<string>)[PersonNames.First(name), PersonNames.Surname(name), name])
        {
            if (!_byWord.TryGetValue(word, out var list))
                _byWord.Add(word, list = []);
            if (!list.Contains(entity))
                list.Add(entity);
        }
    }

    /// <summary>The person that a name means: of those mentioned, the latest whose name it fits; null where none does.</summary>
    public Entity? Person(string name)
    {
        Entity? best = null;
        foreach (var word in (ReadOnlySpan<string>)[PersonNames.Surname(name), PersonNames.First(name)])
        foreach (var entity in _byWord.GetValueOrDefault(word) ?? [])
            if (entity.IsPerson && (best is null || entity.LastHead > best.LastHead) && Fits(entity, name))
                best = entity;
        return best;
    }

    /// <summary>The body that a name or acronym means, among those mentioned; null where it is new.</summary>
    public Entity? Body(string name)
    {
        foreach (var entity in _byWord.GetValueOrDefault(name) ?? [])
            if (!entity.IsPerson)
                return entity;
        return null;
    }

    /// <summary>The latest mentioned actor that fits; null where none of the last mentions does.</summary>
    public Entity? Latest(Func<Entity, bool> fits)
    {
        for (var at = _recent.Count - 1; at >= Math.Max(0, _recent.Count - MostLookedBack); at--)
            if (fits(_recent[at].Entity))
                return _recent[at].Entity;
        return null;
    }

    // Of two whole names each must fit the other: "Anna Smith" is not the "Smith" that John Smith was called.
    private static bool Fits(Entity entity, string name)
    {
        var whole = name.Contains(' ', StringComparison.Ordinal) && entity.Name.Contains(' ', StringComparison.Ordinal);
        foreach (var alias in entity.Aliases)
            if (whole && !alias.Contains(' ', StringComparison.Ordinal))
                continue;
            else if (PersonNames.CanMean(name, alias) || PersonNames.CanMean(alias, name))
                return true;
        return false;
    }
}
