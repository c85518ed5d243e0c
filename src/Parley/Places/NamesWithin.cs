using Parley.Lexicons;
using Parley.Records;
using Parley.Syntax;
using Parley.Text;

namespace Parley.Places;

/// <summary>Finds places that are named for those who belong to them: peoples ("Turkish", "Kenyans"), and names within the name of a body ("Bank of Japan").</summary>
internal sealed class NamesWithin(Gazetteer gazetteer)
{
    /// <summary>From so many people on a town is known by its name within the name of a body.</summary>
    private const double KnownTown = 100_000;

    private const int MostWords = 4;

    private static readonly Lexicon s_countries = LexiconSet.Get("lexicons/countries");
    private static readonly Lexicon s_regions = LexiconSet.Get("lexicons/region-peoples");
    private static readonly Lexicon s_common = LexiconSet.Get("lexicons/common-words");
    private static readonly Lexicon s_ordinary = LexiconSet.Get("lexicons/body-words");
    private static readonly Lexicon s_firstNames = LexiconSet.Get("lexicons/first-names");

    /// <summary>The country of words that name a people; empty for the people of a region; null for other words.</summary>
    public static string? CountryOfPeople(ParsedText parsed, WordRange words) =>
        People(parsed, words.Start, words.End) is ({ Length: > 0 } range, { } country) && range == words ? country : null;

    /// <summary>Adds what is found outside the names of persons and the places found before.</summary>
    public void Add(ParsedText parsed, List<NamedPlace> found)
    {
        var named = new NameMention?[parsed.Count];
        foreach (var name in parsed.Names)
            Array.Fill(named, name, name.Words.Start, name.Words.Length);
        var taken = new bool[parsed.Count];
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var place in found)
        {
            Array.Fill(taken, true, place.Name.Start, place.Name.Length);
            known.Add(parsed.SpanOf(place.Name).Of(parsed.Text).ToString());
        }
        foreach (var sentence in parsed.Sentences)
            for (var word = sentence.Start; word < sentence.End; word++)
            {
                if (taken[word] || named[word]?.Type is NameType.Person || !char.IsUpper(parsed.Tokens.Form(word)[0]))
                    continue;
                var (range, country) = People(parsed, word, named[word]?.Words.End ?? sentence.End);
                if (range.Length > 0)
                    found.Add(new NamedPlace(range, range, range.End - 1, null, -1, -1, PlaceUse.People, false, country));
                else if (
                    named[word] is { Type: NameType.Organization } body
                    && (range = Within(parsed, word, body.Words, known)).Length > 0
                )
                    found.Add(new NamedPlace(range, range, range.End - 1, null, -1, -1, PlaceUse.Actor, false));
                word = Math.Max(word, range.End - 1);
            }
    }

    private static (WordRange Words, string? Country) People(ParsedText parsed, int word, int limit)
    {
        var (range, row) = PhraseMatch.Longest(s_countries, parsed.Tokens, word, limit);
        if (row >= 0 && s_countries.Cell(row, 2) is "demonym" or "people")
            return (range, s_countries.Text(row, 1));
        (range, row) = PhraseMatch.Longest(s_regions, parsed.Tokens, word, limit);
        return row >= 0 ? (range, "") : (default, null);
    }

    // What the article names as a place elsewhere, or what is well known.
    private WordRange Within(ParsedText parsed, int word, WordRange body, HashSet<string> known)
    {
        for (var end = Math.Min(body.End, word + MostWords); end > word; end--)
        {
            var range = new WordRange(word, end);
            var isWhole = range == body;
            if (parsed.Tokens.Form(end - 1) is "'s" or "’s" or "," || IsOrdinary(parsed, range))
                continue;
            var surface = parsed.SpanOf(range).Of(parsed.Text).ToString();
            if (known.Contains(surface) || gazetteer.Find(surface).Exists(place => IsKnown(place, isWhole)))
                return range;
        }
        return default;
    }

    private static bool IsOrdinary(ParsedText parsed, WordRange range) =>
        range.Length == 1
        && parsed.Tokens.Form(range.Start) is var form
        && (s_ordinary.Contains(form) || s_common.Contains(form) || s_firstNames.Contains(form));

    private static bool IsKnown(GazetteerPlace place, bool isWhole) =>
        place.IsMainName
        && (
            place.IsCountry
            || place.IsTown && place.Population >= (isWhole ? 3 * KnownTown : KnownTown)
            || place.Sort == PlaceSort.Region
            || !isWhole && place.IsDivision
        );
}
