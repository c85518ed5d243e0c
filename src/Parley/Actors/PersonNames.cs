namespace Parley.Actors;

/// <summary>The parts of people's names, as news use them.</summary>
internal static class PersonNames
{
    /// <summary>
    /// The name that later mentions use, lower-case: the last word, with the particles before it ("al-Assad", "de Mistura" give "assad", "mistura");
    /// of East Asian names that open with a surname both ends are tried by <see cref="CanMean"/>.
    /// </summary>
    public static string Surname(string name)
    {
        var plain = Plain(name);
        var last = plain[(plain.LastIndexOf(' ') + 1)..];
        return last.StartsWith("al-", StringComparison.Ordinal) || last.StartsWith("el-", StringComparison.Ordinal) ? last[3..] : last;
    }

    /// <summary>True when the short form can mean the person of the full name: it is one of its words, or a run of its last words.</summary>
    public static bool CanMean(string shorter, string full)
    {
        var a = Plain(shorter);
        var b = Plain(full);
        if (a == b)
            return true;
        if (a.Length >= b.Length)
            return false;
        if (b.EndsWith(" " + a, StringComparison.Ordinal) || Surname(a) == Surname(b) && !a.Contains(' ', StringComparison.Ordinal))
            return true;
        // "Kim" of "Kim Jong Un", "Saddam" of "Saddam Hussein"; and "Abdul Malik" said of a longer form.
        return b.StartsWith(a + " ", StringComparison.Ordinal)
            || a.Contains(' ', StringComparison.Ordinal) && First(a) == First(b) && Surname(a) == Surname(b);
    }

    /// <summary>The first word, lower-case.</summary>
    public static string First(string name)
    {
        var plain = Plain(name);
        return plain.IndexOf(' ') is > 0 and var blank ? plain[..blank] : plain;
    }

    /// <summary>Lower case, without a possessive ending, "Jr." and stray marks.</summary>
    public static string Plain(string name)
    {
        var plain = name.ToLowerInvariant().Replace('\u2019', '\'').Trim(' ', '.', ',', '"', '\'');
        if (plain.EndsWith("'s", StringComparison.Ordinal))
            plain = plain[..^2];
        return plain.EndsWith(" jr", StringComparison.Ordinal) ? plain[..^3].TrimEnd(',', ' ') : plain;
    }
}
