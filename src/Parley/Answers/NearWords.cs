namespace Parley.Answers;

/// <summary>Finds what was perhaps meant by a word that nothing is called by.</summary>
public static class NearWords
{
    /// <summary>Words that differ in more letters are not taken for each other; short ones may differ in one alone.</summary>
    private const int MostDifferences = 2;

    private const int ShortLength = 4;

    /// <summary>The names that differ least, nearest first; each once.</summary>
    public static IEnumerable<string> Of(string word, IEnumerable<string> names) =>
        names
            .Distinct(StringComparer.Ordinal)
            .Select(name => (Name: name, Distance: Distance(name.ToUpperInvariant(), word.ToUpperInvariant())))
            .Where(pair => pair.Distance <= (word.Length > ShortLength ? MostDifferences : 1) && pair.Distance < pair.Name.Length)
            .OrderBy(pair => pair.Distance)
            .ThenBy(pair => pair.Name, StringComparer.Ordinal)
            .Select(pair => pair.Name);

    /// <summary>Letters to put in, leave out, change or swap with the next (Damerau, optimal string alignment).</summary>
    private static int Distance(string a, string b)
    {
        var distance = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        for (var j = 0; j <= b.Length; j++)
        {
            if (i == 0 || j == 0)
            {
                distance[i, j] = i + j;
                continue;
            }
            var change = distance[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            distance[i, j] = Math.Min(Math.Min(distance[i - 1, j], distance[i, j - 1]) + 1, change);
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                distance[i, j] = Math.Min(distance[i, j], distance[i - 2, j - 2] + 1);
        }
        return distance[a.Length, b.Length];
    }
}
