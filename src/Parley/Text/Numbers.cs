namespace Parley.Text;

/// <summary>Finds numbers, times, dates and telephone numbers that are one word: 1,000.5, 10:30, 11/28/2000, 555-0123.</summary>
internal sealed class Numbers(string text)
{
    /// <summary>The most groups of digits that are looked at.</summary>
    private const int MostGroups = 8;

    /// <summary>The length of the number at <paramref name="start"/>, or 0.</summary>
    public int Match(int start, int end)
    {
        var at = text[start] is '+' or '.' ? start + 1 : start;
        if (at >= end || !char.IsAsciiDigit(text[at]))
            return 0;
        if (Hyphenated(at, end) is > 0 and var hyphenated)
            return hyphenated - start;
        at = Digits(at, end);
        while (at + 1 < end && char.IsAsciiDigit(text[at + 1]) && Ties(start, at, end))
            at = Digits(at + 1, end);
        return at - start;
    }

    /// <summary>True for the letters of US$ and its like.</summary>
    public static bool IsCurrency(ReadOnlySpan<char> letters) => letters.Length is 1 or 2 && !letters.ContainsAnyExceptInRange('A', 'Z');

    private bool Ties(int start, int at, int end) =>
        text[at] switch
        {
            '.' => true,
            // Groups of three, in India of two before the last ("1,80,000").
            ',' => Digits(at + 1, end) is var stop
                && (stop == at + 4 || (stop == at + 3 && stop < end && text[stop] == ',' && Digits(stop + 1, end) >= stop + 3)),
            ':' => Digits(at + 1, end) - at is 3 or 4,
            '/' => !(at - start == 1 && Digits(at + 1, end) == at + 2 && !(at + 2 < end && text[at + 2] == '/')),
            _ => false,
        };

    /// <summary>The end of digits tied by hyphens that are one word: a telephone number, a date, a postal code; else 0.</summary>
    private int Hyphenated(int start, int end)
    {
        Span<int> groups = stackalloc int[MostGroups];
        var count = 0;
        var at = start;
        while (count < MostGroups)
        {
            var stop = Digits(at, end);
            if (stop == at)
                return 0;
            groups[count++] = stop - at;
            at = stop;
            if (at + 1 >= end || text[at] != '-' || !char.IsAsciiDigit(text[at + 1]))
                break;
            at++;
        }
        if (count == 1 || (at < end && char.IsLetter(text[at])))
            return 0;
        return count > 2 || (groups[0], groups[1]) is (3, 4) or (5, 4) ? at : 0;
    }

    private int Digits(int at, int end)
    {
        while (at < end && char.IsAsciiDigit(text[at]))
            at++;
        return at;
    }
}
