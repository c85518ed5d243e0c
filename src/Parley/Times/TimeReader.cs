using System.Collections.Immutable;
using Parley.Lexicons;
using Parley.Records;
using Parley.Syntax;
using Parley.Text;

namespace Parley.Times;

/// <summary>Stage 4. In: syntax, and the article's date. Out: expressions of time with TimeML values; weekdays stay open without a date.</summary>
/// <remarks>
/// The date is that of publication, or a complete date of the dateline where that is unknown. The longest expression at a place wins.
/// Words are in <c>lexicons/time-*.tsv</c>, <c>months</c>, <c>weekdays</c>, <c>day-parts</c>, <c>seasons</c>, <c>quarters</c>, shifts and future words in <c>rules/</c>; the examples are in <c>specs/times.md</c>.
/// Extents are those of TimeML: without a preposition before, with "late", "ago", "last". Ages are no times.
/// </remarks>
public sealed class TimeReader
{
    // Letters of "2022-03-29".
    private const int DayLength = 10;
    private const string WeekOf = "W";
    private readonly PhraseMatcher _phrases;
    private readonly DateMatcher _dates;
    private readonly DayMatcher _days;
    private readonly PeriodMatcher _periods;
    private readonly YearPartMatcher _yearParts;
    private readonly ClockMatcher _clock = new();
    private readonly Lexicon _qualifiers = LexiconSet.Get("lexicons/time-qualifiers");
    private readonly int _part;

    /// <summary>Opens the lexicons.</summary>
    public TimeReader()
    {
        var words = new TimeWords();
        var tense = new Tense();
        _dates = new DateMatcher(words, new YearFinder(tense));
        _days = new DayMatcher(words, tense, _dates);
        _yearParts = new YearPartMatcher(words);
        _periods = new PeriodMatcher(words, new NumberReader(), tense);
        _phrases = new PhraseMatcher(tense);
        _part = _qualifiers.Column("part");
    }

    /// <summary>Reads the times of a text; the date is that of its article.</summary>
    public TimeTable Read(ParsedText parsed)
    {
        var article = parsed.Tokens.Article;
        var day = Calendar.Parse(article.Published) ?? Calendar.Parse(article.Dateline?.Date);
        var drafts = new List<TimeDraft>();
        var told = new ToldTimes(day, day, null, null);
        foreach (var sentence in parsed.Sentences)
        {
            told = told with { Here = null };
            var isHeading = IsHeading(parsed, sentence);
            for (var at = sentence.Start; at < sentence.End; )
            {
                if (!MayBegin(parsed, at))
                {
                    at++;
                    continue;
                }
                var context = new TimeContext(parsed, sentence, day, told) { IsHeading = isHeading };
                var draft = OfDay(context, Qualified(context, at));
                if (!draft.Exists)
                {
                    at++;
                    continue;
                }
                drafts.Add(draft);
                at = draft.Words.End;
                told = After(told, draft, day);
            }
        }
        return new TimeTable(parsed, [.. drafts.Select((draft, i) => Record(parsed, draft, i))], [.. drafts.Select(draft => draft.Words)]);
    }

    /// <summary>False for words that begin no expression of time, by their part of speech: every second word.</summary>
    private static bool MayBegin(ParsedText parsed, int word) =>
        parsed.UposTags[word] switch
        {
            Upos.Punct or Upos.Aux or Upos.Cconj or Upos.Part or Upos.Sconj => false,
            Upos.Pron => parsed.Tokens.Form(word)[0] is 't' or 'T',
            Upos.Verb => parsed[word].Xpos is "VBG" or "VBN",
            _ => FirstWords.Has(parsed.Tokens.Form(word)),
        };

    private static bool IsHeading(ParsedText parsed, WordRange sentence)
    {
        foreach (var block in parsed.Tokens.Blocks)
            if (block.Words.Contains(sentence.Start))
                return block.Kind is BlockKind.Heading;
        return false;
    }

    private static ToldTimes After(ToldTimes told, TimeDraft draft, DateOnly? article)
    {
        if (draft.Type is not ("DATE" or "TIME"))
            return told;
        if (Calendar.Parse(draft.Value) is { } day)
            told = told with { Story = day, Here = day };
        if (draft.Value.Length >= 4 && DateMatcher.YearOf(draft.Value.AsSpan(0, 4)) is > 0 and var year)
            told = told with { Year = new DateOnly(year, 1, 1) };
        return draft is { Resolved: true, Value: { Length: 7 } value } && value[5] is 'Q' && IsLatest(value, told.Quarter, article)
            ? told with
            {
                Quarter = value,
            }
            : told;
    }

    // The quarter that is reported on: the last one told, but none that is not over.
    private static bool IsLatest(string quarter, string? before, DateOnly? article) =>
        string.CompareOrdinal(quarter, before) >= 0
        && (article is not { } day || string.CompareOrdinal(quarter, Calendar.Shifted(day, "Q", false, -1)) <= 0);

    // "8 p.m. on Tuesday", "noon Saturday", "between 7 and 9 p.m. last night", "Friday at 6 a.m.": one expression.
    private TimeDraft OfDay(TimeContext context, TimeDraft first)
    {
        if (!first.Exists || first.Type is not ("DATE" or "TIME"))
            return first;
        var at = first.Words.End;
        if (HasClock(first))
        {
            if (context.Form(at) is "," || context.Is(at, "on"))
                at++;
            var day = Qualified(context, at);
            return day.Type is "DATE" or "TIME" && Calendar.Parse(day.Value) is not null && !HasClock(day)
                ? day with
                {
                    Words = new WordRange(first.Words.Start, day.Words.End),
                    Type = "TIME",
                    Value = day.Value[..DayLength] + first.Value[DayLength..],
                }
                : first;
        }
        if (Calendar.Parse(first.Value) is null || !(context.Is(at, "at") || context.Is(at, "around") || context.Is(at, "about")))
            return first;
        var clock = Longest(context, at + 1);
        return HasClock(clock)
            ? clock with
            {
                Words = new WordRange(first.Words.Start, clock.Words.End),
                Value = first.Value[..DayLength] + clock.Value[DayLength..],
                Resolved = true,
            }
            : first;
    }

    private static bool HasClock(TimeDraft draft) =>
        draft is { Type: "TIME", Value.Length: > DayLength + 1 }
        && draft.Value[DayLength] is 'T'
        && char.IsAsciiDigit(draft.Value[DayLength + 1]);

    // "late on Monday", "earlier this week", "the end of March"
    private TimeDraft Qualified(TimeContext context, int start)
    {
        var plain = Longest(context, start);
        var (qualifier, row) = PhraseMatch.Longest(_qualifiers, context.Text, start, context.Sentence.End);
        if (row < 0)
            return plain;
        var at = qualifier.End;
        if (context.Form(at) is "-" or "on" or "in")
            at++;
        var inner = Longest(context, at);
        if (!inner.Exists || inner.Type is "SET" or "DURATION" || inner.Words.End <= plain.Words.End)
            return plain;
        var part = _qualifiers.Text(row, _part);
        var joined = inner with { Words = new WordRange(start, inner.Words.End) };
        if (part is WeekOf)
            return Calendar.Parse(inner.Value) is { } within ? joined with { Type = "DATE", Value = Calendar.Week(within) } : plain;
        return part.Length > 0 && inner is { Type: "DATE", Value.Length: 10 }
            ? joined with
            {
                Type = "TIME",
                Value = inner.Value + "T" + part,
            }
            : joined;
    }

    private TimeDraft Longest(TimeContext context, int start)
    {
        if (!context.Sentence.Contains(start))
            return default;
        var best = _phrases.Match(context, start);
        Prefer(ref best, _dates.Match(context, start));
        Prefer(ref best, _days.Match(context, start));
        Prefer(ref best, _periods.Match(context, start));
        Prefer(ref best, _yearParts.Match(context, start));
        Prefer(ref best, _clock.Match(context, start));
        return best;
    }

    private static void Prefer(ref TimeDraft best, TimeDraft other)
    {
        if (other.Words.End > best.Words.End || (other.Exists && !best.Exists))
            best = other;
    }

    private static Time Record(ParsedText parsed, TimeDraft draft, int index)
    {
        var span = parsed.SpanOf(draft.Words);
        return new Time
        {
            Id = $"t{index + 1}",
            Text = span.Of(parsed.Text).ToString(),
            Type = draft.Type,
            Value = draft.Value,
            Resolved = draft.Resolved,
            Span = span,
            Evidence = [span],
        };
    }
}
