using System.Collections.Frozen;
using Parley.Lexicons;

namespace Parley.Times;

/// <summary>The words in small letters with which an expression of time may begin: those of the tables, and the little words before them.</summary>
internal static class FirstWords
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_words = Gather()
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>False for a word in small letters that begins no expression; true for all that begins with a capital, a digit or a mark.</summary>
    public static bool Has(ReadOnlySpan<char> form) =>
        !char.IsAsciiLetterLower(form[0]) || form.IndexOfAny("-'’") >= 0 || s_words.Contains(form);

    private static IEnumerable<string> Gather()
    {
        foreach (
            var table in (string[])
                [
                    "lexicons/time-phrases",
                    "lexicons/time-qualifiers",
                    "lexicons/time-units",
                    "lexicons/day-parts",
                    "lexicons/numbers",
                    "lexicons/bounds",
                    "lexicons/quarters",
                    "lexicons/seasons",
                    "lexicons/months",
                    "lexicons/weekdays",
                    "rules/time-shifts",
                    "lexicons/time-openers",
                ]
        )
        {
            var rows = LexiconSet.Get(table);
            for (var row = 0; row < rows.Count; row++)
                yield return rows.Text(row, 0).Split(' ')[0];
        }
    }
}
