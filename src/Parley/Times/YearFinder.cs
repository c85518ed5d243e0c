using Parley.Text;

namespace Parley.Times;

/// <summary>Finds the year of a month or day that is told without one: the side that the words around it want, else the nearest.</summary>
internal sealed class YearFinder(Tense tense)
{
    // A page may be dated a day before what it tells, by another clock.
    private const int OtherClock = 1;

    // A month of which nothing is said lies in the past, or is the one that follows within so many days.
    private const int DaysAhead = 75;

    // A term that ran out just before the article is told as one still open.
    private const int JustOver = 3;

    private readonly NumberReader _numbers = new();

    /// <summary>The year of a day; of a month where the day is 0. 0 where the article's date is not known.</summary>
    /// <param name="context">The sentence.</param>
    /// <param name="start">First word of the expression.</param>
    /// <param name="word">Its head, the month.</param>
    /// <param name="month">1 to 12.</param>
    /// <param name="day">Day of the month; 0 for the month as a whole.</param>
    public int Find(TimeContext context, int start, int word, int month, int day)
    {
        if (context.Article is not { } article)
            return 0;
        var first = On(article.Year, month, Math.Max(day, 1));
        var last = On(article.Year, month, day == 0 ? 31 : day);
        return tense.SideOf(context, start, word) switch
        {
            TimeSide.Ahead => last < article.AddDays(-JustOver) ? article.Year + 1 : article.Year,
            TimeSide.Past => first > article.AddDays(OtherClock) ? article.Year - 1 : article.Year,
            _ => day == 0 ? OfMonth(article, first) : Nearest(article, month, day),
        };
    }

    /// <summary>The year that words spell ("nineteen ninety-seven"), and the word behind it; 0 where they spell none.</summary>
    public (int Year, int End) Spelled(TimeContext context, int at)
    {
        const int Century = 1900;
        if (context.Is(at, "two") && context.Is(at + 1, "thousand") && context.Is(at - 1, "year"))
            return (2000, at + 2);
        if (!context.Is(at, "nineteen") || !context.Sentence.Contains(at + 1))
            return (0, at);
        var rest = _numbers.Read(context.Text, at + 1, context.Sentence.End);
        return rest is { Exists: true, IsVague: false, Value: >= 10 and < 100 } ? (Century + (int)rest.Value, rest.Words.End) : (0, at);
    }

    private static int OfMonth(DateOnly article, DateOnly first) =>
        first > article.AddDays(DaysAhead) && first.Month != article.Month ? article.Year - 1 : article.Year;

    private static int Nearest(DateOnly article, int month, int day)
    {
        var (best, distance) = (article.Year, int.MaxValue);
        for (var year = article.Year - 1; year <= article.Year + 1; year++)
            if (Math.Abs(On(year, month, day).DayNumber - article.DayNumber) is var days && days < distance)
                (best, distance) = (year, days);
        return best;
    }

    private static DateOnly On(int year, int month, int day) => new(year, month, Math.Min(day, DateTime.DaysInMonth(year, month)));
}
