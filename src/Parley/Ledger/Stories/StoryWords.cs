using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using Parley.Lexicons;
using Parley.Records;
using Parley.Text;

namespace Parley.Ledger.Stories;

/// <summary>
/// Weighs the words of an article by how often it has them and how few articles of the press do (tf-idf). How common a word is comes from a
/// table, not from the ledger, so that a sketch never changes when articles are added.
/// </summary>
internal static class StoryWords
{
    /// <summary>Tenths of the weight of a word that stands in fewer than one article in 200.</summary>
    private const int RareWeight = 53;

    /// <summary>What one article in eight has (2.1 in the logarithm) tells nothing of a story.</summary>
    private const int LeastStoryWeight = 21;

    /// <summary>What more than a third of all articles have (1.0 in the logarithm) tells nothing at all.</summary>
    private const int LeastWeight = 10;

    /// <summary>A word of the headline counts as often as this more.</summary>
    private const int TitleCount = 2;

    private static readonly Lexicon s_words = LexiconSet.Get("rules/story-words");
    private static readonly int s_weight = s_words.Column("weight");

    /// <summary>The words that weigh most, by hash.</summary>
    public static ImmutableArray<(uint Stem, ushort Weight)> Weigh(Article article)
    {
        var counts = new Dictionary<uint, (int Count, int Weight)>();
        if (article.Sentences.IsEmpty)
            Add(article.Text, 1, counts);
        foreach (var sentence in article.Sentences)
            Add(sentence.Of(article.Text), 1, counts);
        Add(article.Title, TitleCount, counts);
        return
        [
            .. counts
                .Where(word => word.Value.Weight >= LeastStoryWeight)
                .Select(word => (Stem: word.Key, Weight: Weight(word.Value.Count, word.Value.Weight)))
                .OrderByDescending(word => word.Weight)
                .ThenBy(word => word.Stem)
                .Take(StorySketch.MostTerms)
                .OrderBy(word => word.Stem),
        ];
    }

    private static ushort Weight(int count, int weight) =>
        (ushort)Math.Min(ushort.MaxValue, Math.Round(10 * (1 + Math.Log(count))) * weight);

    private static void Add(ReadOnlySpan<char> text, int times, Dictionary<uint, (int Count, int Weight)> counts)
    {
        Span<char> stem = stackalloc char[64];
        for (var at = 0; at < text.Length; )
        {
            var end = at;
            while (end < text.Length && char.IsLetterOrDigit(text[end]))
                end++;
            if (end - at is > 1 and <= 64)
            {
                var word = stem[..WordStem.Of(text[at..end], stem)];
                ref var entry = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, Hash(word), out var exists);
                if (!exists)
                    entry.Weight = WeightOf(word);
                entry.Count += times;
            }
            at = Math.Max(end, at + 1);
        }
    }

    /// <summary>True for words that tell something: few articles have them.</summary>
    public static bool Tells(ReadOnlySpan<char> stem) => WeightOf(stem) >= LeastWeight;

    /// <summary>Ten times the natural logarithm of one over the share of articles that have a stem.</summary>
    public static int WeightOf(ReadOnlySpan<char> stem) =>
        s_words.Find(stem) is >= 0 and var row ? int.Parse(s_words.Cell(row, s_weight), CultureInfo.InvariantCulture) : RareWeight;

    private static uint Hash(ReadOnlySpan<char> word)
    {
        var hash = 2166136261;
        foreach (var c in word)
            hash = (hash ^ c) * 16777619;
        return hash;
    }
}
