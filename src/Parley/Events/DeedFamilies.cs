using Parley.Lexicons;

namespace Parley.Events;

/// <summary>Words that may name one deed: of one stem ("withdraw", "withdrawal"), or of one family in <c>rules/events/families</c>.</summary>
internal static class DeedFamilies
{
    private static readonly Lexicon s_families = LexiconSet.Get("rules/events/families");
    private const int Stem = 5;

    /// <summary>True when both tell of one kind of deed.</summary>
    public static bool Same(Deed a, Deed b)
    {
        if (a.Frame.Mode is not null && a.Frame.Mode == b.Frame.Mode)
            return true;
        var (one, other) = (a.Trigger.Lemma, b.Trigger.Lemma);
        return SameStem(one, other) || (Family(one) is { Length: > 0 } family && Family(other).Overlaps(family));
    }

    private static bool SameStem(string one, string other)
    {
        var shorter = Math.Min(one.Length, other.Length);
        if (string.Equals(one, other, StringComparison.OrdinalIgnoreCase))
            return true;
        var length = Math.Min(shorter, Stem);
        return length >= 4 && one.AsSpan(0, length).Equals(other.AsSpan(0, length), StringComparison.OrdinalIgnoreCase);
    }

    private static Family Family(string lemma)
    {
        var row = s_families.Find(lemma);
        if (row < 0 && lemma.Length > 3 && lemma[^1] == 's')
            row = s_families.Find(lemma.AsSpan(0, lemma.Length - 1));
        return new Family(row >= 0 ? s_families.Text(row, s_families.Column("families")) : "");
    }
}

/// <summary>The families of a word.</summary>
internal readonly record struct Family(string Names)
{
    public int Length => Names.Length;

    public bool Overlaps(Family other)
    {
        foreach (var name in Names.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            if (other.Names.Split(' ').Contains(name, StringComparer.Ordinal))
                return true;
        return false;
    }
}
