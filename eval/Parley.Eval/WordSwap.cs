using System.Text.RegularExpressions;

namespace Parley.Eval;

/// <summary>Puts other words in the places of some: one side's names for the other's, loaded words for plain ones. The number of words stays.</summary>
internal sealed partial class WordSwap
{
    private readonly List<string[]> _sides;
    private readonly Dictionary<string, string> _loaded = new(StringComparer.Ordinal);

    /// <summary>Reads the tables: sides as name, adjective, people, capital; loaded words in groups whose members may stand for each other.</summary>
    public WordSwap(string sides, string loaded)
    {
        _sides = TestData.Rows(sides);
        foreach (var group in TestData.Rows(loaded))
            for (var i = 0; i < group.Length; i++)
                _loaded.Add(group[i], group[(i + 1) % group.Length]);
    }

    /// <summary>The sentence with its two sides exchanged; one alone gives way to the next of the table that has all its forms.</summary>
    public string Sides(string sentence)
    {
        var own = _sides.FindAll(side => side.Any(form => form.Length > 0 && HasWord(sentence, form)));
        if (own.Count is 0 or > 2)
            throw new InvalidOperationException($"{own.Count} sides of the table are named in: {sentence}");
        var others = own.Count == 2 ? [own[1], own[0]] : new[] { Next(own[0], sentence) };
        var forms = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var side = 0; side < own.Count; side++)
        for (var form = 0; form < own[side].Length; form++)
            if (own[side][form].Length > 0 && HasWord(sentence, own[side][form]))
                forms[own[side][form]] =
                    form < others[side].Length && others[side][form].Length > 0
                        ? others[side][form]
                        : throw new InvalidOperationException($"no word for '{own[side][form]}' of the other side in: {sentence}");
        return Replace(sentence, forms);
    }

    /// <summary>The sentence with every loaded word replaced by the next of its group.</summary>
    public string Loaded(string sentence) => Replace(sentence, _loaded);

    private string[] Next(string[] side, string sentence)
    {
        var at = _sides.IndexOf(side);
        for (var i = 1; i < _sides.Count; i++)
            if (
                _sides[(at + i) % _sides.Count] is { } next
                && side.Select((form, f) => form.Length == 0 || !HasWord(sentence, form) || (f < next.Length && next[f].Length > 0))
                    .All(fits => fits)
            )
                return next;
        throw new InvalidOperationException($"no side can take the place of {side[0]} in: {sentence}");
    }

    private static string Replace(string sentence, Dictionary<string, string> words)
    {
        var swapped = Letters().Replace(sentence, word => Other(word.Value, words));
        if (swapped == sentence)
            throw new InvalidOperationException($"no word of the table in: {sentence}");
        return Articles()
            .Replace(
                swapped,
                article =>
                    "AEIOaeio".Contains(article.Groups[2].Value[0])
                        ? $"{article.Groups[1]}n {article.Groups[2]}"
                        : article.Value.Replace("n ", " ", StringComparison.Ordinal)
            );
    }

    private static string Other(string word, Dictionary<string, string> words) =>
        words.TryGetValue(word, out var other) ? other
        : words.TryGetValue(char.ToLowerInvariant(word[0]) + word[1..], out other) ? char.ToUpperInvariant(other[0]) + other[1..]
        : word;

    private static bool HasWord(string sentence, string word) => Letters().Matches(sentence).Any(match => match.Value == word);

    [GeneratedRegex(@"[\p{L}-]+")]
    private static partial Regex Letters();

    /// <summary>An indefinite article and the word behind it.</summary>
    [GeneratedRegex(@"\b([Aa])n? (\p{L})")]
    private static partial Regex Articles();
}
