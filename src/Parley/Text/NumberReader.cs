using System.Globalization;
using Parley.Lexicons;

namespace Parley.Text;

/// <summary>Reads cardinal numbers: "28,500", "4.5 million", "twenty-three", "half a million", "two dozen", "tens of thousands".</summary>
/// <remarks>The words are in <c>lexicons/numbers.tsv</c>. Ordinals, dates and model numbers are left to the caller.</remarks>
public sealed class NumberReader
{
    /// <summary>No number is written in more words; what goes on and on is read in parts.</summary>
    private const int MostWords = 32;

    private const decimal Largest = 1_000_000_000_000_000m;
    private static readonly Lexicon s_counted = LexiconSet.Get("lexicons/counted-nouns");
    private static readonly Lexicon s_money = LexiconSet.Get("lexicons/currencies");
    private readonly Lexicon _words = LexiconSet.Get("lexicons/numbers");
    private readonly int _kind;
    private readonly int _value;

    /// <summary>Opens the lexicon.</summary>
    public NumberReader()
    {
        _kind = _words.Column("kind");
        _value = _words.Column("value");
    }

    /// <summary>The longest number that begins at word <paramref name="start"/> and ends before <paramref name="limit"/>; one without words where none does.</summary>
    public NumberPhrase Read(TokenizedText text, int start, int limit)
    {
        if (start >= limit)
            return default;
        if (ReadVague(text, start, limit) is { Exists: true } vague)
            return vague;
        if (ReadHalf(text, start, limit) is { Exists: true } half)
            return half;
        if (ReadAndHalf(text, start, limit) is { Exists: true } more)
            return more;
        var at = start;
        var value = 0m;
        if (IsArticle(text, at) && at + 1 < limit && KindOf(text, at + 1) is "magnitude")
            (at, value) = (at + 1, 1m);
        else if (TryDigits(text.Form(at), out value))
            at = WithGroups(text, at, limit, ref value);
        else if ((value = SpelledBelowHundred(text, ref at, limit)) < 0)
            return default;
        return Glued(text, at, limit) is > 0 and var suffix
            ? new NumberPhrase(new WordRange(start, at + 1), Math.Min(value * suffix, Largest), false)
            : WithMagnitudes(text, start, at, limit, value);
    }

    // "9 300", "1 250 000": groups of three digits behind blanks.
    private static int WithGroups(TokenizedText text, int at, int limit, ref decimal value)
    {
        const int Group = 3;
        var first = text.Form(at);
        if (first.Length > Group || first.ContainsAnyExceptInRange('0', '9') || first[0] is '0')
            return at + 1;
        var next = at + 1;
        for (; next < limit && text.Words[next - 1].SpaceAfter; next++)
        {
            var form = text.Form(next);
            if (form.Length != Group || form.ContainsAnyExceptInRange('0', '9') || value * 1000 > Largest)
                break;
            value = (value * 1000) + decimal.Parse(form, NumberStyles.None, CultureInfo.InvariantCulture);
        }
        return next;
    }

    // "20m tonnes", "3.5bn dollars": the letter right behind digits counts where a counted noun or money follows.
    private decimal Glued(TokenizedText text, int at, int limit)
    {
        if (at == 0 || at + 1 >= limit || text.Words[at - 1].SpaceAfter || KindOf(text, at) is not "suffix")
            return 0;
        var next = text.Form(at + 1);
        var isCounted =
            s_counted.Contains(next)
            || s_money.Contains(next)
            || (next.Length > 1 && next[^1] is 's' && (s_counted.Contains(next[..^1]) || s_money.Contains(next[..^1])));
        return isCounted ? ValueOf(text, at) : 0;
    }

    /// <summary>Digits with group commas, a decimal point and a suffix ("3.5bn"); false for anything else ("2nd", "7am", "1,2").</summary>
    public bool TryDigits(ReadOnlySpan<char> form, out decimal value)
    {
        value = 0;
        var end = 0;
        while (end < form.Length && (char.IsAsciiDigit(form[end]) || form[end] is ',' or '.'))
            end++;
        if (end == 0 || !char.IsAsciiDigit(form[0]) || !char.IsAsciiDigit(form[end - 1]) || end > 20 || !IsGrouped(form[..end]))
            return false;
        if (
            !decimal.TryParse(
                form[..end],
                NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands,
                CultureInfo.InvariantCulture,
                out value
            )
        )
            return false;
        if (end == form.Length)
            return true;
        var row = _words.Find(form[end..]);
        if (row < 0 || _words.Cell(row, _kind) is not ("suffix" or "magnitude"))
            return false;
        value = Math.Min(value * ValueOf(row), Largest);
        return true;
    }

    private static bool IsGrouped(ReadOnlySpan<char> digits)
    {
        var comma = digits.IndexOf(',');
        var point = digits.IndexOf('.');
        if (point >= 0 && (digits[(point + 1)..].IndexOfAny(',', '.') >= 0))
            return false;
        if (comma < 0)
            return true;
        var whole = point < 0 ? digits : digits[..point];
        if (comma is 0 or > 3)
            return false;
        // Groups of three, or of two before the last as in India ("1,80,000").
        for (var at = comma; at < whole.Length; )
        {
            var next = whole[(at + 1)..].IndexOf(',');
            var group = next < 0 ? whole.Length - at - 1 : next;
            if (group != 3 && (group != 2 || next < 0))
                return false;
            at += group + 1;
        }
        return true;
    }

    // "dozens", "tens of thousands", "several hundred", "a few thousand", "a couple of dozen".
    private NumberPhrase ReadVague(TokenizedText text, int start, int limit)
    {
        var at = IsArticle(text, start) ? start + 1 : start;
        if (at >= limit)
            return default;
        var kind = KindOf(text, at);
        if (kind is "some")
        {
            var next = SkipOf(text, at + 1, limit);
            if (next < limit && KindOf(text, next) is "magnitude")
                return new NumberPhrase(new WordRange(start, next + 1), ValueOf(text, at) * ValueOf(text, next), true);
            return default;
        }
        if (at != start || kind is not "vague")
            return default;
        var value = ValueOf(text, at);
        var end = at + 1;
        for (var next = end; next + 1 < limit && text.Form(next) is "of" && KindOf(text, next + 1) is "vague"; next = end)
        {
            value = Math.Min(value * (ValueOf(text, next + 1) / 2), Largest);
            end = next + 2;
        }
        // "Tens" alone counts nothing; "tens of people" is 20 or more.
        return new NumberPhrase(new WordRange(start, end), value, true);
    }

    // "half a million", "half a dozen", "half-million".
    private NumberPhrase ReadHalf(TokenizedText text, int start, int limit)
    {
        if (KindOf(text, start) is not "half")
            return default;
        var at = start + 1;
        if (at < limit && (IsArticle(text, at) || text.Form(at) is "-"))
            at++;
        return at < limit && KindOf(text, at) is "magnitude"
            ? new NumberPhrase(new WordRange(start, at + 1), ValueOf(text, at) / 2, false)
            : default;
    }

    // "one and a half million", "a million and a half".
    private NumberPhrase ReadAndHalf(TokenizedText text, int start, int limit)
    {
        if (start + 4 >= limit)
            return default;
        var one =
            IsArticle(text, start) ? 1
            : KindOf(text, start) is "unit" ? ValueOf(text, start)
            : 0;
        var halfFirst = text.Form(start + 1) is "and" && IsArticle(text, start + 2) && KindOf(text, start + 3) is "half";
        var magnitude = halfFirst ? start + 4 : start + 1;
        if (one == 0 || KindOf(text, magnitude) is not "magnitude")
            return default;
        var halfLast = text.Form(start + 2) is "and" && IsArticle(text, start + 3) && KindOf(text, start + 4) is "half";
        return halfFirst || halfLast
            ? new NumberPhrase(new WordRange(start, start + 5), (one + 0.5m) * ValueOf(text, magnitude), false)
            : default;
    }

    // "seven", "twenty-three"; -1 where nothing is spelled.
    private decimal SpelledBelowHundred(TokenizedText text, ref int at, int limit)
    {
        var form = text.Form(at);
        var hyphen = form.IndexOf('-');
        if (hyphen > 0)
        {
            var ten = _words.Find(form[..hyphen]);
            var unit = _words.Find(form[(hyphen + 1)..]);
            if (ten < 0 || unit < 0 || _words.Cell(ten, _kind) is not "ten" || _words.Cell(unit, _kind) is not "unit")
                return -1;
            at++;
            return ValueOf(ten) + ValueOf(unit);
        }
        var kind = KindOf(text, at);
        if (kind is not ("unit" or "teen" or "ten"))
            return -1;
        var value = ValueOf(text, at++);
        if (kind is not "ten" || at >= limit)
            return value;
        var next = text.Form(at) is "-" && at + 1 < limit ? at + 1 : at;
        if (KindOf(text, next) is "unit")
            (value, at) = (value + ValueOf(text, next), next + 1);
        return value;
    }

    private NumberPhrase WithMagnitudes(TokenizedText text, int start, int at, int limit, decimal value)
    {
        var total = 0m;
        var magnitudes = 0;
        limit = Math.Min(limit, start + MostWords);
        while (at < limit)
        {
            // "5-million" is cut in three words.
            var next = text.Form(at) is "-" && at + 1 < limit && magnitudes == 0 ? at + 1 : at;
            if (KindOf(text, next) is "magnitude" && value < ValueOf(text, next))
            {
                value = Math.Min(value * ValueOf(text, next), Largest);
                at = next + 1;
                magnitudes++;
                continue;
            }
            if (magnitudes == 0)
                break;
            // "one hundred and fifty", "two thousand five hundred"
            var part = text.Form(at) is "and" && at + 1 < limit ? at + 1 : at;
            var mark = part;
            var low = SpelledBelowHundred(text, ref part, limit);
            if (low < 0 || part == mark || (value < 1000 && value % 100 != 0))
                break;
            if (part >= limit || KindOf(text, part) is not "magnitude")
                return new NumberPhrase(new WordRange(start, part), total + value + low, false);
            // A larger magnitude takes all before it ("one hundred fifty thousand"), a smaller one begins anew.
            (total, value, at) = value < ValueOf(text, part) ? (total, value + low, part) : (total + value, low, part);
        }
        return new NumberPhrase(new WordRange(start, at), total + value, false);
    }

    private static int SkipOf(TokenizedText text, int at, int limit) => at < limit && text.Form(at) is "of" ? at + 1 : at;

    private static bool IsArticle(TokenizedText text, int word) => text.Form(word) is "a" or "A" or "an" or "An";

    private ReadOnlySpan<char> KindOf(TokenizedText text, int word) =>
        _words.Find(text.Form(word)) is >= 0 and var row ? _words.Cell(row, _kind) : "";

    private decimal ValueOf(TokenizedText text, int word) => ValueOf(_words.Find(text.Form(word)));

    private decimal ValueOf(int row) =>
        decimal.Parse(_words.Cell(row, _value), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
}
