using Parley.Lexicons;
using Parley.Syntax;
using Parley.Text;

namespace Parley.Places;

/// <summary>Looks the names of a text up: by their words with the kind, without it, and in the spellings and short forms of reports.</summary>
/// <remarks>Short forms of states are in <c>lexicons/division-abbreviations.tsv</c>, rivers that share their names with towns in <c>lexicons/rivers.tsv</c>.</remarks>
internal sealed class PlaceNames(ParsedText parsed, Gazetteer gazetteer)
{
    /// <summary>From so many people on a town is likelier meant than the river of its name.</summary>
    private const double KnownTown = 50_000;

    private static readonly Lexicon s_kinds = LexiconSet.Get("lexicons/place-kinds");
    private static readonly Lexicon s_short = LexiconSet.Get("lexicons/division-abbreviations");
    private static readonly Lexicon s_directions = LexiconSet.Get("lexicons/directions");
    private static readonly Lexicon s_rivers = LexiconSet.Get("lexicons/rivers");
    private static readonly Lexicon s_regions = LexiconSet.Get("lexicons/region-peoples");
    private static readonly (string Short, string Long)[] s_spellings =
    [
        ("St. ", "Saint "),
        ("St ", "Saint "),
        ("Saint ", "St. "),
        ("Mt. ", "Mount "),
        ("Ft. ", "Fort "),
    ];

    /// <summary>The places that a name may mean by its words alone.</summary>
    /// <param name="name">The name.</param>
    /// <param name="isCounty">True where it is a county, and the places are those of its bare name.</param>
    public List<GazetteerPlace> Find(NamedPlace name, out bool isCounty)
    {
        isCounty = false;
        var surface = Surface(name.Name);
        if (s_regions.Find(surface) is >= 0 and var region && name.Code is "")
            return gazetteer.Find(s_regions.Cell(region, 1));
        if (Division(name.Name) is { } division)
            return [division];
        // "southern Europe" may have an entry of its own.
        var found = name.Direction >= 0 ? Look(Surface(name.Words with { Start = name.Direction })) : [];
        if (found.Count == 0)
            found = Look(Surface(name.Words));
        if (found.Count == 0 && name.Words != name.Name)
            found = Look(surface);
        var last = name.Words.End - 1;
        if (found.Count == 0 && name.Words.Length > 1 && KindOf(last) is not (null or "spot"))
        {
            found = Look(Surface(name.Words with { End = last }));
            isCounty = parsed.Tokens.Form(last) is "County" or "Parish";
        }
        // "Washington, D.C." tagged as one name
        if (found.Count == 0 && surface.IndexOf(',') is > 0 and var comma)
            found = Look(surface[..comma]);
        RuleOut(name, surface, found);
        return found;
    }

    /// <summary>The division whose short form the words are ("Calif."); null for others. Two letters count only behind a comma.</summary>
    public GazetteerPlace? Division(WordRange words)
    {
        var (range, row) = PhraseMatch.Longest(s_short, parsed.Tokens, words.Start, Math.Min(parsed.Count, words.End + 1));
        if (row < 0 || range.End < words.End)
            return null;
        // Keys are found without regard to case, and "Or", "In", "Me" are words.
        var form = s_short.Cell(row, 0);
        if (!parsed.SpanOf(range).Of(parsed.Text).SequenceEqual(form))
            return null;
        if (!form.Contains('.') && (words.Start == 0 || parsed.Tokens.Form(words.Start - 1) is not ","))
            return null;
        foreach (var place in gazetteer.Find(s_short.Cell(row, 2)))
            if (place.IsDivision && s_short.Cell(row, 1).SequenceEqual(place.Country))
                return place;
        return null;
    }

    /// <summary>What a noun says a place is; null for other words.</summary>
    public string? KindOf(int word) => s_kinds.Find(parsed.Lemmas[word]) is >= 0 and var row ? s_kinds.Text(row, 1) : null;

    /// <summary>The words as they stand.</summary>
    public string Surface(WordRange words) => parsed.SpanOf(words).Of(parsed.Text).ToString();

    private List<GazetteerPlace> Look(string surface)
    {
        var found = gazetteer.Find(surface);
        foreach (var (one, other) in s_spellings)
            if (found.Count == 0 && surface.StartsWith(one, StringComparison.Ordinal))
                gazetteer.Find(other + surface[one.Length..], found);
        return found;
    }

    // "EU", "SA": initials are no town, but in a dateline, which may be in capitals.
    private bool IsInitials(NamedPlace name)
    {
        var form = parsed.Tokens.Form(name.Name.Start);
        return name.Name.Length == 1
            && form.Length is >= 2 and <= 4
            && !form.ContainsAnyExceptInRange('A', 'Z')
            && parsed.Tokens.Recased?[name.Name.Start] is null
            && !parsed.Tokens.Dateline.Contains(name.Name.Start);
    }

    private void RuleOut(NamedPlace name, string surface, List<GazetteerPlace> found)
    {
        // "The West", "the North" say nothing by themselves.
        if (s_directions.Contains(surface))
            found.Clear();
        // "The Desna", "the Oskil river": a town is not called so.
        if (name.IsArticled || name.Kind is "area" || IsInitials(name))
            found.RemoveAll(place => place.IsTown);
        else if (name.Kind is "division" && found.Exists(place => place.IsDivision))
        {
            // "Rivne region" is the Rivne Oblast, which "Rivne" alone is a lesser name of, and not the town.
            found.RemoveAll(place => place.IsTown);
            for (var p = 0; p < found.Count; p++)
                found[p] = found[p] with { IsMainName = true };
        }
        else if (s_rivers.Contains(surface) && name.Kind is not "town")
            found.RemoveAll(place => place.IsTown && place.Population < KnownTown);
    }
}
