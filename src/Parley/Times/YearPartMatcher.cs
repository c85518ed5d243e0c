using System.Globalization;
using Parley.Lexicons;
using Parley.Syntax;
using Parley.Text;

namespace Parley.Times;

/// <summary>Matches months, quarters and days that a word beside them sets: "last February", "June last year", "the third quarter", "every Monday".</summary>
/// <remarks>Ordinals of quarters are in <c>lexicons/quarters.tsv</c>.</remarks>
internal sealed class YearPartMatcher(TimeWords words)
{
    private readonly Lexicon _quarters = LexiconSet.Get("lexicons/quarters");

    /// <summary>The expression that begins at a word; nothing where none does.</summary>
    public TimeDraft Match(TimeContext context, int start)
    {
        if (Repeated(context, start) is { Exists: true } repeated)
            return repeated;
        if (Quarter(context, start) is { Exists: true } quarter)
            return quarter;
        if (YearAgo(context, start) is { Exists: true } yearAgo)
            return yearAgo;
        if (Latest(context, start) is { Exists: true } latest)
            return latest;
        if (YearEnd(context, start) is { Exists: true } yearEnd)
            return yearEnd;
        if (Century(context, start) is { Exists: true } century)
            return century;
        return words.Month(context.Form(start)) is > 0 and var month ? OfYear(context, start, month) : ShiftedMonth(context, start);
    }

    // "every Monday", "each July"
    private TimeDraft Repeated(TimeContext context, int start)
    {
        if (!context.Is(start, "every") && !context.Is(start, "each"))
            return default;
        var range = new WordRange(start, start + 2);
        if (words.Weekday(context.Form(start + 1)) is > 0 and var day)
            return new TimeDraft(range, "SET", string.Create(CultureInfo.InvariantCulture, $"XXXX-WXX-{day}"), true);
        if (words.Month(context.Form(start + 1)) is > 0 and var month)
            return new TimeDraft(range, "SET", string.Create(CultureInfo.InvariantCulture, $"XXXX-{month:00}"), true);
        return words.Season(context.Form(start + 1)) is { } season ? new TimeDraft(range, "SET", "XXXX-" + season, true) : default;
    }

    // "June last year", "June of this year"
    private TimeDraft OfYear(TimeContext context, int start, int month)
    {
        var at = context.Is(start + 1, "of") || context.Form(start + 1) is "," ? start + 2 : start + 1;
        if (words.Shift(context.Form(at)) is not { FromStory: false } shift || !context.Is(at + 1, "year"))
            return default;
        return Month(context, new WordRange(start, at + 2), context.Article?.Year + shift.Steps, month);
    }

    // "last February", "this September"
    private TimeDraft ShiftedMonth(TimeContext context, int start)
    {
        if (
            words.Shift(context.Form(start)) is not { FromStory: false } shift
            || words.Month(context.Form(start + 1)) is not (> 0 and var month)
        )
            return default;
        int? year =
            context.Article is not { } article ? null
            // "Last September" in October is the year before's: this year's was last month.
            : shift.Steps < 0 && month >= Math.Max(2, article.Month) - 1 ? article.Year - 1
            : shift.Steps > 0 && month <= article.Month ? article.Year + 1
            : article.Year;
        return Month(context, new WordRange(start, start + 2), year, month);
    }

    private static TimeDraft Month(TimeContext context, WordRange range, int? year, int month) =>
        year is { } known
            ? new TimeDraft(range, "DATE", string.Create(CultureInfo.InvariantCulture, $"{known:0000}-{month:00}"), true)
            : new TimeDraft(range, "DATE", string.Create(CultureInfo.InvariantCulture, $"XXXX-{month:00}"), false);

    /// <summary>The same quarter of the year before: <c>1988-Q3</c> for <c>1989-Q3</c>.</summary>
    public static string YearBefore(string quarter) =>
        Calendar.Year(int.Parse(quarter.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture) - 1) + quarter[4..];

    // "the third quarter", "third-quarter", "the first quarter of 2014", "the 1988 third quarter", "last year's third quarter":
    // without a year, the last one that has begun.
    private TimeDraft Quarter(TimeContext context, int start)
    {
        var at = context.Is(start, "the") ? start + 1 : start;
        var year = DateMatcher.YearOf(context.Form(at));
        if (year > 0)
            at++;
        else if (OwnYear(context, at) is (> 0 and var own, var behind))
            (year, at) = (own, behind);
        var row = _quarters.Find(context.Form(at));
        if (row < 0)
            return default;
        at += context.Form(at + 1) is "-" ? 2 : 1;
        if (!context.Is(at, "quarter"))
            return default;
        var number = int.Parse(_quarters.Cell(row, 1), NumberStyles.None, CultureInfo.InvariantCulture);
        var end = at + 1;
        var yearAt = context.Is(end, "of") || context.Is(end, "in") ? end + 1 : end;
        if (year == 0 && DateMatcher.YearOf(context.Form(yearAt)) is > 0 and var told)
            (year, end) = (told, yearAt + 1);
        if (year == 0 && context.Article is { } article)
            year = (article.Month + 2) / 3 >= number ? article.Year : article.Year - 1;
        return year > 0
            ? new TimeDraft(new WordRange(start, end), "DATE", string.Create(CultureInfo.InvariantCulture, $"{year:0000}-Q{number}"), true)
            : new TimeDraft(new WordRange(start, end), "DATE", $"XXXX-Q{number}", false);
    }

    // "last year's", "this year's"; 0 where no year owns what follows.
    private (int Year, int End) OwnYear(TimeContext context, int at) =>
        words.Shift(context.Form(at)) is { FromStory: false } shift
        && context.Is(at + 1, "year")
        && context.Form(at + 2) is "'s" or "’s"
        && context.Article is { } article
            ? (article.Year + shift.Steps, at + 3)
            : (0, at);

    // "the year-earlier quarter", "year-ago period"
    private static TimeDraft YearAgo(TimeContext context, int start)
    {
        var at = context.Is(start, "the") ? start + 1 : start;
        if (context.Is(at, "year-ago") || context.Is(at, "year-earlier"))
            at++;
        else if (context.Is(at, "year") && context.Form(at + 1) is "-" && (context.Is(at + 2, "ago") || context.Is(at + 2, "earlier")))
            at += 3;
        else
            return default;
        var end = context.Is(at, "quarter") || context.Is(at, "period") ? at + 1 : at;
        if (end == at && context.Is(start, "the"))
            start++;
        var value =
            context.Told.Quarter is { } quarter ? YearBefore(quarter)
            : context.Article is { } article ? Calendar.Year(article.Year - 1)
            : null;
        return new TimeDraft(new WordRange(start, end), "DATE", value ?? "PAST_REF", value is not null);
    }

    // "the latest quarter", "the latest period", "the latest fiscal year": the last one that is over; "the 1988 quarter": that reported on, in that year.
    private static TimeDraft Latest(TimeContext context, int start)
    {
        var at = context.Is(start, "the") ? start + 1 : start;
        var year = DateMatcher.YearOf(context.Form(at));
        if (year == 0 && !context.Is(at, "latest"))
            return default;
        at++;
        if (context.Is(at, "fiscal"))
            at++;
        var isQuarter = context.Is(at, "quarter");
        var range = new WordRange(start, at + 1);
        if (isQuarter || context.Is(at, "period") && context.Told.Quarter is not null)
        {
            var told = context.Told.Quarter;
            if (year > 0)
                return new TimeDraft(range, "DATE", $"{Calendar.Year(year)}-Q{(told is null ? 'X' : told[^1])}", told is not null);
            return (told ?? (context.Article is { } day ? Calendar.Shifted(day, "Q", false, -1) : null)) is { } quarter
                ? new TimeDraft(range, "DATE", quarter, true)
                : default;
        }
        return year == 0 && context.Is(at, "year") && context.Article is { } article
            ? new TimeDraft(range, "DATE", Calendar.Year(article.Year - 1), true)
            : default;
    }

    // "by year-end", "at the year's end"
    private static TimeDraft YearEnd(TimeContext context, int start)
    {
        var at = context.Is(start, "the") ? start + 1 : start;
        var end =
            context.Is(at, "year-end") ? at + 1
            : !context.Is(at, "year") ? 0
            : context.Is(at + 1, "end") ? at + 2
            : context.Form(at + 1) is "-" or "'s" or "’s" && context.Is(at + 2, "end") ? at + 3
            : 0;
        if (end == 0 || context.Article is not { } article || context.Parsed[end - 1].Relation.Is(Relation.Compound))
            return default;
        return new TimeDraft(new WordRange(start, end), "DATE", Calendar.Year(article.Year), true);
    }

    // "the 11th century"
    private static TimeDraft Century(TimeContext context, int start)
    {
        var at = context.Is(start, "the") ? start + 1 : start;
        var form = context.Form(at);
        return
            form.Length > 2
            && form[^2..] is "st" or "nd" or "rd" or "th"
            && int.TryParse(form[..^2], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number is > 0 and <= 22
            && context.Is(at + 1, "century")
            ? new TimeDraft(new WordRange(start, at + 2), "DATE", string.Create(CultureInfo.InvariantCulture, $"{number - 1:00}"), true)
            : default;
    }
}
