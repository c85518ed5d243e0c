using System.Collections.Immutable;
using System.Text;
using Parley.Lexicons;

namespace Parley.Ledger.Joining;

/// <summary>A name as it is compared: lower case, without accents and marks, spellings of one name in Latin letters made alike.</summary>
internal static class FoldedName
{
    private const int LongName = 6;
    private static readonly Lexicon s_folds = LexiconSet.Get("rules/name-folds");
    private static readonly Lexicon s_articles = LexiconSet.Get("lexicons/name-articles");
    private static readonly int s_to = s_folds.Column("to");
    private static readonly (string From, string To)[] s_rows =
    [
        .. Enumerable.Range(0, s_folds.Count).Select(row => (s_folds.Text(row, 0), s_folds.Text(row, s_to))),
    ];

    /// <summary>The words of a name, folded; articles of names ("al-", "el-") and initials' points are left out.</summary>
    public static ImmutableArray<string> Words(string name)
    {
        var words = ImmutableArray.CreateBuilder<string>();
        foreach (var word in name.Split([' ', '-', '\u2010', '\u2011', ',', '.'], StringSplitOptions.RemoveEmptyEntries))
            if (Fold(word) is { Length: > 0 } folded && !IsArticle(folded))
                words.Add(folded);
        return words.ToImmutable();
    }

    /// <summary>The whole name, folded.</summary>
    public static string Of(string name) => string.Join(' ', Words(name));

    /// <summary>True when two folded words can be spellings of one name: equal, or long and one letter apart behind the first.</summary>
    public static bool IsSame(string a, string b) =>
        a == b || (a.Length >= LongName && b.Length >= LongName && a[0] == b[0] && Distance(a, b) <= 1);

    /// <summary>True when two first names can be one: the same, or one the initial of the other.</summary>
    public static bool CanBeSame(string a, string b) => IsSame(a, b) || ((a.Length == 1 || b.Length == 1) && a[0] == b[0]);

    /// <summary>Number of letters put in, left out or changed, up to 2.</summary>
    public static int Distance(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 1)
            return 2;
        var start = 0;
        while (start < a.Length && start < b.Length && a[start] == b[start])
            start++;
        var (endA, endB) = (a.Length, b.Length);
        while (endA > start && endB > start && a[endA - 1] == b[endB - 1])
            (endA, endB) = (endA - 1, endB - 1);
        return Math.Min(2, Math.Max(endA - start, endB - start));
    }

    private static bool IsArticle(string word) => s_articles.Contains(word);

    private static string Fold(string word)
    {
        var folded = word.ToLowerInvariant().Replace('\u2019', '\'');
        if (folded.EndsWith("'s", StringComparison.Ordinal))
            folded = folded[..^2];
        foreach (var (from, to) in s_rows)
            folded = folded.Replace(from, to, StringComparison.Ordinal);
        var letters = new StringBuilder(folded.Length);
        foreach (var c in folded)
            if (char.IsLetterOrDigit(c) && (letters.Length == 0 || letters[^1] != c))
                letters.Append(c);
        return letters.ToString();
    }
}
