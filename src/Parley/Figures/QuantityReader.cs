using Parley.Lexicons;
using Parley.Records;
using Parley.Text;

namespace Parley.Figures;

/// <summary>Reads numbers with their bounds, ranges and currencies from the words alone.</summary>
/// <remarks>Bounds are in <c>lexicons/bounds.tsv</c>, money in <c>lexicons/currencies.tsv</c>.</remarks>
internal sealed class QuantityReader
{
    private const int LongestBound = 5;
    private readonly NumberReader _numbers = new();
    private readonly Lexicon _bounds = LexiconSet.Get("lexicons/bounds");
    private readonly Lexicon _currencies = LexiconSet.Get("lexicons/currencies");
    private readonly int _bound;
    private readonly int _side;
    private readonly int _code;
    private readonly int _form;

    public QuantityReader()
    {
        _bound = _bounds.Column("bound");
        _side = _bounds.Column("side");
        _code = _currencies.Column("code");
        _form = _currencies.Column("kind");
    }

    /// <summary>The quantity whose number begins at <paramref name="start"/>, within <paramref name="sentence"/>; null where none does.</summary>
    public Quantity? Read(TokenizedText text, int start, WordRange sentence)
    {
        var low = _numbers.Read(text, start, sentence.End);
        if (!low.Exists && TryJoined(text, start) is { Exists: true } joined)
            low = joined;
        if (!low.Exists)
            return null;
        var first = low.Words.Start;
        var currency = SymbolBefore(text, ref first, sentence.Start);
        var (high, end) = ReadHigh(text, low, sentence.End);
        var value = low.Value;
        if (high <= value)
            (high, end) = (null, low.Words.End);
        else if (high is { } upper && value < 1000)
            value = Scaled(value, upper) ?? value;
        currency ??= CurrencyBehind(text, ref end, sentence.End);
        var number = new WordRange(low.Words.Start, end);
        var bound = low.IsVague ? FigureBound.AtLeast : FigureBound.Exact;
        if (high is not null && first > sentence.Start && text.Form(first - 1).Equals("between", StringComparison.OrdinalIgnoreCase))
            first--;
        else if (BoundBefore(text, first, sentence.Start) is (var from, { } before))
            (first, bound) = (from, before);
        if (BoundBehind(text, end, sentence.End) is (var to, { } behind) && bound is FigureBound.Exact)
            (end, bound) = (to, behind);
        return new Quantity(new WordRange(first, end), number, value, high, bound, currency);
    }

    // The second number of "eight to 10", "20-30", "between 20 and 30".
    private (decimal? High, int End) ReadHigh(TokenizedText text, NumberPhrase low, int limit)
    {
        var at = low.Words.End;
        if (at >= limit || low.IsVague)
            return (null, at);
        var link = text.Form(at);
        var between = low.Words.Start > 0 && text.Form(low.Words.Start - 1).Equals("between", StringComparison.OrdinalIgnoreCase);
        // "eight to10": the blank is missing.
        if (link.Length > 2 && link.StartsWith("to") && _numbers.TryDigits(link[2..], out var glued))
            return (glued, at + 1);
        if (!(link is "to" or "-" or "–" or "or" || (between && link is "and")))
            return (null, at);
        var high = _numbers.Read(text, at + 1, limit);
        if (!high.Exists || high.IsVague || (link is "or" && high.Value != low.Value + 1))
            return (null, at);
        return (high.Value, high.Words.End);
    }

    // "£5m" kept as one word.
    private NumberPhrase TryJoined(TokenizedText text, int word)
    {
        var form = text.Form(word);
        return form.Length > 1 && _currencies.Find(form[..1]) >= 0 && _numbers.TryDigits(form[1..], out var value)
            ? new NumberPhrase(new WordRange(word, word + 1), value, false)
            : default;
    }

    // "two to three million" gives the magnitude once.
    private static decimal? Scaled(decimal low, decimal high)
    {
        foreach (var magnitude in (ReadOnlySpan<decimal>)[1000m, 1_000_000m, 1_000_000_000m])
            if (high >= magnitude && high % (magnitude / 10) == 0 && low * magnitude < high && low * magnitude * 100 > high)
                return low * magnitude;
        return null;
    }

    private string? SymbolBefore(TokenizedText text, ref int first, int start)
    {
        var sign = text.Form(first)[..1];
        if (!char.IsLetterOrDigit(sign[0]) && _currencies.Find(sign) is >= 0 and var own)
            return _currencies.Text(own, _code);
        if (
            first <= start
            || _currencies.Find(text.Form(first - 1)) is not (>= 0 and var row)
            || _currencies.Cell(row, _form) is not "symbol"
        )
            return null;
        first--;
        return _currencies.Text(row, _code);
    }

    private string? CurrencyBehind(TokenizedText text, ref int end, int limit)
    {
        var (words, row) = PhraseMatch.Longest(_currencies, text, end, limit);
        if (row < 0 && end < limit && text.Form(end) is [.. var stem, 's'])
            (words, row) = (new WordRange(end, end + 1), _currencies.Find(stem));
        if (row < 0)
            return null;
        end = words.End;
        return _currencies.Text(row, _code);
    }

    private (int Start, FigureBound? Bound) BoundBefore(TokenizedText text, int first, int start)
    {
        for (var from = Math.Max(start, first - LongestBound); from < first; from++)
            if (PhraseMatch.Longest(_bounds, text, from, first) is (var words, >= 0 and var row) && words.End == first)
                if (Side(row, "before") is { } bound)
                    return (from, bound);
        return (first, null);
    }

    private (int End, FigureBound? Bound) BoundBehind(TokenizedText text, int end, int limit) =>
        PhraseMatch.Longest(_bounds, text, end, limit) is (var words, >= 0 and var row) && Side(row, "after") is { } bound
            ? (words.End, bound)
            : (end, null);

    private FigureBound? Side(int row, string side)
    {
        for (; row >= 0; row = _bounds.Next(row))
            if (_bounds.Cell(row, _side).SequenceEqual(side))
                return Bound(_bounds.Cell(row, _bound));
        return null;
    }

    private static FigureBound Bound(ReadOnlySpan<char> name) =>
        name switch
        {
            "at-least" => FigureBound.AtLeast,
            "at-most" => FigureBound.AtMost,
            "more-than" => FigureBound.MoreThan,
            "less-than" => FigureBound.LessThan,
            "about" => FigureBound.About,
            "almost" => FigureBound.Almost,
            _ => FigureBound.Exact,
        };
}
