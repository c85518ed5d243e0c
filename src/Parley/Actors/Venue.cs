using Parley.Syntax;

namespace Parley.Actors;

/// <summary>The country that a report is from: the one whose ground it names most often.</summary>
internal static class Venue
{
    /// <summary>ISO 3166 alpha-3; empty where no country stands out.</summary>
    public static string Of(ParsedText parsed, NameFinder names)
    {
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

    private static int Weight(Node node, NameHit hit)
    {
        var anchor = NounPhrase.Anchor(node);
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
