using System.Globalization;
using Parley.Syntax;
using Parley.Text;

namespace Parley.Times;

/// <summary>Matches days of the week with parts of the day: "Tuesday", "last Friday", "Monday night", "the weekend", "Tuesday, March 29".</summary>
internal sealed class DayMatcher(TimeWords words, Tense tense, DateMatcher dates)
{
    /// <summary>The day that begins at a word; nothing where none does.</summary>
    public TimeDraft Match(TimeContext context, int start)
    {
        var at = context.Is(start, "the") ? start + 1 : start;
        var shift = words.Shift(context.Form(at));
        if (shift is not null)
            at++;
        if (context.Is(at, "weekend"))
            return Weekend(context, start, at + 1, shift);
        if (PartOfStory(context, start, at, shift) is { Exists: true } partOfStory)
            return partOfStory;
        if (words.Weekday(context.Form(at)) is not (> 0 and var weekday) || context.IsInName(at))
            return shift is null && context.Form(start) is "overnight" or "Overnight" ? Overnight(context, start) : default;
        if (shift is null && at > start)
            return default;
        var end = at + 1;
        if (shift is null && InWeek(context, start, end, weekday) is { Exists: true } inWeek)
            return inWeek;
        // "Tuesday, March 29" is the day of the month.
        var comma = context.Form(end) is ",";
        if (dates.Match(context, comma ? end + 1 : end) is { Exists: true } date && date.Value.Length == 10)
            return date with { Words = new WordRange(start, date.Words.End) };
        var part = words.DayPart(context.Form(end));
        if (part is not null && !context.Is(end, "overnight"))
            end++;
        else
            part = null;
        if (shift is null && Nights(context, start, end, weekday) is { Exists: true } nights)
            return nights;
        return Build(context, start, end, weekday, part, shift);
    }

    // "the next morning", "the same night", "that evening": counted from the last day told.
    private TimeDraft PartOfStory(TimeContext context, int start, int at, TimeShift? shift)
    {
        var isThat = context.Is(start, "that");
        if (isThat)
            at = start + 1;
        if (words.DayPart(context.Form(at)) is not { } part || context.Form(at)[^1] is 's' || context.Told.Story is not { } day)
            return default;
        return isThat || shift is { FromStory: true } || shift is { Steps: > 0 }
            ? new TimeDraft(new WordRange(start, at + 1), "TIME", Calendar.Day(day.AddDays(shift?.Steps ?? 0)) + "T" + part, true)
            : default;
    }

    // "Tuesday nights", and "Monday" of "Monday and Tuesday nights": each week.
    private TimeDraft Nights(TimeContext context, int start, int end, int weekday)
    {
        var at = end - start == 2 ? end - 1 : end;
        if (end - start == 1 && (context.Is(end, "and") || context.Is(end, "or")) && words.Weekday(context.Form(end + 1)) > 0)
            at = end + 2;
        return words.DayPart(context.Form(at)) is { } part && context.Form(at)[^1] is 's'
            ? new TimeDraft(
                new WordRange(start, end),
                "SET",
                string.Create(CultureInfo.InvariantCulture, $"XXXX-WXX-{weekday}T{part}"),
                true
            )
            : default;
    }

    // "Monday next week", "Monday morning of last week"
    private TimeDraft InWeek(TimeContext context, int start, int at, int weekday)
    {
        var part = words.DayPart(context.Form(at));
        if (part is not null)
            at++;
        if (context.Is(at, "of"))
            at++;
        if (words.Shift(context.Form(at)) is not { FromStory: false } shift || !context.Is(at + 1, "week"))
            return default;
        var range = new WordRange(start, at + 2);
        var type = part is null ? "DATE" : "TIME";
        var suffix = part is null ? "" : "T" + part;
        return context.Article is { } article
            ? new TimeDraft(
                range,
                type,
                Calendar.Day(article.AddDays((7 * shift.Steps) + weekday - Calendar.Weekday(article))) + suffix,
                true
            )
            : new TimeDraft(range, type, string.Create(CultureInfo.InvariantCulture, $"XXXX-WXX-{weekday}{suffix}"), false);
    }

    private TimeDraft Build(TimeContext context, int start, int end, int weekday, string? part, TimeShift? shift)
    {
        var range = new WordRange(start, end);
        var type = part is null ? "DATE" : "TIME";
        var suffix = part is null ? "" : "T" + part;
        if (context.Article is not { } article)
            return new TimeDraft(range, type, string.Create(CultureInfo.InvariantCulture, $"XXXX-WXX-{weekday}{suffix}"), false);
        var forward = shift?.Steps ?? (tense.SideOf(context, start, end - 1) is TimeSide.Ahead ? 1 : -1);
        // "the previous Friday" counts from the day told last.
        var from = shift is { FromStory: true } ? context.Told.Story ?? article : article;
        return new TimeDraft(range, type, Calendar.Day(Nearest(from, weekday, forward, shift is not null)) + suffix, true);
    }

    // The last such day on or before the article's, or the first on or after it; "last" and "next" leave that day itself out.
    private static DateOnly Nearest(DateOnly article, int weekday, int direction, bool strict)
    {
        var ahead = (weekday - Calendar.Weekday(article) + 7) % 7;
        if (direction > 0)
            return article.AddDays(ahead == 0 && strict ? 7 : ahead);
        if (direction == 0)
            return article.AddDays(weekday - Calendar.Weekday(article));
        return article.AddDays(ahead == 0 ? (strict ? -7 : 0) : ahead - 7);
    }

    private TimeDraft Weekend(TimeContext context, int start, int end, TimeShift? shift)
    {
        if (start + 1 == end)
            return default;
        var range = new WordRange(start, end);
        if (context.Article is not { } article)
            return new TimeDraft(range, "DATE", "XXXX-WXX-WE", false);
        var steps = shift?.Steps ?? (tense.SideOf(context, start, end - 1) is TimeSide.Ahead || Calendar.Weekday(article) >= 6 ? 0 : -1);
        return new TimeDraft(range, "DATE", Calendar.Week(article.AddDays(7 * steps)) + "-WE", true);
    }

    // "overnight Saturday": the night of that day.
    private TimeDraft Overnight(TimeContext context, int start)
    {
        var at = context.Is(start + 1, "on") ? start + 2 : start + 1;
        return words.Weekday(context.Form(at)) is > 0 and var weekday ? Build(context, start, at + 1, weekday, "NI", null) : default;
    }
}
