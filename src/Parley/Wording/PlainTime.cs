using System.Globalization;

namespace Parley.Wording;

/// <summary>Times for people: "Tuesday 29 March 2022, morning" for <c>2022-03-29TMO</c>.</summary>
public static class PlainTime
{
    private const int DayLength = 10;

    private static readonly Dictionary<string, string> s_parts = new(StringComparer.Ordinal)
    {
        ["MO"] = "morning",
        ["MI"] = "midday",
        ["AF"] = "afternoon",
        ["EV"] = "evening",
        ["NI"] = "night",
        ["DT"] = "daytime",
        ["SP"] = "spring",
        ["SU"] = "summer",
        ["FA"] = "autumn",
        ["WI"] = "winter",
        ["Q1"] = "first quarter of",
        ["Q2"] = "second quarter of",
        ["Q3"] = "third quarter of",
        ["Q4"] = "fourth quarter of",
    };

    private static readonly Dictionary<char, string> s_units = new()
    {
        ['Y'] = "year",
        ['Q'] = "quarter",
        ['M'] = "month",
        ['W'] = "week",
        ['D'] = "day",
        ['H'] = "hour",
        ['S'] = "second",
    };

    /// <summary>A TimeML value in plain words; null where it says no more than the words of the text do (<c>PAST_REF</c>, <c>PXW</c>).</summary>
    public static string? Of(string value)
    {
        if (value.Length >= DayLength && Day(value[..DayLength]) is { } day)
            return day + Part(value[DayLength..]);
        if (value is ['P', ..])
            return Length(value);
        if (!value.AsSpan().StartsWith("19") && !value.AsSpan().StartsWith("2") && !value.AsSpan().StartsWith("1"))
            return null;
        return value.Split('-') switch
        {
            [{ Length: 4 } year] when IsNumber(year) => year,
            [{ Length: 3 } decade] when IsNumber(decade) => $"the {decade}0s",
            [{ Length: 2 } century] when IsNumber(century) => string.Create(
                CultureInfo.InvariantCulture,
                $"the {int.Parse(century, CultureInfo.InvariantCulture) + 1}th century"
            ),
            [{ Length: 9 } years] when years[4] == '/' => years.Replace("/", " to ", StringComparison.Ordinal),
            [var year, ['W', .. var week]] when IsNumber(week) => "the week of " + Of(Monday(year, week, 0)),
            [var year, ['W', .. var week], "WE"] when IsNumber(week) => "the weekend of " + Of(Monday(year, week, 5)),
            [var year, var part] when s_parts.TryGetValue(part, out var name) => $"{name} {year}",
            [var year, { Length: 2 } month] when IsNumber(month) && IsNumber(year) => Month(year, month),
            _ => null,
        };
    }

    private static string? Day(string iso) =>
        DateOnly.TryParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day.ToString("dddd d MMMM yyyy", CultureInfo.InvariantCulture)
            : null;

    // "TMO", "T18:00", "T18:00/20:00"
    private static string Part(string rest) =>
        rest is not ['T', .. var part] ? ""
        : s_parts.TryGetValue(part, out var name) ? ", " + name
        : ", " + part.Replace("/", " to ", StringComparison.Ordinal);

    private static string Month(string year, string month) =>
        new DateOnly(int.Parse(year, CultureInfo.InvariantCulture), int.Parse(month, CultureInfo.InvariantCulture), 1).ToString(
            "MMMM yyyy",
            CultureInfo.InvariantCulture
        );

    private static string Monday(string year, string week, int days) =>
        DateOnly
            .FromDateTime(
                ISOWeek.ToDateTime(
                    int.Parse(year, CultureInfo.InvariantCulture),
                    int.Parse(week, CultureInfo.InvariantCulture),
                    DayOfWeek.Monday
                )
            )
            .AddDays(days)
            .ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    // "P2W", "PT24H"; a length without a number says nothing more.
    private static string? Length(string value)
    {
        var isClock = value is ['P', 'T', ..];
        var rest = value[(isClock ? 2 : 1)..];
        var digits = rest.TakeWhile(c => char.IsAsciiDigit(c) || c == '.').Count();
        if (digits == 0)
            return null;
        var unit = rest[digits..] switch
        {
            "DE" => "decade",
            "CE" => "century",
            "M" when isClock => "minute",
            [var letter] => s_units.GetValueOrDefault(letter),
            _ => null,
        };
        if (unit is null)
            return null;
        var number = rest[..digits];
        return (number, unit) switch
        {
            ("1", _) => $"1 {unit}",
            (_, "century") => $"{number} centuries",
            _ => $"{number} {unit}s",
        };
    }

    private static bool IsNumber(string text) => text.Length > 0 && text.All(char.IsAsciiDigit);
}
