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
        var end = start + 1;
        var half = HalfOf(form);
        var digits = half is null ? form : form[..^2];
        if (half is null && HalfOf(context.Form(end)) is { } behind)
            (half, end) = (behind, end + 1);
        else if (half is null && context.Is(end, "o'clock"))
            (half, end) = ("", end + 1);
        if (!TryRead(digits, out var hour, out var minute, out var colon))
            return default;
        var zone = context.Form(end) is "GMT" or "UTC";
        // Four digits are a time only with a zone ("0600 GMT"), few digits only with a half of the day.
        if (half is null && !zone && !(colon && context.Form(start - 1) is "at" or "At" or "until" or "by" or "around"))
            return default;
        if (zone)
            end++;
        if (half is "p" && hour < 12)
            hour += 12;
        if (half is "a" && hour == 12)
            hour = 0;
        var day = context.Article is { } article ? Calendar.Day(article) : "XXXX-XX-XX";
        return new TimeDraft(
            new WordRange(start, end),
            "TIME",
            string.Create(CultureInfo.InvariantCulture, $"{day}T{hour:00}:{minute:00}"),
            context.Article is not null
        );
    }

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
