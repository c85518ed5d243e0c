// Guarded by the benchmark of parts.
using System.Buffers;
using Parley.Text;

namespace Parley.Syntax;

/// <summary>Finds the names of a sentence: the best sequence of B, I and O that is a legal one.</summary>
internal sealed class NameDecoder
{
    private readonly char[] _places;
    private readonly NameType?[] _types;
    private readonly int[]?[] _before;

    /// <summary>Learns what the classes mean.</summary>
    public NameDecoder(string[] labels)
    {
        _places = [.. labels.Select(label => label[0])];
        _types = [.. labels.Select(TypeOf)];
        _before = [.. labels.Select((_, c) => Before(c))];
    }

    /// <summary>Adds the names of the words from <paramref name="first"/> of a chunk.</summary>
    /// <param name="scores">Scores of the classes, word by word of the chunk.</param>
    /// <param name="first">First word of the sentence, counted in the chunk.</param>
    /// <param name="sentence">The sentence, counted in the text.</param>
    /// <param name="names">Where names are added, in order.</param>
    public void Decode(ReadOnlySpan<float> scores, int first, WordRange sentence, List<NameMention> names)
    {
        var classes = _places.Length;
        var rented = ArrayPool<byte>.Shared.Rent(sentence.Length * (classes + 1));
        var best = rented.AsSpan(0, sentence.Length);
        FindBest(scores.Slice(first * classes, sentence.Length * classes), best, rented.AsSpan(sentence.Length));
        Add(best, sentence, names);
        ArrayPool<byte>.Shared.Return(rented);
    }

    private void Add(ReadOnlySpan<byte> best, WordRange sentence, List<NameMention> names)
    {
        for (var word = 0; word < sentence.Length; word++)
        {
            if (_places[best[word]] != 'B')
                continue;
            var stop = word + 1;
            while (stop < sentence.Length && _places[best[stop]] == 'I')
                stop++;
            if (_types[best[word]] is { } type)
                names.Add(new NameMention(new WordRange(sentence.Start + word, sentence.Start + stop), type));
            word = stop - 1;
        }
    }

    /// <summary>The best legal sequence of classes: by dynamic programming, in time linear in the words.</summary>
    /// <param name="scores">Scores of the classes, word by word.</param>
    /// <param name="path">Filled in: the class of each word.</param>
    /// <param name="from">Room for a number for each word and class.</param>
    private void FindBest(ReadOnlySpan<float> scores, Span<byte> path, Span<byte> from)
    {
        var classes = _places.Length;
        Span<double> totals = stackalloc double[classes];
        Span<double> next = stackalloc double[classes];
        for (var c = 0; c < classes; c++)
            totals[c] = _places[c] == 'I' ? double.NegativeInfinity : scores[c];
        for (var word = 1; word < path.Length; word++)
        {
            // Any class may stand before one that is not inside a name.
            var any = IndexOfMost(totals);
            for (var c = 0; c < classes; c++)
            {
                var best = any;
                var bestTotal = totals[any];
                if (_before[c] is { } few)
                {
                    (best, bestTotal) = (0, double.NegativeInfinity);
                    foreach (var p in few)
                        if (totals[p] > bestTotal)
                            (best, bestTotal) = (p, totals[p]);
                }
                next[c] = bestTotal + scores[word * classes + c];
                from[word * classes + c] = (byte)best;
            }
            next.CopyTo(totals);
        }
        path[^1] = (byte)IndexOfMost(totals);
        for (var word = path.Length - 1; word > 0; word--)
            path[word - 1] = from[word * classes + path[word]];
    }

    private static int IndexOfMost(ReadOnlySpan<double> totals)
    {
        var best = 0;
        for (var c = 1; c < totals.Length; c++)
            if (totals[c] > totals[best])
                best = c;
        return best;
    }

    /// <summary>The classes that may stand before a class inside a name; null for the others, before which any may.</summary>
    private int[]? Before(int inside) =>
        _places[inside] != 'I'
            ? null
            : [.. Enumerable.Range(0, _places.Length).Where(p => _places[p] is 'B' or 'I' && _types[p] == _types[inside])];

    private static NameType? TypeOf(string label) =>
        label.Length < 3
            ? null
            : label[2..] switch
            {
                "PER" or "PERSON" => NameType.Person,
                "ORG" => NameType.Organization,
                "LOC" or "GPE" or "FAC" => NameType.Place,
                _ => null,
            };
}
