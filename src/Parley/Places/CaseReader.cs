using Parley.Lexicons;
using Parley.Records;
using Parley.Syntax;
using Parley.Text;

namespace Parley.Places;

/// <summary>Gathers the names of an article into cases, and finds what the words say of where each lies: "Odessa, Texas", "a suburb of Boise", "the Syrian city of Homs".</summary>
internal sealed class CaseReader
{
    private static readonly Lexicon s_countries = LexiconSet.Get("lexicons/countries");
    private readonly ParsedText _parsed;
    private readonly Gazetteer _gazetteer;
    private readonly List<NamedPlace> _names;
    private readonly PlaceNames _look;
    private readonly List<GazetteerPlace>[] _found;
    private readonly bool[] _isCounty;
    private readonly Dictionary<int, int> _nameAt = [];

    /// <summary>Looks the names up.</summary>
    public CaseReader(ParsedText parsed, Gazetteer gazetteer, List<NamedPlace> names)
    {
        (_parsed, _gazetteer, _names, _look) = (parsed, gazetteer, names, new PlaceNames(parsed, gazetteer));
        _found = new List<GazetteerPlace>[names.Count];
        _isCounty = new bool[names.Count];
        var byName = new Dictionary<(string, string?, bool), (List<GazetteerPlace>, bool)>();
        for (var n = 0; n < names.Count; n++)
        {
            var name = names[n];
            for (var word = name.Words.Start; word < name.Words.End; word++)
                _nameAt[word] = n;
            var key = (_look.Surface(Whole(name)), name.Kind, name.IsArticled);
            if (!byName.TryGetValue(key, out var found))
                byName[key] = found = (_look.Find(name, out var isCounty), isCounty);
            (_found[n], _isCounty[n]) = found;
        }
    }

    /// <summary>The words of a name with the direction before it.</summary>
    public static WordRange Whole(NamedPlace name) => name.Direction >= 0 ? name.Words with { Start = name.Direction } : name.Words;

    /// <summary>The cases, one for each name but those whose country the words alone say.</summary>
    public List<PlaceCase> Read()
    {
        var cases = new List<PlaceCase>();
        var byKey = new Dictionary<string, PlaceCase>(StringComparer.Ordinal);
        for (var n = 0; n < _names.Count; n++)
        {
            if (_names[n].Code is { Length: > 0 })
                continue;
            var held = Held(n);
            var key = $"{PlaceName.Fold(_look.Surface(Whole(_names[n])))}|{_names[n].Kind}|{_names[n].IsArticled}";
            var holders = string.Join(' ', held.Holders.Select(holder => holder.Number));
            // A name with nothing beside it means what it meant before.
            var one =
                holders.Length > 0 && byKey.GetValueOrDefault(key) is { Holders.Count: > 0 } other && !SameHolders(other, held.Holders)
                    ? byKey.GetValueOrDefault(key + holders)
                    : byKey.GetValueOrDefault(key);
            if (one is null)
            {
                one = new PlaceCase
                {
                    Names = [],
                    Kind = _isCounty[n] ? null : _names[n].Kind,
                    Candidates = _found[n],
                    IsCounty = _isCounty[n],
                };
                cases.Add(one);
                byKey[byKey.ContainsKey(key) ? key + holders : key] = one;
            }
            one.Names.Add(n);
            one.Holders.AddRange(held.Holders.Except(one.Holders));
            one.Beside.AddRange(held.Beside);
            one.IsHeldFast |= held.IsFast;
        }
        foreach (var one in cases)
            if (one.IsHeldFast && !one.Candidates.Exists(place => place is { IsCountry: true, IsMainName: true }))
                one.Candidates = one.Candidates.FindAll(place => one.Holders.Exists(holder => holder.Holds(place)));
        return cases;
    }

    private static bool SameHolders(PlaceCase one, List<GazetteerPlace> holders) => holders.Exists(one.Holders.Contains);

    private (List<GazetteerPlace> Holders, List<int> Beside, bool IsFast) Held(int n)
    {
        var holders = new List<GazetteerPlace>();
        var beside = new List<int>();
        AddNext(n, holders);
        var isFast = _parsed.Tokens.Form(Math.Min(_names[n].Words.End, _parsed.Count - 1)) is "," && holders.Exists(Holds);
        bool Holds(GazetteerPlace holder) => _found[n].Exists(holder.Holds);
        var head = _parsed[_names[n].Head];
        AddOwners(head, n, false, holders, beside);
        if (_names[n].KindWord >= 0)
            AddOwners(_parsed[_names[n].KindWord], n, true, holders, beside);
        foreach (var child in head.Children)
            if (child.Relation.Is(Relation.Appos) && _look.KindOf(child.Index) is not null)
                AddOwners(child, n, true, holders, beside);
        // "the Boise suburb of Meridian"
        if (head.Relation.Is(Relation.Nmod) && head.Child("of").Exists && head.Head.Exists && _look.KindOf(head.Head.Index) is "spot")
            AddOwners(head.Head, n, true, holders, beside);
        return (holders, beside, isFast);
    }

    // "Odessa, Texas", "Athens, Ga.", "Kunduz (Afghanistan)", "Homs in Syria"
    private void AddNext(int n, List<GazetteerPlace> holders)
    {
        var end = _names[n].Words.End;
        if (end + 1 >= _parsed.Count || _parsed.Tokens.Form(end) is not ("," or "(" or "in"))
            return;
        if (_parsed.Tokens.Form(end) is "," && _look.Division(new WordRange(end + 1, end + 2)) is { } division)
            holders.Add(division);
        else if (_nameAt.TryGetValue(end + 1, out var next) && _names[next].Name.Start == end + 1)
            AddHolders(next, n, holders);
        else
            AddCountry(new WordRange(end + 1, Math.Min(_parsed.Count, end + 6)), holders);
    }

    // "Syria's Homs", "a city in Idaho", "the Syrian city of Homs", "a suburb of Boise"
    private void AddOwners(Node noun, int n, bool isDescription, List<GazetteerPlace> holders, List<int> beside)
    {
        foreach (var child in noun.Children)
        {
            var isInside =
                child.Relation == Relation.NmodPoss
                || child.Relation.Is(Relation.Nmod) && (child.Child("in").Exists || isDescription && child.Child("of").Exists)
                || isDescription && (child.Relation.Is(Relation.Amod) || child.Relation.Is(Relation.Compound));
            if (!isInside)
                continue;
            if (_nameAt.TryGetValue(child.Index, out var other) && other != n)
            {
                if (_names[other].Code is { Length: > 0 } code && _gazetteer.Country(code) is { } people)
                    holders.Add(people);
                AddHolders(other, n, holders);
                if (isDescription && _found[other].Exists(place => place.IsTown))
                    beside.Add(other);
            }
        }
    }

    private void AddHolders(int outer, int inner, List<GazetteerPlace> holders)
    {
        foreach (var place in _found[outer])
            if ((place.IsCountry || place.IsDivision) && _found[inner].Exists(place.Holds))
                holders.Add(place);
    }

    private void AddCountry(WordRange words, List<GazetteerPlace> holders)
    {
        if (
            PhraseMatch.Longest(s_countries, _parsed.Tokens, words.Start, words.End) is (_, >= 0 and var row)
            && s_countries.Cell(row, 2) is "name"
            && _gazetteer.Country(s_countries.Text(row, 1)) is { } country
        )
            holders.Add(country);
    }
}
