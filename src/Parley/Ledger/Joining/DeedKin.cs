using Parley.Lexicons;

namespace Parley.Ledger.Joining;

/// <summary>How near two words are as names of a deed.</summary>
internal enum Kinship
{
    /// <summary>They share no meaning that is known.</summary>
    None,

    /// <summary>The one is a sort of the other: "murder" and "kill".</summary>
    Weak,

    /// <summary>They share a meaning: "injure" and "wound", "die" and "death".</summary>
    Strong,
}

/// <summary>Tells whether two words can name one deed, by the meanings of a table.</summary>
internal static class DeedKin
{
    private static readonly Lexicon s_kin = LexiconSet.Get("lexicons/deed-kin");
    private static readonly int s_strong = s_kin.Column("strong");
    private static readonly int s_weak = s_kin.Column("weak");

    /// <summary>The kinship of two stems; of two equal ones <see cref="Kinship.Strong"/>.</summary>
    public static Kinship Of(string a, string b)
    {
        if (a == b)
            return Kinship.Strong;
        var (left, right) = (s_kin.Find(a), s_kin.Find(b));
        if (left < 0 || right < 0)
            return Kinship.None;
        if (Share(s_kin.Cell(left, s_strong), s_kin.Cell(right, s_strong)))
            return Kinship.Strong;
        return Share(s_kin.Cell(left, s_strong), s_kin.Cell(right, s_weak)) || Share(s_kin.Cell(left, s_weak), s_kin.Cell(right, s_strong))
            ? Kinship.Weak
            : Kinship.None;
    }

    /// <summary>True when two lists of numbers, in order, have one in common.</summary>
    private static bool Share(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        while (!a.IsEmpty && !b.IsEmpty)
        {
            var (left, right) = (First(a), First(b));
            if (left == right)
                return true;
            if (left < right)
                a = Rest(a);
            else
                b = Rest(b);
        }
        return false;
    }

    private static int First(ReadOnlySpan<char> list)
    {
        var number = 0;
        foreach (var c in list)
        {
            if (c == ' ')
                break;
            number = number * 10 + (c - '0');
        }
        return number;
    }

    private static ReadOnlySpan<char> Rest(ReadOnlySpan<char> list) => list.IndexOf(' ') is >= 0 and var at ? list[(at + 1)..] : [];
}
