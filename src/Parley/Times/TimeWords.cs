using System.Globalization;
using Parley.Lexicons;

namespace Parley.Times;

/// <summary>The lexicons of time.</summary>
internal sealed class TimeWords
{
    private readonly Lexicon _months = LexiconSet.Get("lexicons/months");
    private readonly Lexicon _weekdays = LexiconSet.Get("lexicons/weekdays");
    private readonly Lexicon _units = LexiconSet.Get("lexicons/time-units");
    private readonly Lexicon _dayParts = LexiconSet.Get("lexicons/day-parts");
    private readonly Lexicon _seasons = LexiconSet.Get("lexicons/seasons");
    private readonly Lexicon _shifts = LexiconSet.Get("rules/time-shifts");

    /// <summary>Number of a month written with a capital, 1 to 12; 0 for other words.</summary>
    public int Month(ReadOnlySpan<char> form) => IsCapital(form) ? Number(_months, form) : 0;

    /// <summary>Number of a weekday written with a capital, 1 for Monday; 0 for other words.</summary>
    public int Weekday(ReadOnlySpan<char> form) => IsCapital(form) ? Number(_weekdays, form) : 0;

    /// <summary>Letters of a part of the day ("MO"); null for other words.</summary>
    public string? DayPart(ReadOnlySpan<char> form) => Cell(_dayParts, form, "code");

    /// <summary>Letters of a season ("SU"); null for other words.</summary>
    public string? Season(ReadOnlySpan<char> form) => Cell(_seasons, form, "code");

    /// <summary>The unit of a word; null for other words.</summary>
    public TimeUnit? Unit(ReadOnlySpan<char> form)
    {
        var row = _units.Find(form);
        return row < 0
            ? null
            : new TimeUnit(
                _units.Text(row, _units.Column("code")),
                _units.Cell(row, _units.Column("clock")).Length > 0,
                _units.Cell(row, _units.Column("number")) is "many",
                form.StartsWith("fortnight", StringComparison.OrdinalIgnoreCase) ? 2 : 1
            );
    }

    /// <summary>How a word shifts a unit ("last"); null for other words.</summary>
    public TimeShift? Shift(ReadOnlySpan<char> form)
    {
        var row = _shifts.Find(form);
        return row < 0
            ? null
            : new TimeShift(
                int.Parse(_shifts.Cell(row, _shifts.Column("shift")), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture),
                _shifts.Cell(row, _shifts.Column("base")) is "story",
                _shifts.Cell(row, _shifts.Column("period")) is "yes"
            );
    }

    private static bool IsCapital(ReadOnlySpan<char> form) => form.Length > 0 && char.IsUpper(form[0]);

    private static int Number(Lexicon lexicon, ReadOnlySpan<char> form) =>
        lexicon.Find(form) is >= 0 and var row ? int.Parse(lexicon.Cell(row, lexicon.Column("number")), CultureInfo.InvariantCulture) : 0;

    private static string? Cell(Lexicon lexicon, ReadOnlySpan<char> form, string column) =>
        lexicon.Find(form) is >= 0 and var row ? lexicon.Text(row, lexicon.Column(column)) : null;
}

/// <summary>A unit of time.</summary>
/// <param name="Code">Its letters in TimeML values.</param>
/// <param name="Clock">True for hours, minutes, seconds.</param>
/// <param name="Plural">True for "weeks".</param>
/// <param name="Factor">2 for a fortnight, in weeks.</param>
internal readonly record struct TimeUnit(string Code, bool Clock, bool Plural, int Factor)
{
    /// <summary>A length of so many units (<c>P2W</c>, <c>PT24H</c>); X where the number is null.</summary>
    public string Length(decimal? count)
    {
        var head = Clock ? "PT" : "P";
        if (count is not { } n)
            return head + "X" + Code;
        var all = n * Factor;
        // "2 1/2 years" is two years and six months.
        var half =
            all % 1 != 0.5m ? ""
            : Code == "Y" ? "6M"
            : Code == "H" ? "30M"
            : "";
        return head + (half.Length > 0 ? decimal.Truncate(all) : all).ToString("0.##", CultureInfo.InvariantCulture) + Code + half;
    }
}

/// <summary>How a word shifts a unit of the calendar.</summary>
/// <param name="Steps">Units to go, negative into the past.</param>
/// <param name="FromStory">True where it counts from the last day told, not from the article's.</param>
/// <param name="IsPeriod">True where a single unit is a length ("the past week").</param>
internal readonly record struct TimeShift(int Steps, bool FromStory, bool IsPeriod);
