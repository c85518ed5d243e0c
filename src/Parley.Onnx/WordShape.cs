using System.Globalization;

namespace Parley.Onnx;

/// <summary>Shapes of words. The encoder is uncased, so the shape alone carries the case.</summary>
internal static class WordShape
{
    /// <summary>1 digits, 2 digits inside, 3 all capitals, 4 one capital, 5 capitalised, 6 capitals inside, 7 letters, 8 other.</summary>
    public static int Of(ReadOnlySpan<char> form)
    {
        int count = 0,
            digits = 0,
            capitals = 0,
            letters = 0;
        var firstIsCapital = false;
        for (var i = 0; i < form.Length; i++)
        {
            // A surrogate pair counts as one sign that is neither letter nor digit.
            if (char.IsSurrogatePair(form[i], i + 1 < form.Length ? form[i + 1] : '\0'))
                i++;
            else
                Count(form[i], i == 0, ref digits, ref capitals, ref letters, ref firstIsCapital);
            count++;
        }
        if (digits > 0)
            return digits == count ? 1 : 2;
        if (capitals == 0)
            return letters > 0 && letters == count ? 7 : 8;
        if (capitals == letters)
            return capitals > 1 ? 3 : 4;
        return capitals == 1 && firstIsCapital ? 5 : 6;
    }

    private static void Count(char c, bool first, ref int digits, ref int capitals, ref int letters, ref bool firstIsCapital)
    {
        switch (char.GetUnicodeCategory(c))
        {
            case UnicodeCategory.DecimalDigitNumber:
                digits++;
                break;
            case UnicodeCategory.UppercaseLetter:
                capitals++;
                letters++;
                firstIsCapital |= first;
                break;
            case UnicodeCategory.LowercaseLetter
            or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter
            or UnicodeCategory.OtherLetter:
                letters++;
                break;
        }
    }
}
