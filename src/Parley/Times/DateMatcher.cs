using System.Globalization;
using Parley.Syntax;
using Parley.Text;

namespace Parley.Times;

/// <summary>Matches dates of the calendar: "March 28", "28 March 2022", "June 2014", "2014", "the 1990s", "2022-03-29", "the winter of 2008-2009".</summary>
internal sealed class DateMatcher(TimeWords words, YearFinder years)
{
    private const int FirstYear = 1800;
    private const int LastYear = 2099;

    /// <summary>The date that begins at a word; nothing where none does.</summary>
    public TimeDraft Match(TimeContext context, int start)
    {
        if (Iso(context, start) is { Exists: true } iso)
            return iso;
        if (MonthFirst(context, start) is { Exists: true } monthFirst)
            return monthFirst;
        if (DayFirst(context, start) is { Exists: true } dayFirst)
            return dayFirst;
        if (SeasonOfYear(context, start) is { Exists: true } season)
            return season;
        if (Decade(context, start) is { Exists: true } decade)
            return decade;
        return YearAlone(context, start);
    }

    // 2022-03-29 and 29/03/2022 (only where the order is sure).
    private static TimeDraft Iso(TimeContext context, int at)
    {
        var form = context.Form(at);
        if (form.Length == 10 && DateOnly.TryParseExact(form, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return new TimeDraft(new WordRange(at, at + 1), "DATE", Calendar.Day(day), true);
        if (
            form.Length == 10
            && form[2] is '/' or '.'
            && DateOnly.TryParseExact(
                form,
                form[2] is '/' ? "dd/MM/yyyy" : "dd.MM.yyyy",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out day
            )
            && (day.Day > 12 || form[2] is '.')
        )
            return new TimeDraft(new WordRange(at, at + 1), "DATE", Calendar.Day(day), true);
        return default;
    }

    // "March 28", "March 28th, 2022", "March 2022", "March"
    private TimeDraft MonthFirst(TimeContext context, int start)
    {
        var form = context.Form(start);
        var month = words.Month(form.StartsWith("mid-") ? form[4..] : form);
        if (month == 0)
            return default;
        var at = start + 1;
        if (DayOfMonth(context.Form(at)) is > 0 and var day && !IsCountInMonth(context, start))
        {
            at++;
            var comma = context.Form(at) is ",";
            if (YearOf(context.Form(comma ? at + 1 : at)) is > 0 and var year)
                return Full(context, start, at + (comma ? 2 : 1), year, month, day);
            return Full(context, start, at, 0, month, day);
        }
        var skip = context.Form(at) is "," || context.Is(at, "of") ? at + 1 : at;
        var (only, end) = (YearOf(context.Form(skip)), skip + 1);
        if (only == 0)
            (only, end) = years.Spelled(context, skip);
        if (only > 0)
            return new TimeDraft(
                new WordRange(start, end),
                "DATE",
                string.Create(CultureInfo.InvariantCulture, $"{only:0000}-{month:00}"),
                true
            );
        return IsMonthName(context, start) && !context.IsInName(start) ? OfMonth(context, start, at, month) : default;
    }

    // "In March 12 people died" counts, "the March 12 raids" are of a day.
    private static bool IsCountInMonth(TimeContext context, int month) =>
        IsCount(context, month + 1) && (context.Is(month - 1, "in") || context.Is(month - 1, "since") || context.Is(month - 1, "of"));

    // "28 March 2022", "28th of March", "the 28 March"
    private TimeDraft DayFirst(TimeContext context, int start)
    {
        var day = DayOfMonth(context.Form(start));
        var at = context.Is(start + 1, "of") ? start + 2 : start + 1;
        if (day == 0 || words.Month(context.Form(at)) is not (> 0 and var month))
            return default;
        at++;
        var year = YearOf(context.Form(at));
        return Full(context, start, year > 0 ? at + 1 : at, year, month, day);
    }

    // The month of a date is its head.
    private int Month(TimeContext context, int start)
    {
        var at = start;
        while (context.Sentence.Contains(at) && words.Month(context.Form(at)) == 0)
            at++;
        return context.Sentence.Contains(at) ? at : start;
    }

    private TimeDraft Full(TimeContext context, int start, int end, int year, int month, int day)
    {
        var range = new WordRange(start, end);
        if (year == 0)
            year = years.Find(context, start, Month(context, start), month, day);
        if (year == 0)
            return new TimeDraft(range, "DATE", string.Create(CultureInfo.InvariantCulture, $"XXXX-{month:00}-{day:00}"), false);
        return day <= DateTime.DaysInMonth(year, month)
            ? new TimeDraft(range, "DATE", Calendar.Day(new DateOnly(year, month, day)), true)
            : default;
    }

    private TimeDraft OfMonth(TimeContext context, int start, int end, int month)
    {
        var year = years.Find(context, start, start, month, 0);
        var range = new WordRange(start, end);
        return year == 0
            ? new TimeDraft(range, "DATE", string.Create(CultureInfo.InvariantCulture, $"XXXX-{month:00}"), false)
            : new TimeDraft(range, "DATE", string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}"), true);
    }

    // "May" and "March" are months only as names, and "may" with a capital opens a sentence.
    private static bool IsMonthName(TimeContext context, int word)
    {
        if (context.Form(word) is not ("May" or "March" or "Mar" or "Jun" or "Jul" or "Jan" or "Dec" or "Sep" or "Oct"))
            return true;
        var before = context.Form(word - 1);
        return before
            is "in"
                or "In"
                or "since"
                or "Since"
                or "last"
                or "until"
                or "by"
                or "this"
                or "next"
                or "early"
                or "late"
                or "mid"
                or "-"
                or "of"
                or "from"
                or "from"
                or "and"
                or "to";
    }

    // "the winter of 2008-2009", "summer 2014", "last summer" is a shift.
    private TimeDraft SeasonOfYear(TimeContext context, int start)
    {
        var at = context.Is(start, "the") ? start + 1 : start;
        if (words.Season(context.Form(at)) is not { } season)
            return default;
        at++;
        if (context.Is(at, "of"))
            at++;
        var (year, end) = (YearOf(context.Form(at)), at + 1);
        if (year == 0)
            (year, end) = years.Spelled(context, at);
        // "the summer of last year"
        if (
            year == 0
            && words.Shift(context.Form(at)) is { FromStory: false } shift
            && context.Is(at + 1, "year")
            && context.Article is { } article
        )
            (year, end) = (article.Year + shift.Steps, at + 2);
        if (year == 0)
            return SeasonAlone(context, start, season);
        at = end;
        if (context.Form(at) is "-" or "/" or "–" && YearOf(context.Form(at + 1)) is > 0)
            at += 2;
        return new TimeDraft(new WordRange(start, at), "DATE", $"{Calendar.Year(year)}-{season}", true);
    }

    // "in the summer", "since the early spring": as a month in the middle of it.
    private TimeDraft SeasonAlone(TimeContext context, int start, string season)
    {
        var at = context.Is(start, "the") ? start + 1 : start;
        var article = at - 1;
        if (context.Is(article, "early") || context.Is(article, "late"))
            article--;
        if (!context.Is(article, "the") || !IsBeforeSeason(context.Form(article - 1)) || !IsAlone(context, at))
            return default;
        var month = season switch
        {
            "SP" => 4,
            "SU" => 7,
            "FA" => 10,
            _ => 1,
        };
        var year = years.Find(context, start, at, month, 0);
        return year == 0 ? default : new TimeDraft(new WordRange(start, at + 1), "DATE", $"{Calendar.Year(year)}-{season}", true);
    }

    private static bool IsBeforeSeason(ReadOnlySpan<char> form) =>
        form
            is "in"
                or "In"
                or "into"
                or "since"
                or "Since"
                or "until"
                or "by"
                or "By"
                or "of"
                or "through"
                or "during"
                or "During"
                or "over";

    private static bool IsAlone(TimeContext context, int at) =>
        !context.Sentence.Contains(at + 1)
        || context.Parsed[at + 1].Upos is not (Upos.Noun or Upos.Propn) && context.Form(at + 1) is not ("-" or "of");

    // "the 1990s", "mid-1980s"
    private static TimeDraft Decade(TimeContext context, int start)
    {
        var at = context.Is(start, "the") ? start + 1 : start;
        var form = context.Form(at);
        if (form.Length != 5 || form[4] is not 's' || YearOf(form[..4]) == 0 || form[3] is not '0')
            return default;
        return new TimeDraft(new WordRange(start, at + 1), "DATE", $"{form[..3]}X", true);
    }

    // "2014", "1950-53"
    private TimeDraft YearAlone(TimeContext context, int at)
    {
        if (years.Spelled(context, at) is (> 0 and var spelled, var end))
            return new TimeDraft(new WordRange(at, end), "DATE", Calendar.Year(spelled), true);
        var form = context.Form(at);
        var year = YearOf(form.StartsWith("mid-") ? form[4..] : form);
        if (year == 0 || IsCount(context, at))
            return default;
        if (context.Form(at + 1) is "-" or "–" or "/" && Second(year, context.Form(at + 2)) is > 0 and var until)
            return new TimeDraft(new WordRange(at, at + 3), "DATE", $"{Calendar.Year(year)}/{Calendar.Year(until)}", true);
        return new TimeDraft(new WordRange(at, at + 1), "DATE", Calendar.Year(year), true);
    }

    private static int Second(int first, ReadOnlySpan<char> form)
    {
        if (YearOf(form) is > 0 and var full)
            return full > first ? full : 0;
        return
            form.Length == 2
            && int.TryParse(form, NumberStyles.None, CultureInfo.InvariantCulture, out var two)
            && first / 100 * 100 + two is var year
            && year > first
            ? year
            : 0;
    }

    // A number that counts the noun behind it, or is cut from a longer one ("1,950", "$2000", "No. 2014").
    private static bool IsCount(TimeContext context, int at)
    {
        var before = context.Form(at - 1);
        if (
            before.Length > 0
            && (
                !char.IsLetterOrDigit(before[0])
                && before is not ("," or "(" or "-" or "–" or "\"" or "'" or "/" or "“" or ";" or ":" or "[" or "—")
            )
        )
            return true;
        var next = at + 1;
        while (context.Sentence.Contains(next) && context.Parsed[next].Upos is Upos.Adj)
            next++;
        return context.Sentence.Contains(next)
            && context.Parsed[next].Xpos is "NNS"
            && context.Parsed[at].Head is { Exists: true } head
            && head.Index == next
            && !IsPreposition(before);
    }

    private static bool IsPreposition(ReadOnlySpan<char> form) =>
        form is "in" or "In" or "since" or "Since" or "until" or "from" or "by" or "the";

    /// <summary>A year written in four digits; 0 for other words.</summary>
    public static int YearOf(ReadOnlySpan<char> form) =>
        form.Length == 4
        && int.TryParse(form, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
        && year is >= FirstYear and <= LastYear
            ? year
            : 0;

    // "28", "28th"; 0 for other words.
    private static int DayOfMonth(ReadOnlySpan<char> form)
    {
        if (form.Length > 2 && form[^2..] is "st" or "nd" or "rd" or "th")
            form = form[..^2];
        return
            form.Length is 1 or 2
            && int.TryParse(form, NumberStyles.None, CultureInfo.InvariantCulture, out var day)
            && day is >= 1 and <= 31
            ? day
            : 0;
    }
}
