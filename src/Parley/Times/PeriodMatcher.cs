using Parley.Lexicons;
using Parley.Syntax;
using Parley.Text;

namespace Parley.Times;

/// <summary>Matches lengths of time and units shifted from a day: "eight years", "two weeks ago", "last month", "the past 24 hours", "every two days", "weeks".</summary>
internal sealed class PeriodMatcher(TimeWords words, NumberReader numbers, Tense tense)
{
    private const int LargestShift = 3000;
    private readonly Lexicon _bounds = LexiconSet.Get("lexicons/bounds");
    private readonly Lexicon _edges = LexiconSet.Get("lexicons/time-edges");

    /// <summary>The period that begins at a word; nothing where none does.</summary>
    public TimeDraft Match(TimeContext context, int start)
    {
        var at = start;
        var isSet = context.Is(at, "every") || context.Is(at, "each");
        if (isSet)
            at++;
        else if (PhraseMatch.Longest(_bounds, context.Text, at, context.Sentence.End) is (var bound, >= 0))
            at = bound.End;
        if (at > start && !isSet && (context.Is(at, "several") || context.Is(at, "many")) && context.Is(start, "over"))
            return default;
        // "over the last five days": the word is no bound but a preposition.
        if (at > start && !isSet && (context.Is(at, "the") || context.Is(at, "these") || context.Is(at, "those")))
            return default;
        var bounded = at > start && !isSet;
        if (!isSet && !bounded && context.Is(at, "that") && words.Unit(context.Form(at + 1)) is { Plural: false })
            at++;
        var determined = !isSet && (context.Is(at, "the") || context.Is(at, "these") || context.Is(at, "those"));
        if (determined)
            at++;
        var shift = words.Shift(context.Form(at));
        if (shift is not null)
            at++;
        if (context.Is(at, "full") || context.Is(at, "whole") || context.Is(at, "first") && determined)
            at++;
        var numberStart = at;
        var (count, counted, afterNumber) = Number(context, at);
        at = afterNumber;
        if (context.Form(at) is "-" && counted)
        {
            at++;
            // "the one-day meeting": the article is the meeting's.
            if (!bounded)
                start = numberStart;
        }
        // "the last couple of bloody weeks" is rare, "two full days", "three more months" are not.
        if (counted && (context.Is(at, "more") || context.Is(at, "full") || context.Is(at, "straight") || context.Is(at, "consecutive")))
            at++;
        if (SeasonShift(context, start, at, shift) is { Exists: true } season)
            return season;
        if (words.Unit(context.Form(at)) is not { } unit || !context.Sentence.Contains(at))
            return default;
        var end = at + 1;
        if (isSet)
            return new TimeDraft(new WordRange(start, end), "SET", unit.Length(counted ? count : 1), true);
        // "on ABC's “This Week”"
        if (char.IsUpper(context.Form(at)[0]) && char.IsUpper(context.Form(start)[0]) && context.Form(start - 1) is "\"" or "“" or "``")
            return default;
        if (counted)
            return Counted(context, start, end, count, unit, shift, determined || bounded);
        if (shift is { } moved)
            return Shifted(context, start, end, unit, moved);
        if (determined && !unit.Plural)
            return Definite(context, start, at, unit);
        if (context.Is(start, "that") && at == start + 1 && !unit.Plural && context.Parsed[start].Upos is Upos.Det)
            return That(context, start, end, unit);
        return Bare(context, start, end, unit, bounded);
    }

    // "15", "two", "a", "several", "a few", "a couple of"; no count where the number is not told.
    private (decimal? Count, bool Counted, int End) Number(TimeContext context, int at)
    {
        // "the 1988 quarter"
        if (DateMatcher.YearOf(context.Form(at)) > 0 && words.Unit(context.Form(at + 1)) is { Plural: false })
            return (null, false, at);
        if (numbers.Read(context.Text, at, context.Sentence.End) is { Exists: true } number)
            return (
                number.IsVague ? null : number.Value + Half(context, number.Words.End),
                true,
                OfSkipped(context, Behind(context, number))
            );
        var next = context.Is(at, "a") || context.Is(at, "the") ? at + 1 : at;
        if (context.Is(next, "couple"))
            return (2, true, OfSkipped(context, next + 1));
        if (context.Is(next, "few") || (next == at && (context.Is(at, "several") || context.Is(at, "many") || context.Is(at, "some"))))
            return (null, words.Unit(context.Form(next + 1)) is { Plural: true }, next + 1);
        if (context.Is(at, "a") || context.Is(at, "an"))
            return (1, words.Unit(context.Form(at + 1)) is { Plural: false }, at + 1);
        return (null, false, at);
    }

    // "2 1/2 years"
    private static decimal Half(TimeContext context, int at) => BehindHalf(context, at) > at ? 0.5m : 0;

    // The word behind "1/2", which may be one token or three; the word itself where there is none.
    private static int BehindHalf(TimeContext context, int at) =>
        context.Form(at) is "1/2" or "½" ? at + 1
        : context.Form(at) is "1" && context.Form(at + 1) is "/" && context.Form(at + 2) is "2" ? at + 3
        : at;

    // The word behind a number and the rest of it: "2 1/2", "two to three", "six or seven".
    private int Behind(TimeContext context, NumberPhrase number)
    {
        var end = number.Words.End;
        if (BehindHalf(context, end) is var behind && behind > end)
            return behind;
        return
            (context.Is(end, "to") || context.Is(end, "or"))
            && context.Sentence.Contains(end + 1)
            && numbers.Read(context.Text, end + 1, context.Sentence.End) is { Exists: true, IsVague: false } high
            && words.Unit(context.Form(high.Words.End)) is not null
            ? high.Words.End
            : end;
    }

    private static int OfSkipped(TimeContext context, int at) => context.Is(at, "of") ? at + 1 : at;

    private TimeDraft Counted(TimeContext context, int start, int end, decimal? count, TimeUnit unit, TimeShift? shift, bool determined)
    {
        // "38-year-old", "12 years old": an age.
        if (context.Is(end, "old") || (context.Form(end) is "-" && context.Is(end + 1, "old")))
            return default;
        // "three-quarters of the food": a share.
        if (unit.Code is "Q" && count is 1 or 3 && context.Is(end, "of") && DateMatcher.YearOf(context.Form(end + 1)) == 0)
            return default;
        if (count == 1 && unit.Code is "D" && OneDay(context, start, end) is { Exists: true } someDay)
            return someDay;
        // "a year or two", "a week or so ago"
        var isRough = context.Is(end, "or") && (context.Is(end + 1, "two") || context.Is(end + 1, "so"));
        if (isRough)
            end += 2;
        if (context.Form(end) is "-" && context.Is(end + 1, "long"))
            end += 2;
        else if (context.Is(end, "ago") || context.Is(end, "earlier") || context.Is(end, "later"))
            return Away(context, start, end + 1, count, unit);
        else if (context.Form(end) is "'" or "’")
            end++;
        // "a day of mourning", "$5 a day"
        if (context.Is(end - 2, "a") || context.Is(end - 2, "an"))
            if (
                !determined
                && shift is null
                && !isRough
                && !IsLength(context, start)
                && !(context.Is(end, "after") || context.Is(end, "before"))
            )
                return default;
        return new TimeDraft(new WordRange(start, end), "DURATION", unit.Length(count), true);
    }

    // "will one day be told", "one day he left": a day that is not told.
    private TimeDraft OneDay(TimeContext context, int start, int end)
    {
        var day = context.Parsed[end - 1];
        if (!context.Is(start, "one") || !day.Relation.Is(Relation.OblUnmarked) || !day.Head.Exists || day.Head.Index < day.Index)
            return default;
        return tense.SideOf(context, start, end - 1) switch
        {
            TimeSide.Ahead => new TimeDraft(new WordRange(start, end), "DATE", "FUTURE_REF", false),
            TimeSide.Past => new TimeDraft(new WordRange(start, end), "DATE", "PAST_REF", false),
            _ => default,
        };
    }

    private static bool IsLength(TimeContext context, int start) =>
        context.Form(start - 1)
            is "for"
                or "For"
                or "in"
                or "In"
                or "within"
                or "Within"
                or "over"
                or "Over"
                or "after"
                or "After"
                or "than"
                or "lasted"
                or "lasts"
                or "last"
                or "another"
                or "during"
                or "least"
                or "about"
                or "almost"
                or "nearly";

    // "two weeks ago" counts from the article, "two days later" from the last day told.
    private static TimeDraft Away(TimeContext context, int start, int end, decimal? count, TimeUnit unit)
    {
        var range = new WordRange(start, end);
        var past = !context.Is(end - 1, "later");
        var from =
            context.Is(end - 1, "ago") ? context.Article
            : unit.Code is "Y" or "DE" or "CE" ? context.Told.Year
            : context.Told.Story;
        // "A year ago" beside a quarter is that quarter of the year before.
        if (count == 1 && unit.Code is "Y" && past && context.Told.Quarter is { } quarter)
            return new TimeDraft(range, "DATE", YearPartMatcher.YearBefore(quarter), true);
        if (count is { } steps && steps < LargestShift && from is { } day && steps == decimal.Truncate(steps))
            if (Calendar.Shifted(day, unit.Code, unit.Clock, (int)steps * unit.Factor * (past ? -1 : 1)) is { } value)
                return new TimeDraft(range, "DATE", value, true);
        return new TimeDraft(range, "DATE", past ? "PAST_REF" : "FUTURE_REF", false);
    }

    // "weeks or months", "weeks and months": one length, of the first unit.
    private int Rough(TimeContext context, int end) =>
        (context.Is(end, "and") || context.Is(end, "or")) && words.Unit(context.Form(end + 1)) is { Plural: true } ? end + 2 : end;

    private TimeDraft Shifted(TimeContext context, int start, int end, TimeUnit unit, TimeShift shift)
    {
        var range = new WordRange(start, end);
        if (unit.Plural || shift.IsPeriod || unit.Clock)
            return new TimeDraft(
                range with
                {
                    End = unit.Plural ? Rough(context, end) : end,
                },
                "DURATION",
                unit.Plural ? unit.Length(null) : unit.Length(1),
                true
            );
        var from = shift.FromStory ? context.Told.Story : context.Article;
        if (from is { } day && Calendar.Shifted(day, unit.Code, unit.Clock, shift.Steps * unit.Factor) is { } value)
            return new TimeDraft(range, "DATE", value, true);
        return new TimeDraft(
            range,
            "DATE",
            shift.Steps < 0 ? "PAST_REF"
                : shift.Steps > 0 ? "FUTURE_REF"
                : "PRESENT_REF",
            false
        );
    }

    // "in the quarter", "for the year", "by the end of the month": the one that is spoken of.
    private TimeDraft Definite(TimeContext context, int start, int at, TimeUnit unit)
    {
        var isWhole = at - start is 1 or 2 && !context.Is(start + 1, "first");
        var isIn = IsPreposition(context.Form(start - 1)) || context.Is(start - 1, "of") && _edges.Contains(context.Form(start - 2));
        if (!isWhole || unit.Code is not ("Y" or "Q" or "W" or "M") || unit.Clock || !isIn)
            return default;
        var next = at + 1;
        if (
            context.Is(next, "of")
            || context.Is(next, "when")
            || context.Is(next, "that")
            || context.Is(next, "after")
            || context.Is(next, "before")
        )
            return default;
        // "for the quarter a year ago"
        if (
            unit.Code is "Q"
            && context.Is(next, "a")
            && context.Is(next + 1, "year")
            && (context.Is(next + 2, "ago") || context.Is(next + 2, "earlier"))
        )
            return context.Told.Quarter is { } told
                ? new TimeDraft(new WordRange(start, next + 3), "DATE", YearPartMatcher.YearBefore(told), true)
                : default;
        var value = unit.Code is "Q" ? context.Told.Quarter : null;
        if (value is null && context.Article is { } day)
            value = Calendar.Shifted(day, unit.Code, false, unit.Code is "Q" ? -1 : 0);
        return new TimeDraft(new WordRange(start, next), "DATE", value ?? "PRESENT_REF", value is not null);
    }

    // "that year": the one last told.
    private static TimeDraft That(TimeContext context, int start, int end, TimeUnit unit)
    {
        var from = unit.Code is "Y" ? context.Told.Year : context.Told.Story;
        return unit.Code is "Y" or "M" or "W" && !unit.Clock && from is { } day && Calendar.Shifted(day, unit.Code, false, 0) is { } value
            ? new TimeDraft(new WordRange(start, end), "DATE", value, true)
            : default;
    }

    private static bool IsPreposition(ReadOnlySpan<char> form) =>
        form is "in" or "In" or "for" or "For" or "during" or "During" or "throughout" or "through" or "over" or "Over" or "later";

    // "for weeks", "months of fighting", "decades".
    private TimeDraft Bare(TimeContext context, int start, int end, TimeUnit unit, bool bounded)
    {
        if (!unit.Plural || (bounded && end - start > 3) || (unit.Code is "Q" && end - start == 1))
            return default;
        // "on days when prices fall"
        if (end - start == 1 && (context.Is(start - 1, "on") || context.Is(start - 1, "such")))
            return default;
        end = Rough(context, end);
        if (context.Is(end, "old") || (unit.Code is "Q" && context.Is(end, "of")))
            return default;
        // "in the weeks before the vote": the length has no article.
        if (
            end - start == 2
            && context.Is(start, "the")
            && (context.Is(end, "before") || context.Is(end, "after") || context.Is(end, "that"))
        )
            start++;
        if (context.Is(end, "ahead") && context.Is(start, "the"))
            end++;
        if (context.Is(end, "later") || context.Is(end, "earlier") || context.Is(end, "ago"))
            return Away(context, start, end + 1, null, unit);
        return context.Parsed[end - 1].Relation.Is(Relation.Compound) || (unit.Code is "S" && unit.Clock)
            ? default
            : new TimeDraft(new WordRange(start, end), "DURATION", unit.Length(null), true);
    }

    // "last summer", "this winter"
    private TimeDraft SeasonShift(TimeContext context, int start, int at, TimeShift? shift)
    {
        if (shift is not { } moved || words.Season(context.Form(at)) is not { } season)
            return default;
        var range = new WordRange(start, at + 1);
        var from = moved.FromStory ? context.Told.Story : context.Article;
        if (from is not { } day)
            return new TimeDraft(range, "DATE", "XXXX-" + season, false);
        // "Last summer" is this year's once it is over: in the autumn and winter.
        var over = season switch
        {
            "SP" => 6,
            "SU" => 9,
            "FA" => 12,
            _ => 13,
        };
        var year = moved.Steps < 0 && day.Month >= over ? day.Year : day.Year + moved.Steps;
        return new TimeDraft(range, "DATE", $"{Calendar.Year(year)}-{season}", true);
    }
}
