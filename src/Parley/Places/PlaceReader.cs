using Parley.Actors;
using Parley.Records;
using Parley.Syntax;
using Parley.Text;

namespace Parley.Places;

/// <summary>Stage 4. In: syntax, names, and which names act as actors. Out: places on the map.</summary>
/// <remarks>
/// A name that cannot be told from its namesakes stays without coordinates. The gazetteer is in <c>lexicons/gazetteer/</c>, kinds of places,
/// directions and prepositions are in <c>lexicons/place-kinds.tsv</c>, <c>directions.tsv</c>, <c>locatives.tsv</c>; the examples are in <c>specs/places.md</c>.
/// Streets, rivers and buildings are not in the gazetteer.
/// </remarks>
public sealed class PlaceReader
{
    private const long SmallestTown = 5000;

    /// <summary>So many places tell enough of where a report is; more would cost each further name a look at all of them.</summary>
    private const int MostSettled = 200;

    private readonly Gazetteer _gazetteer = new();
    private readonly PlaceResolver _resolver = new();
    private readonly LandParts _parts = new();
    private readonly NameFinder _names;

    /// <summary>Opens the gazetteer.</summary>
    public PlaceReader() => _names = new NameFinder(_gazetteer);

    /// <summary>Reads the places of a text.</summary>
    public PlaceTable Read(ParsedText parsed, ActorTable actors)
    {
        var names = _names.Find(parsed, actors);
        var resolved = Resolve(parsed, names);
        var described = new DescribedPlaces(parsed, _parts);
        var list = new PlaceList(parsed);
        var byDescription = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var n = 0; n < names.Count; n++)
        {
            // "Ukraine's capital" and "the north of Syria" are one place each.
            if (described.IsConsumed(parsed[names[n].Head]))
                continue;
            AddNamed(parsed, names[n], resolved[n], list);
            if (names[n].KindWord >= 0 && described.Description(parsed[names[n].KindWord]) is { } description)
                byDescription.TryAdd(description, n);
        }
        for (var word = 0; word < parsed.Count; word++)
            if (parsed.SentenceOf(word) >= 0)
                AddDescribed(parsed[word], names, resolved, described, byDescription, list);
        return list.Build();
    }

    // Countries and names with a container first: what they settle helps with the rest.
    private GazetteerPlace?[] Resolve(ParsedText parsed, List<NamedPlace> names)
    {
        var countries = new CountryWeights(parsed);
        var candidates = names.Select(name => Candidates(parsed, name)).ToArray();
        var resolved = new GazetteerPlace?[names.Count];
        var settled = new Dictionary<string, GazetteerPlace>(StringComparer.Ordinal);
        var byName = new Dictionary<string, GazetteerPlace?>(StringComparer.OrdinalIgnoreCase);
        for (var round = 0; round < 2; round++)
        for (var n = 0; n < names.Count; n++)
        {
            var container = Container(parsed, names, candidates, n);
            var isSure = container is not null || candidates[n].Count == 1 || candidates[n].Exists(c => c.IsCountry || c.IsCapital);
            if ((round == 0) != isSure)
                continue;
            var key = $"{Surface(parsed, Whole(names[n]))}|{names[n].Kind}";
            if (container is null && byName.TryGetValue(key, out var before))
            {
                resolved[n] = before;
                continue;
            }
            resolved[n] = _resolver.Pick(candidates[n], names[n].Kind, container, countries, settled.Values);
            byName.TryAdd(key, resolved[n]);
            if (resolved[n] is { } place && settled.Count < MostSettled)
                settled.TryAdd(place.Id, place);
        }
        return resolved;
    }

    // The name with its kind behind first ("Gaza Strip", "Donetsk Oblast"), then the name, then the name without an own kind.
    private List<GazetteerPlace> Candidates(ParsedText parsed, NamedPlace name)
    {
        // "southern Europe" may have an entry of its own.
        var found = name.Direction >= 0 ? _gazetteer.Find(Surface(parsed, Whole(name))) : [];
        if (found.Count == 0)
            found = _gazetteer.Find(Surface(parsed, name.Words));
        if (found.Count == 0 && name.Words != name.Name)
            found = _gazetteer.Find(Surface(parsed, name.Name));
        if (found.Count == 0 && name.Name.Length > 1 && _names.KindOf(parsed[name.Name.End - 1]) is not (null or "spot"))
            found = _gazetteer.Find(Surface(parsed, name.Name with { End = name.Name.End - 1 }));
        // "Washington, D.C." tagged as one name
        var surface = Surface(parsed, name.Name);
        if (found.Count == 0 && surface.IndexOf(',') is > 0 and var comma)
            found = _gazetteer.Find(surface.AsSpan(0, comma));
        return found;
    }

    // "Odessa, Texas", "Kunduz, Afghanistan": the next name, behind a comma, holds this one.
    private static GazetteerPlace? Container(ParsedText parsed, List<NamedPlace> names, List<GazetteerPlace>[] candidates, int n)
    {
        if (n + 1 >= names.Count || names[n + 1].Name.Start != names[n].Words.End + 1 || parsed[names[n].Words.End].Form is not ",")
            return null;
        foreach (var outer in candidates[n + 1])
            if (outer.IsCountry || outer.IsDivision)
                foreach (var inner in candidates[n])
                    if (inner.Country == outer.Country && !inner.IsCountry && (outer.IsCountry || inner.Admin1 == outer.Name))
                        return outer;
        return null;
    }

    private void AddNamed(ParsedText parsed, NamedPlace name, GazetteerPlace? place, PlaceList list)
    {
        var surface = Surface(parsed, name.Words);
        if (place is { IsCountry: true } && name.Direction >= 0 && _parts.Adjective(parsed[name.Direction].Form) is { } adjective)
        {
            var words = new WordRange(name.Direction, name.Words.End);
            list.Add($"{adjective} {place.Id}", () => Part(adjective, place), words, name.Head);
            return;
        }
        // "southern Europe" is not pinned to the middle of Europe.
        if (name.Direction >= 0 && place is { Country.Length: 0 })
        {
            name = name with { Words = Whole(name) };
            surface = Surface(parsed, name.Words);
            if (!PlaceName.Fold(place.Name).Equals(PlaceName.Fold(surface), StringComparison.Ordinal))
                place = null;
        }
        var key = place?.Id ?? PlaceName.Fold(surface);
        Place Make() => place is null ? Unresolved(surface) : Record(place);
        list.Add(key, Make, name.Words, name.Head);
        if (name.KindWord >= 0)
            list.Add(key, Make, new WordRange(Math.Min(name.KindWord, name.Words.Start), name.Words.End), name.KindWord, isShown: false);
    }

    private void AddDescribed(
        Node noun,
        List<NamedPlace> names,
        GazetteerPlace?[] resolved,
        DescribedPlaces described,
        Dictionary<string, int> byDescription,
        PlaceList list
    )
    {
        var words = Phrase(noun);
        if (described.CapitalOf(noun) is { } country)
        {
            if (_gazetteer.Capital(country) is { } capital)
                list.Add(capital.Id, () => Record(capital), words, noun.Index);
            return;
        }
        if (
            described.LandOf(noun) is { Exists: true } land
            && described.CountryOf(land) is { } whole
            && _gazetteer.Country(whole) is { } place
        )
        {
            var adjective = _parts.Adjective(noun.Form)!;
            list.Add($"{adjective} {place.Id}", () => Part(adjective, place), new WordRange(noun.Index, land.Index + 1), noun.Index);
            return;
        }
        if (
            noun.Upos is Upos.Noun
            && _names.KindOf(noun) is "town"
            && described.Description(noun) is { } description
            && byDescription.TryGetValue(description, out var n)
            && resolved[n] is { } named
        )
            list.Add(named.Id, () => Record(named), words, noun.Index);
    }

    // From the first word of the phrase, without a preposition or conjunction before it, to its noun.
    private static WordRange Phrase(Node noun)
    {
        var start = noun.Subtree.Start;
        while (start < noun.Index && noun.Parsed[start].Upos is Upos.Adp or Upos.Cconj or Upos.Sconj or Upos.Punct or Upos.Verb)
            start++;
        return new WordRange(start, noun.Index + 1);
    }

    private Place Part(string adjective, GazetteerPlace country)
    {
        var middle = _parts.Middle(country.Country, adjective);
        return Unresolved($"{adjective} {country.Name}") with
        {
            Lat = middle?.Lat,
            Lon = middle?.Lon,
            Country = country.Country,
            Precision = middle is null ? null : PlacePrecision.Region,
        };
    }

    private static Place Unresolved(string name) =>
        new()
        {
            Id = "",
            Name = name,
            Mentions = [],
            Evidence = [],
        };

    private static Place Record(GazetteerPlace place) =>
        Unresolved(place.Name) with
        {
            Lat = place.Lat,
            Lon = place.Lon,
            Country = place.Country.Length > 0 ? place.Country : null,
            Admin1 = place.Admin1.Length > 0 ? place.Admin1 : null,
            Feature = place.Feature,
            Precision = Precision(place),
        };

    private static PlacePrecision Precision(GazetteerPlace place)
    {
        if (place.IsCountry)
            return PlacePrecision.Country;
        if (place.IsDivision)
            return PlacePrecision.Admin1;
        if (!place.IsTown)
            return place.Feature is "SPOT" ? PlacePrecision.Point : PlacePrecision.Region;
        return place.Population is > 0 and < SmallestTown ? PlacePrecision.Point : PlacePrecision.City;
    }

    private static WordRange Whole(NamedPlace name) => name.Direction >= 0 ? name.Words with { Start = name.Direction } : name.Words;

    private static string Surface(ParsedText parsed, WordRange words) => parsed.SpanOf(words).Of(parsed.Text).ToString();
}
