using Parley.Actors;
using Parley.Records;
using Parley.Syntax;

namespace Parley.Events;

/// <summary>The sides of an article, numbered: who stands for each, how much it is talked of, and in which sentences.</summary>
internal sealed class PartySides
{
    /// <summary>Sides that are considered at all, those most talked of.</summary>
    private const int Most = 12;

    private static readonly List<(Node Word, int Side)> s_none = [];

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _ofActor = new(StringComparer.Ordinal);
    private readonly Dictionary<int, List<(Node Word, int Side)>> _inSentence = [];
    private readonly List<string> _names = [];
    private readonly int[] _ranks;

    /// <summary>Gathers the sides of an article.</summary>
    public PartySides(ParsedText parsed, ActorTable actors, Countries countries)
    {
        var (counts, found) = (new List<int>(), new List<PartySide>());
        foreach (var mention in actors.Mentions)
        foreach (var actor in actors.PartiesAt(mention.Head))
        {
            if (actor.Code.Length == 0)
                continue;
            var side = Of(actor);
            if (actor.Kind == ActorKind.Media)
                continue;
            while (counts.Count <= side)
                counts.Add(0);
            if (counts[side]++ == 0)
            {
                var standing = countries.Find(_names[side]) ?? (_names[side].Length == 3 ? null : actor);
                found.Add(new PartySide(side, _names[side], standing ?? actor, standing is not null));
            }
            var sentence = parsed.SentenceOf(mention.Head);
            (_inSentence.TryGetValue(sentence, out var here) ? here : _inSentence[sentence] = []).Add((parsed[mention.Head], side));
        }
        found.Sort(
            (one, other) =>
                counts[other.Number] != counts[one.Number]
                    ? counts[other.Number].CompareTo(counts[one.Number])
                    : string.CompareOrdinal(one.Name, other.Name)
        );
        _ranks = new int[_names.Count];
        Array.Fill(_ranks, int.MaxValue);
        for (var i = 0; i < found.Count; i++)
            _ranks[found[i].Number] = i;
        All = [.. found.Take(Most).OrderBy(side => side.Number)];
    }

    /// <summary>The sides that the article talks most of, in the order in which it names them.</summary>
    public List<PartySide> All { get; }

    /// <summary>The number of an actor's side, whether it is among <see cref="All"/> or not.</summary>
    public int Of(Actor actor)
    {
        if (!_ofActor.TryGetValue(actor.Id, out var side))
            _ofActor[actor.Id] = side = Number(Countries.SideOf(actor));
        return side;
    }

    /// <summary>The number of an actor's side by his id; -1 where no party has asked for it.</summary>
    public int OfActor(string id) => _ofActor.GetValueOrDefault(id, -1);

    /// <summary>The number of a side by its name.</summary>
    public int Number(string name)
    {
        if (!_numbers.TryGetValue(name, out var number))
        {
            _numbers[name] = number = _names.Count;
            _names.Add(name);
        }
        return number;
    }

    /// <summary>The code or name of a side.</summary>
    public string Name(int side) => _names[side];

    /// <summary>0 for the side most talked of.</summary>
    public int Rank(int side) => side < _ranks.Length ? _ranks[side] : int.MaxValue;

    /// <summary>True for a side among <see cref="All"/>.</summary>
    public bool Knows(int side) => Rank(side) < Most;

    /// <summary>The word that names a side within a word for the doer or target of a telling: "Ukrainian" of "the Ukrainian town"; -1 where none does.</summary>
    public int Naming(Telling telling, bool asTarget, int side)
    {
        foreach (var (word, named) in In(telling.Sentence))
            if (named == side)
                foreach (var argument in asTarget ? telling.Mention.Targets : telling.Mention.Doers)
                    if (IsPart(word, argument.Word))
                        return word.Index;
        return -1;
    }

    // Clauses are not looked into: "the town that Russia had left" names no Russian town.
    private static bool IsPart(Node word, int whole)
    {
        for (var node = word; node.Exists && node.Relation is not (Relation.Acl or Relation.AclRelcl); node = node.Head)
            if (node.Index == whole)
                return true;
        return false;
    }

    /// <summary>The sides named in a sentence, word by word.</summary>
    public List<(Node Word, int Side)> In(int sentence) => _inSentence.GetValueOrDefault(sentence) ?? s_none;
}

/// <summary>One side.</summary>
/// <param name="Number">Its number in the article.</param>
/// <param name="Name">Country, body or armed group, by code; a name where there is no code.</param>
/// <param name="Actor">Who stands for it.</param>
/// <param name="IsWhole">True where that is the side itself, not some body of it.</param>
internal readonly record struct PartySide(int Number, string Name, Actor Actor, bool IsWhole);
