using System.Globalization;
using Parley.Text;

namespace Parley.Times;

/// <summary>Matches times of day: "7am", "10:30 p.m.", "0600 GMT", "5 o'clock".</summary>
internal sealed class ClockMatcher
{
    /// <summary>The time of day that begins at a word, on the article's day; nothing where none does.</summary>
    public TimeDraft Match(TimeContext context, int start)
    {
        var form = context.Form(start);
        if (form.Length == 0 || !char.IsAsciiDigit(form[0]))
            return default;
        if (Range(context, start) is { Exists: true } range)
            return range;
        if (!TryMatch(context, start, out var end, out var hour, out var minute))
            return default;
        return Draft(context, start, end, string.Create(CultureInfo.InvariantCulture, $"T{hour:00}:{minute:00}"));
    }

    // "between 7 and 9 p.m.", "from 10 a.m. to noon" is two; the first hour takes the half of the day from the last.
    private static TimeDraft Range(TimeContext context, int start)
    {
        var isPair = context.Is(start - 1, "between") || context.Is(start - 1, "from");
        if (!TryRead(context.Form(start), out var first, out var firstMinute, out _))
            return default;
        var link = context.Form(start + 1);
        if (!(link is "-" or "–" || (isPair && link is "and" or "to" or "until")) || HalfOf(context.Form(start)) is not null)
            return default;
        if (!TryMatch(context, start + 2, out var end, out var last, out var lastMinute))
            return default;
        const int Half = 12;
        if (first + Half <= last && first < Half)
            first += Half;
        return first < last || (first == last && firstMinute < lastMinute)
            ? Draft(
                context,
                start,
                end,
                string.Create(CultureInfo.InvariantCulture, $"T{first:00}:{firstMinute:00}/{last:00}:{lastMinute:00}")
            )
            : default;
    }

    private static TimeDraft Draft(TimeContext context, int start, int end, string clock)
    {
        var day = context.Told.Here ?? context.Article;
        return new TimeDraft(
            new WordRange(start, end),
            "TIME",
            (day is { } known ? Calendar.Day(known) : "XXXX-XX-XX") + clock,
            day is not null
        );
    }

    private static bool TryMatch(TimeContext context, int start, out int end, out int hour, out int minute)
    {
        var form = context.Form(start);
        (end, hour, minute) = (start + 1, 0, 0);
        if (form.Length == 0 || !char.IsAsciiDigit(form[0]))
            return false;
        var half = HalfOf(form);
        var digits = half is null ? form : form[..^2];
        if (half is null && HalfOf(context.Form(end)) is { } behind)
            (half, end) = (behind, end + 1);
        else if (half is null && context.Is(end, "o'clock"))
            (half, end) = ("", end + 1);
        if (!TryRead(digits, out hour, out minute, out var colon))
            return false;
        var zone = context.Form(end) is "GMT" or "UTC" or "EST" or "EDT" or "PST" or "PDT" or "CET" or "EET" or "BST" or "MSK";
        // Four digits are a time only with a zone ("0600 GMT"), few digits only with a half of the day.
        if (half is null && !zone && !(colon && IsBeforeClock(context.Form(start - 1), digits)))
            return false;
        if (zone)
            end++;
        if (half is "p" && hour < 12)
            hour += 12;
        if (half is "a" && hour == 12)
            hour = 0;
        return true;
    }

    // "at 10.30" and "from 08:00 to 18:00"; "from 3.14 to 4.20" may be anything.
    private static bool IsBeforeClock(ReadOnlySpan<char> before, ReadOnlySpan<char> digits) =>
        before is "at" or "At" or "until" or "by" or "around"
        || digits.Contains(':') && before is "from" or "From" or "to" or "between" or "and" or "till";

    private static string? HalfOf(ReadOnlySpan<char> form)
    {
        if (form.EndsWith("am", StringComparison.OrdinalIgnoreCase) || form is "a.m." or "a.m")
            return "a";
        return form.EndsWith("pm", StringComparison.OrdinalIgnoreCase) || form is "p.m." or "p.m" ? "p" : null;
    }

    private static bool TryRead(ReadOnlySpan<char> digits, out int hour, out int minute, out bool colon)
    {
        (hour, minute) = (0, 0);
        var cut = digits.IndexOfAny(':', '.');
        colon = cut > 0;
        if (cut < 0 && digits.Length is 3 or 4)
            cut = digits.Length - 2;
        var rest = cut < 0 ? [] : digits[cut..].TrimStart(":.");
        return int.TryParse(cut < 0 ? digits : digits[..cut], NumberStyles.None, CultureInfo.InvariantCulture, out hour)
            && (cut < 0 || (rest.Length == 2 && int.TryParse(rest, NumberStyles.None, CultureInfo.InvariantCulture, out minute)))
            && hour <= 24
            && minute < 60;
    }
}
