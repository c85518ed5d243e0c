using System.Globalization;
using Parley.Lexicons;

namespace Parley.Intake;

/// <summary>Tells texts that are not in English: by script, then by the function words in <c>lexicons/languages.tsv</c>.</summary>
/// <remarks>It rather lets a text pass than turns an English one away: a list of names has few function words of any language.</remarks>
internal static class LanguageCheck
{
    private const string English = "English";

    /// <summary>As much of a text is looked at.</summary>
    private const int Judged = 40_000;

    /// <summary>Fewer words in lower case say nothing.</summary>
    private const int FewestWords = 20;

    /// <summary>Fewer different words are no prose in an unknown language.</summary>
    private const int FewestDistinct = 30;

    /// <summary>English prose has 40 % and more of these words in lower case; other languages, sharing some of the words, stay below this.</summary>
    private const double EnglishShare = 0.15;

    private static readonly (string Name, char First, char Last)[] s_scripts = ReadScripts();

    private static readonly Lexicon s_words = LexiconSet.Get("lexicons/languages");

    private static readonly int s_language = s_words.Column("language");

    /// <summary>What the text looks like ("German", "a language in Cyrillic letters"); null when it is, or may be, in English, or is shorter than <see cref="DocumentReader.JudgedLength"/>.</summary>
    public static string? OtherLanguage(string text)
    {
        var judged = text.AsSpan().Trim();
        if (judged.Length < DocumentReader.JudgedLength)
            return null;
        judged = judged[..Math.Min(judged.Length, Judged)];
        var script = OtherScript(judged);
        var (words, distinct, hits) = CountWords(judged);
        var best = hits.Where(pair => pair.Key != English)
            .OrderByDescending(pair => pair.Value)
            .ThenBy(pair => pair.Key, StringComparer.Ordinal)
            .FirstOrDefault();
        if (script is not null)
            return script == "Cyrillic" && best.Value * 10 > words ? best.Key : $"a language in {script} letters";
        var english = hits.GetValueOrDefault(English);
        if (words < FewestWords || english >= words * EnglishShare)
            return null;
        if (best.Value > english && best.Value * 10 >= words)
            return best.Key;
        // Tables of results have few words, again and again.
        return english < words * EnglishShare / 3 && distinct >= FewestDistinct ? "another language" : null;
    }

    /// <summary>The script of most letters when it is not Latin.</summary>
    private static string? OtherScript(ReadOnlySpan<char> text)
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var (letters, others) = (0, 0);
        foreach (var c in text)
        {
            if (!char.IsLetter(c))
                continue;
            letters++;
            if (c < s_scripts[0].First)
                continue;
            foreach (var (name, first, last) in s_scripts)
                if (first <= c && c <= last)
                {
                    counts[name] = counts.GetValueOrDefault(name) + 1;
                    others++;
                    break;
                }
        }
        // A sentence in these scripts has fewer letters than its like in English.
        return others * 2 > letters ? counts.MaxBy(pair => pair.Value).Key : null;
    }

    /// <summary>How many words begin in lower case, how many of them differ, and how many of them are function words of each language.</summary>
    private static (int Words, int Distinct, Dictionary<string, int> Hits) CountWords(ReadOnlySpan<char> text)
    {
        var words = 0;
        var distinct = new HashSet<string>(StringComparer.Ordinal);
        var hits = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var at = 0; at < text.Length; )
        {
            if (!char.IsLetter(text[at]))
            {
                at++;
                continue;
            }
            var end = at + 1;
            while (end < text.Length && (char.IsLetter(text[end]) || char.GetUnicodeCategory(text[end]) == UnicodeCategory.NonSpacingMark))
                end++;
            if (char.IsLower(text[at]))
            {
                words++;
                distinct.Add(text[at..end].ToString());
                for (var row = s_words.Find(text[at..end]); row >= 0; row = s_words.Next(row))
                {
                    var language = s_words.Text(row, s_language);
                    hits[language] = hits.GetValueOrDefault(language) + 1;
                }
            }
            at = end;
        }
        return (words, distinct.Count, hits);
    }

    private static (string Name, char First, char Last)[] ReadScripts()
    {
        var scripts = LexiconSet.Get("lexicons/scripts");
        var (first, last) = (scripts.Column("first"), scripts.Column("last"));
        var read = new (string, char, char)[scripts.Count];
        for (var row = 0; row < read.Length; row++)
            read[row] = (scripts.Text(row, 0), CodePoint(scripts.Cell(row, first)), CodePoint(scripts.Cell(row, last)));
        return read;
    }

    private static char CodePoint(ReadOnlySpan<char> text) => (char)int.Parse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
