namespace Parley.Text;

/// <summary>Cuts the commonest endings of English words, so that "shelled", "shelling" and "shells" count as one word.</summary>
internal static class WordStem
{
    /// <summary>Letters that two forms of a word must share at the least.</summary>
    private const int LeastShared = 5;

    /// <summary>Writes the stem of a word into <paramref name="stem"/>, in lower case; gives its length.</summary>
    /// <param name="word">Letters and digits.</param>
    /// <param name="stem">At least as long as the word.</param>
    public static int Of(ReadOnlySpan<char> word, Span<char> stem)
    {
        var length = word.ToLowerInvariant(stem);
        if (length > 5 && Ends(stem[..length], "ing"))
            length -= 3;
        else if (length > 4 && (Ends(stem[..length], "ed") || Ends(stem[..length], "es")))
            length -= 2;
        else if (length > 3 && stem[length - 1] == 's' && stem[length - 2] != 's')
            length--;
        return length > 4 && stem[length - 1] == 'e' ? length - 1 : length;
    }

    /// <summary>The stem of a word.</summary>
    public static string Of(ReadOnlySpan<char> word)
    {
        var stem = new char[word.Length];
        return new string(stem, 0, Of(word, stem));
    }

    /// <summary>True where two stems are forms of one word: "withdrew" and "withdrawal", "Sudan" and "Sudanese".</summary>
    public static bool AreOne(string a, string b)
    {
        if (a == b)
            return true;
        var shared = a.AsSpan().CommonPrefixLength(b);
        return shared >= LeastShared && shared * 2 > Math.Max(a.Length, b.Length);
    }

    private static bool Ends(ReadOnlySpan<char> word, ReadOnlySpan<char> ending) => word.EndsWith(ending, StringComparison.Ordinal);
}
