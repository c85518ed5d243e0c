using Parley.Lexicons;

namespace Parley.Ledger;

/// <summary>Tells from the words of a telling whether they speak of a promise that is known already.</summary>
internal static class PledgeWords
{
    /// <summary>Words between "the" and the noun: "the ten-day Christmas truce".</summary>
    private const int MostBetween = 3;

    private static readonly Lexicon s_references = LexiconSet.Get("lexicons/undertaking-references");

    /// <summary>True where a noun for a promise stands behind "the", "its", "their" or an owner, and none behind "a": "the rebels' ceasefire".</summary>
    public static bool IsKnown(string words)
    {
        var known = false;
        var all = words.Split([' ', '\n', ',', '"', '“', '”'], StringSplitOptions.RemoveEmptyEntries);
        for (var at = 0; at < all.Length; at++)
        {
            if (!s_references.Contains(all[at]))
                continue;
            for (var before = at - 1; before >= Math.Max(0, at - 1 - MostBetween); before--)
                if (all[before].ToLowerInvariant() is var word && word is "a" or "an")
                    return false;
                else if (
                    word is "the" or "its" or "their" or "his" or "that" or "this"
                    || word.EndsWith("'s", StringComparison.Ordinal)
                    || word.EndsWith("s'", StringComparison.Ordinal)
                    || word.EndsWith("’s", StringComparison.Ordinal)
                    || word.EndsWith("s’", StringComparison.Ordinal)
                )
                {
                    known = true;
                    break;
                }
        }
        return known;
    }
}
