using System.Globalization;
using Parley.Lexicons;

namespace Parley.Text;

/// <summary>Reads dates written out: "30 March 2022", "March 30, 2022", "3 JAN 90", "2022-03-30".</summary>
internal static class WrittenDates
{
    private static readonly Lexicon s_months = LexiconSet.Get("lexicons/months");
    private static readonly Lexicon s_labels = LexiconSet.Get("lexicons/date-labels");
    private static readonly int s_number = s_months.Column("number");
    private static readonly int s_role = s_labels.Column("role");

    /// <summary>The date of a line that holds a date and nothing but a label, a weekday or a time; null for any other line.</summary>
    public static string? Whole(string text, List<Word> words, WordRange line)
    {
        string? date = null;
        var isUpdate = false;
        for (var i = line.Start; i < line.End; )
        {
            var form = Form(text, words, i);
            if (date is null && Match(text, words, i, line.End, out var length) is { } found)
            {
                if (found.StartsWith("XXXX", StringComparison.Ordinal))
                    return null;
                date = found;
                i += length;
                continue;
            }
            var row = s_labels.Find(form);
            if (row >= 0 && s_labels.Cell(row, s_role) is "update")
                isUpdate = true;
            else if (row < 0 && !IsTimeOrMark(form))
                return null;
            i++;
        }
        return isUpdate ? null : date;
    }

    /// <summary>The date behind "Date of publication" or another label of at least three words or a colon at the start of a block; null where there is none.</summary>
    public static string? Labelled(string text, List<Word> words, WordRange block)
    {
        var labels = 0;
        for (var i = block.Start; i < block.End && i - block.Start < 6; i++)
        {
            var row = s_labels.Find(Form(text, words, i));
            if (row >= 0 && s_labels.Cell(row, s_role) is "label" or "filler")
                labels++;
            else if (Form(text, words, i) is ":" && labels > 0)
                labels += 2;
            else
                return labels >= 3 && Match(text, words, i, block.End, out _) is { } date && date[0] != 'X' ? date : null;
        }
        return null;
    }

    /// <summary>
    /// The full date that closes a heading behind a comma or colon: "Situation at 18:00, 29 March 2022"; null where none does, and for the date of a change ("Last updated: 30 March 2022").
    /// </summary>
    public static string? Closing(string text, List<Word> words, WordRange block)
    {
        for (var i = block.Start + 1; i < block.End; i++)
            if (s_labels.Find(Form(text, words, i - 1)) is >= 0 and var row && s_labels.Cell(row, s_role) is "update")
                return null;
            else if (
                Form(text, words, i - 1) is "," or ":"
                && Match(text, words, i, block.End, out var length) is { } date
                && date[0] != 'X'
                && i + length == block.End
            )
                return date;
        return null;
    }

    /// <summary>The date that begins at a word, as ISO 8601 or, without a year, <c>XXXX-03-29</c>; null where none does.</summary>
    public static string? Match(string text, List<Word> words, int at, int end, out int length)
    {
        length = 0;
        var form = Form(text, words, at);
        if (DateTime.TryParseExact(form, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var iso) && form.Length == 10)
        {
            length = 1;
            return Format(iso.Year, iso.Month, iso.Day);
        }
        int day = 0,
            i = at;
        if (IsDay(form, out day))
            i = Skip(text, words, i + 1, end, "of");
        if (i >= end || Month(text, words, ref i, end) is not (> 0 and var month))
            return null;
        if (day == 0 && (i >= end || !IsDay(Form(text, words, i++), out day)))
            return null;
        var year = 0;
        var next = Skip(text, words, i, end, ",");
        if (next < end && IsYear(Form(text, words, next), out year))
            i = next + 1;
        length = i - at;
        return day <= DateTime.DaysInMonth(year == 0 ? 2000 : year, month) ? Format(year, month, day) : null;
    }

    private static int Month(string text, List<Word> words, ref int at, int end)
    {
        var row = s_months.Find(Form(text, words, at));
        if (row < 0 || !char.IsUpper(Form(text, words, at)[0]))
            return 0;
        at = Skip(text, words, at + 1, end, ".");
        return int.Parse(s_months.Cell(row, s_number), CultureInfo.InvariantCulture);
    }

    private static int Skip(string text, List<Word> words, int at, int end, string form) =>
        at < end && Form(text, words, at).SequenceEqual(form) ? at + 1 : at;

    private static bool IsDay(ReadOnlySpan<char> form, out int day)
    {
        var digits = 0;
        while (digits < form.Length && char.IsAsciiDigit(form[digits]))
            digits++;
        day = 0;
        if (digits is 0 or > 2 || (digits < form.Length && form[digits..] is not ("st" or "nd" or "rd" or "th")))
            return false;
        day = int.Parse(form[..digits], CultureInfo.InvariantCulture);
        return day is >= 1 and <= 31;
    }

    /// <summary>A year of four digits, or of two as wires wrote it: 90 is 1990, 22 is 2022.</summary>
    private static bool IsYear(ReadOnlySpan<char> form, out int year)
    {
        if (!int.TryParse(form, NumberStyles.None, CultureInfo.InvariantCulture, out year))
            return false;
        if (form.Length == 2)
            year += year >= 50 ? 1900 : 2000;
        return form.Length is 2 or 4 && year is >= 1800 and < 2100;
    }

    private static bool IsTimeOrMark(ReadOnlySpan<char> form) =>
        !char.IsLetter(form[0]) && (form.Contains(':') || !char.IsAsciiDigit(form[0]));

    private static string Format(int year, int month, int day) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{(year == 0 ? "XXXX" : year.ToString("0000", CultureInfo.InvariantCulture))}-{month:00}-{day:00}"
        );

    private static ReadOnlySpan<char> Form(string text, List<Word> words, int word) =>
        text.AsSpan(words[word].Start, words[word].End - words[word].Start);
}
