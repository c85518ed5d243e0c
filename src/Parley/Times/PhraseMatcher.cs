using System.Globalization;
using Parley.Lexicons;
using Parley.Text;

namespace Parley.Times;

/// <summary>Matches expressions that mean one thing ("yesterday", "now", "daily"), from <c>lexicons/time-phrases.tsv</c>.</summary>
internal sealed class PhraseMatcher
{
    private readonly Lexicon _phrases = LexiconSet.Get("lexicons/time-phrases");
    private readonly int _type;
    private readonly int _value;

    private readonly Tense _tense;

    public PhraseMatcher(Tense tense)
    {
        _tense = tense;
        _type = _phrases.Column("type");
        _value = _phrases.Column("value");
    }

    /// <summary>The expression that begins at a word; nothing where none does.</summary>
    public TimeDraft Match(TimeContext context, int start)
    {
        var (range, row) = PhraseMatch.Longest(_phrases, context.Text, start, context.Sentence.End);
        // "VOA Today", "High Noon"
        if (row < 0 || (char.IsUpper(context.Form(start)[0]) && context.IsInName(start)))
            return default;
        var type = _phrases.Text(row, _type);
        var value = _phrases.Text(row, _value);
        // "soon after the raid", "was soon released": soon after something else, not after the article.
        if (
            value is "FUTURE_REF"
            && range.Length == 1
            && (
                context.Is(range.End, "after")
                || context.Is(range.End, "afterwards")
                || _tense.SideOf(context, start, start) is TimeSide.Past
            )
        )
            return default;
        if (value is not ['D', '+' or '-', ..])
            return new TimeDraft(range, type, value, true);
        var rest = value[3..];
        if (context.Article is not { } article)
            return new TimeDraft(range, type, type is "TIME" ? "XXXX-XX-XX" + rest : Open(value), false);
        var days = int.Parse(value.AsSpan(1, 2), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        // "They will hold their fire overnight": the night to come.
        if (days < 0 && range.Length == 1 && type is "TIME" && _tense.SideOf(context, start, start) is TimeSide.Ahead)
            days = 0;
        return new TimeDraft(range, type, Calendar.Day(article.AddDays(days)) + rest, true);
    }

    // "Yesterday" of an unknown day.
    private static string Open(string value) =>
        value[1] is '-' ? "PAST_REF"
        : value[2] is '0' ? "PRESENT_REF"
        : "FUTURE_REF";
}
