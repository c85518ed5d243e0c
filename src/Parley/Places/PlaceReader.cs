using Parley.Actors;
using Parley.Records;
using Parley.Syntax;
using Parley.Text;

namespace Parley.Places;

/// <summary>Stage 4. In: syntax, names, and which names act as actors. Out: places on the map.</summary>
/// <remarks>
/// A name that cannot be told from its namesakes has the division or country that they share, or stays without coordinates. The gazetteer is
/// <c>models/places</c>, the weights are <c>rules/places.tsv</c>; kinds of places, directions and prepositions are in <c>lexicons/place-kinds.tsv</c>,
/// <c>directions.tsv</c>, <c>locatives.tsv</c>; the examples are in <c>specs/places.md</c>. Streets, rivers and buildings are not in the gazetteer.
/// </remarks>
public sealed class PlaceReader
{
    private const double SmallestTown = 5000;

    /// <summary>About how far a county reaches from the town of its name, in kilometres.</summary>
    private const double CountyRadius = 40;

    private readonly Gazetteer _gazetteer;
    private readonly PlaceResolver _resolver = new();
    private readonly LandParts _parts = new();
    private readonly NameFinder _names;

    /// <summary>Uses the gazetteer of <c>models/places</c>.</summary>
    /// <exception cref="Models.InvalidModelException">It is missing, or cut short.</exception>
    public PlaceReader()
        : this(Gazetteer.Default) { }

    /// <summary>Uses a gazetteer.</summary>
    public PlaceReader(Gazetteer gazetteer) => (_gazetteer, _names) = (gazetteer, new NameFinder(gazetteer));

    /// <summary>Reads the places of a text.</summary>
    /// <exception cref="Models.InvalidModelException">The gazetteer was altered.</exception>
    public PlaceTable Read(ParsedText parsed, ActorTable actors)
    {
        _gazetteer.Verify();
        var names = _names.Find(parsed, actors);
        var cases = new PlaceCase?[names.Count];
        foreach (var one in Resolve(parsed, names, _resolver, out _))
        foreach (var name in one.Names)
            cases[name] = one;
        var described = new DescribedPlaces(parsed, _parts);
        var list = new PlaceList(parsed);
        AddAreas(parsed, names, cases, list);
        var byDescription = new Dictionary<string, GazetteerPlace>(StringComparer.Ordinal);
        for (var n = 0; n < names.Count; n++)
        {
            // "Ukraine's capital" and "the north of Syria" are one place each.
            if (names[n].Use != PlaceUse.People && described.IsConsumed(parsed[names[n].Head]))
                continue;
            AddNamed(parsed, names[n], cases[n], list);
            if (
                names[n].KindWord >= 0
                && cases[n]?.Choice is { Place: { } place, IsWhole: false }
                && described.Description(parsed[names[n].KindWord]) is { } description
            )
                byDescription.TryAdd(description, place);
        }
        for (var word = 0; word < parsed.Count; word++)
            if (parsed.SentenceOf(word) >= 0 && !list.IsMentioned(word))
                AddDescribed(parsed[word], described, byDescription, list);
        AddHere(parsed, names, cases, list);
        return list.Build();
    }

    /// <summary>What the names of a text mean.</summary>
    internal List<PlaceCase> Resolve(ParsedText parsed, List<NamedPlace> names, PlaceResolver resolver, out PlaceContext context)
    {
        var cases = new CaseReader(parsed, _gazetteer, names).Read();
        context = new PlaceContext(parsed, names, cases);
        resolver.Resolve(cases, context, _gazetteer);
        return cases;
    }

    /// <summary>The names of a text.</summary>
    internal List<NamedPlace> Names(ParsedText parsed, ActorTable actors) => _names.Find(parsed, actors);

    private void AddNamed(ParsedText parsed, NamedPlace name, PlaceCase? one, PlaceList list)
    {
        var choice = name.Code is { Length: > 0 } code ? new PlaceChoice(_gazetteer.Country(code), false) : one?.Choice ?? default;
        var place = choice.Place;
        if (place is { IsCountry: true } && !choice.IsWhole && name.Use == PlaceUse.Literal && Part(parsed, name, place.Value, list))
            return;
        var shown = Shown(parsed, name);
        // "southern Europe" is not pinned to the middle of Europe.
        if (name.Direction >= 0 && place is { Country.Length: 0 } wide)
        {
            shown = shown with { Start = name.Direction };
            if (!PlaceName.Fold(_gazetteer.Name(wide.Number)).Equals(PlaceName.Fold(Surface(parsed, shown)), StringComparison.Ordinal))
                place = null;
        }
        var surface = Surface(parsed, shown);
        var isOwn = place is not null && !choice.IsWhole && one?.IsCounty != true;
        var key = isOwn ? $"{place!.Value.Number}" : PlaceName.Fold(surface);
        Place Make() =>
            place is { } known ? Record(known, isOwn ? null : surface, choice.IsWhole, one?.IsCounty == true) : Unresolved(surface);
        list.Add(key, Make, shown, name.Head, name.Use);
        if (name.KindWord >= 0 && name.Use == PlaceUse.Literal)
            list.Add(
                key,
                Make,
                new WordRange(Math.Min(name.KindWord, name.Words.Start), name.Words.End),
                name.KindWord,
                PlaceUse.Literal,
                isShown: false
            );
    }

    private bool Part(ParsedText parsed, NamedPlace name, GazetteerPlace country, PlaceList list)
    {
        if (name.Direction < 0 || _parts.Adjective(parsed[name.Direction].Form) is not { } adjective)
            return false;
        var words = new WordRange(name.Direction, name.Words.End);
        list.Add($"{adjective} {country.Number}", () => Part(adjective, country), words, name.Head, PlaceUse.Literal);
        return true;
    }

    private void AddAreas(ParsedText parsed, List<NamedPlace> names, PlaceCase?[] cases, PlaceList list)
    {
        var areas = new DescribedAreas(parsed);
        for (var n = 0; n < names.Count; n++)
        {
            if (names[n].Use != PlaceUse.Literal || cases[n]?.Choice is not { Place: { } place, IsWhole: false })
                continue;
            var area = areas.From(names[n].Name.Start, names[n].Words.End, place);
            if (area is null && n + 1 < names.Count && cases[n + 1]?.Choice is { Place: { } other, IsWhole: false })
                area = areas.Between(names[n].Words, names[n + 1].Words, place, other);
            if (area is not { } found)
                continue;
            var surface = Surface(parsed, found.Words);
            list.Add(PlaceName.Fold(surface), () => Record(found, surface, place), found.Words, names[n].Head, PlaceUse.Literal);
        }
    }

    // "Ukraine's capital", "the north of Syria", "the northern city"
    private void AddDescribed(Node noun, DescribedPlaces described, Dictionary<string, GazetteerPlace> byDescription, PlaceList list)
    {
        if (described.CapitalOf(noun) is { } country)
        {
            if (_gazetteer.Capital(country) is { } capital)
                Add(capital);
            return;
        }
        if (
            described.LandOf(noun) is { Exists: true } land
            && described.CountryOf(land) is { } whole
            && _gazetteer.Country(whole) is { } place
        )
        {
            var adjective = _parts.Adjective(noun.Form)!;
            var words = new WordRange(noun.Index, land.Index + 1);
            list.Add($"{adjective} {place.Number}", () => Part(adjective, place), words, noun.Index, PlaceUse.Literal);
            return;
        }
        if (
            noun.Upos is Upos.Noun
            && _names.KindOf(noun) is "town"
            && described.Description(noun) is { } description
            && byDescription.TryGetValue(description, out var named)
        )
            Add(named);

        void Add(GazetteerPlace found) => list.Add($"{found.Number}", () => Record(found), Phrase(noun), noun.Index, PlaceUse.Literal);
    }

    // "Here" is where the report is from, but in what others say it is where they are.
    private void AddHere(ParsedText parsed, List<NamedPlace> names, PlaceCase?[] cases, PlaceList list)
    {
        if (parsed.Tokens.Dateline.Length == 0 || !(names.Count > 0 && names[0].Name.Start == parsed.Tokens.Dateline.Start))
            return;
        if (cases[0]?.Choice is not { Place: { } place, IsWhole: false })
            return;
        Quotations? quotations = null;
        for (var word = parsed.Tokens.Dateline.End; word < parsed.Count; word++)
            if (
                parsed.SentenceOf(word) >= 0
                && parsed.Tokens.Form(word) is "here"
                && parsed[word] is { Upos: Upos.Adv, Relation: Relation.Advmod }
                && (quotations ??= new Quotations(parsed)).At(word) < 0
            )
                list.Add($"{place.Number}", () => Record(place), new WordRange(word, word + 1), word, PlaceUse.Literal);
    }

    // From the first word of the phrase, without a preposition or conjunction before it, to its noun.
    private static WordRange Phrase(Node noun)
    {
        var start = noun.Subtree.Start;
        while (start < noun.Index && noun.Parsed[start].Upos is Upos.Adp or Upos.Cconj or Upos.Sconj or Upos.Punct or Upos.Verb)
            start++;
        return new WordRange(start, noun.Index + 1);
    }

    // A kind belongs to the name where it is written so: "Gaza Strip", but "Kunduz" in "Kunduz province".
    private static WordRange Shown(ParsedText parsed, NamedPlace name) =>
        name.Words == name.Name || char.IsUpper(parsed.Tokens.Form(name.Words.End - 1)[0]) ? name.Words : name.Name;

    private Place Part(string adjective, GazetteerPlace country)
    {
        var middle = _parts.Middle(country.Country, adjective);
        return Unresolved($"{adjective} {_gazetteer.Name(country.Number)}") with
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

    private Place Record(Area area, string surface, GazetteerPlace town) =>
        Unresolved(surface) with
        {
            Lat = Math.Round(area.Lat, 3),
            Lon = Math.Round(area.Lon, 3),
            Country = town.Country.Length > 0 ? town.Country : null,
            Precision = PlacePrecision.Region,
            RadiusKm = Math.Round(area.RadiusKm, 1),
        };

    private Place Record(GazetteerPlace place, string? surface = null, bool isWhole = false, bool isCounty = false) =>
        Unresolved(surface ?? _gazetteer.Name(place.Number)) with
        {
            Lat = Math.Round(place.Lat, 3),
            Lon = Math.Round(place.Lon, 3),
            Country = place.Country.Length > 0 ? place.Country : null,
            Admin1 = place.Division >= 0 && (isWhole || !place.IsDivision) ? _gazetteer.Name(place.Division) : null,
            Feature =
                isWhole ? null
                : isCounty ? "ADM2"
                : place.Feature,
            Precision = isCounty ? PlacePrecision.Region : Precision(place),
            RadiusKm = isCounty ? CountyRadius : null,
        };

    private static PlacePrecision Precision(GazetteerPlace place) =>
        place.Sort switch
        {
            PlaceSort.Country => PlacePrecision.Country,
            PlaceSort.Division => PlacePrecision.Admin1,
            PlaceSort.Region => PlacePrecision.Region,
            PlaceSort.Spot => PlacePrecision.Point,
            _ => place.Population is > 0 and < SmallestTown ? PlacePrecision.Point : PlacePrecision.City,
        };

    private static string Surface(ParsedText parsed, WordRange words) => parsed.SpanOf(words).Of(parsed.Text).ToString();
}
