using Parley.Text;

namespace Parley.Syntax;

/// <summary>Finds the names of a sentence: the best sequence of B, I and O that is a legal one.</summary>
internal sealed class NameDecoder
{
    private readonly char[] _places;
    private readonly NameType?[] _types;

    /// <summary>Learns what the classes mean.</summary>
    public NameDecoder(string[] labels)
    {
        _places = [.. labels.Select(label => label[0])];
        _types = [.. labels.Select(TypeOf)];
    }

    /// <summary>Adds the names of the words from <paramref name="first"/> of a chunk.</summary>
    /// <param name="scores">Scores of the classes, word by word of the chunk.</param>
    /// <param name="first">First word of the sentence, counted in the chunk.</param>
    /// <param name="sentence">The sentence, counted in the text.</param>
    /// <param name="names">Where names are added, in order.</param>
    public void Decode(ReadOnlySpan<float> scores, int first, WordRange sentence, List<NameMention> names)
    {
        var best = BestSequence(scores.Slice(first * _places.Length, sentence.Length * _places.Length), sentence.Length);
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

    private int[] BestSequence(ReadOnlySpan<float> scores, int count)
    {
        var classes = _places.Length;
        var totals = new double[classes];
        var next = new double[classes];
        var from = new int[count * classes];
        for (var c = 0; c < classes; c++)
            totals[c] = _places[c] == 'I' ? double.NegativeInfinity : scores[c];
        for (var word = 1; word < count; word++)
        {
            for (var c = 0; c < classes; c++)
            {
                var best = 0;
                var bestTotal = double.NegativeInfinity;
                for (var p = 0; p < classes; p++)
                    if (totals[p] > bestTotal && MayFollow(p, c))
                        (best, bestTotal) = (p, totals[p]);
                next[c] = bestTotal + scores[word * classes + c];
                from[word * classes + c] = best;
            }
            (totals, next) = (next, totals);
        }
        var path = new int[count];
        path[^1] = Array.IndexOf(totals, totals.Max());
        for (var word = count - 1; word > 0; word--)
            path[word - 1] = from[word * classes + path[word]];
        return path;
    }

    private bool MayFollow(int before, int after) =>
        _places[after] != 'I' || (_places[before] is 'B' or 'I' && _types[before] == _types[after]);

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
