using System.Collections.Immutable;
using Parley.Ledger.Stories;
using Parley.Text;

namespace Parley.Ledger.Joining;

/// <summary>The words of a passage that say something, as stems with weights. Equality is that of the object.</summary>
internal sealed class WordBag
{
    private readonly SortedDictionary<string, int> _weights = new(StringComparer.Ordinal);
    private double _length;

    /// <summary>The stems, sorted.</summary>
    public IReadOnlyCollection<string> Stems => _weights.Keys;

    /// <summary>Adds stems, those that weigh nothing left out.</summary>
    public static WordBag Of(IEnumerable<string> stems)
    {
        var bag = new WordBag();
        foreach (var stem in stems)
            if (StoryWords.Tells(stem))
                bag._weights[stem] = StoryWords.WeightOf(stem);
        bag._length = Math.Sqrt(bag._weights.Values.Sum(weight => (double)weight * weight));
        return bag;
    }

    /// <summary>True when the stem is in it.</summary>
    public bool Contains(string stem) => _weights.ContainsKey(stem);

    /// <summary>Weighted cosine, 0 to 1.</summary>
    public double Likeness(WordBag other)
    {
        double sum = 0;
        foreach (var (stem, weight) in _weights)
            if (other._weights.TryGetValue(stem, out var others))
                sum += (double)weight * others;
        return sum == 0 ? 0 : sum / (_length * other._length);
    }

    /// <summary>The weight of the words of this bag that the other has, or has a kin of, as a share of all, 0 to 1.</summary>
    public double Covered(WordBag other)
    {
        var (all, met) = (0, 0);
        foreach (var (stem, weight) in _weights)
        {
            all += weight;
            if (other.Contains(stem) || other.Stems.Any(word => DeedKin.Of(stem, word) == Kinship.Strong))
                met += weight;
        }
        return all == 0 ? 0 : (double)met / all;
    }

    /// <summary>The stems of the words of a text, in order.</summary>
    public static ImmutableArray<string> StemsOf(ReadOnlySpan<char> text)
    {
        var stems = ImmutableArray.CreateBuilder<string>();
        for (var at = 0; at < text.Length; )
        {
            var end = at;
            while (end < text.Length && char.IsLetterOrDigit(text[end]))
                end++;
            if (end > at)
                stems.Add(WordStem.Of(text[at..end]));
            at = Math.Max(end, at + 1);
        }
        return stems.ToImmutable();
    }
}
