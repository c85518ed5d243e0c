using Parley.Syntax;

namespace Parley.Actors;

/// <summary>The country that a report is from: that of the state body which publishes it, else the one whose ground it names most often.</summary>
internal static class Venue
{
    private const int LongestName = 5;

    /// <summary>ISO 3166 alpha-3; empty where no country stands out.</summary>
    public static string Of(ParsedText parsed, NameFinder names)
    {
        if (parsed.Tokens.Article.Publisher is { } publisher && OfPublisher(publisher) is { Length: > 0 } own)
            return own;
        var votes = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var sentence in parsed.Sentences)
            for (var word = sentence.Start; word < sentence.End; word++)
                if (names.HeadedBy(word) is { Code.Length: 3 } hit && Weight(parsed[word], hit) is > 0 and var weight)
                    votes[hit.Code] = votes.GetValueOrDefault(hit.Code) + weight;
        var best = "";
        var total = 0;
        foreach (var (country, count) in votes)
        {
            total += count;
            if (best.Length == 0 || count > votes[best])
                best = country;
        }
        return best.Length > 0 && votes[best] * 5 >= total * 2 ? best : "";
    }

    /// <summary>The country of "Ministry of Defence of the Russian Federation"; empty for an outlet, whatever country it is called after.</summary>
    private static string OfPublisher(string publisher)
    {
        var words = publisher.Split([' ', ',', '.', ':'], StringSplitOptions.RemoveEmptyEntries);
        var (country, isBody) = ("", false);
        for (var start = 0; start < words.Length; start++)
        for (var end = start + 1; end <= Math.Min(words.Length, start + LongestName); end++)
        {
            var phrase = string.Join(' ', words[start..end]);
            isBody |= ActorWords.Role(phrase) is { Sort: RoleSort.Body, Code: "GOV" or "MIL" };
            if (ActorWords.Countries.Find(phrase) is >= 0 and var row && ActorWords.Countries.Text(row, 2) is "name" or "demonym")
                country = ActorWords.Countries.Text(row, 1);
        }
        return isBody ? country : "";
    }

    private static int Weight(Node node, NameHit hit)
    {
        var anchor = NounPhrase.Anchor(node);
        if (anchor.Head is { Exists: true, Lemma: "base" or "headquarter" or "exile" })
            return 0;
        var onGround =
            ActorWords.Preposition(NounPhrase.CaseOf(anchor)) == "place" || anchor.Head.Exists && ActorWords.IsPlaceNoun(anchor.Head);
        return hit.Sort switch
        {
            NameSort.Country => onGround ? 3 : 0,
            NameSort.Capital or NameSort.Place => onGround ? 2 : 0,
            NameSort.Demonym => anchor.Head.Exists && ActorWords.IsPlaceNoun(anchor.Head) ? 2 : 0,
            _ => 0,
        };
    }
}
