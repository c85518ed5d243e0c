namespace Parley.Claims;

/// <summary>Rough stems, enough to lay the words of two tellings side by side.</summary>
internal static class Stems
{
    /// <summary>Letters that two forms of a word must share at the least.</summary>
    private const int LeastShared = 5;

    private static readonly string[] s_endings = ["ings", "ing", "ied", "ies", "ed", "es", "s"];

    /// <summary>The word in small letters, without the commonest endings.</summary>
    public static string Of(string word)
    {
        var small = word.ToLowerInvariant();
        foreach (var ending in s_endings)
            if (small.Length - ending.Length > 2 && small.EndsWith(ending, StringComparison.Ordinal))
                return small[..^ending.Length];
        return small;
    }

    /// <summary>True where two stems are forms of one word: "withdrew" and "withdrawal", "Sudan" and "Sudanese".</summary>
    public static bool AreOne(string a, string b)
    {
        if (a == b)
            return true;
        var shared = a.AsSpan().CommonPrefixLength(b);
        return shared >= LeastShared && shared * 2 > Math.Max(a.Length, b.Length);
    }
}
