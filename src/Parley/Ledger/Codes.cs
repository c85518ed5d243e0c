using Parley.Lexicons;

namespace Parley.Ledger;

/// <summary>Codes of parties, and which lie within which: <c>RUS.MIL</c> within <c>RUS</c>, but rebels and civilians not within the state.</summary>
internal static class Codes
{
    private static readonly Lexicon s_apart = LexiconSet.Get("lexicons/roles-apart");

    /// <summary>True where the two are one side, or the one is a part of the other.</summary>
    public static bool AreOne(string a, string b) => SideOf(a) == SideOf(b);

    /// <summary>True for codes that several bodies share: rebels, parties, civilians of a country.</summary>
    public static bool IsShared(string code) => code.Split('.') is [_, var role, ..] && s_apart.Contains(role);

    /// <summary>The side of a code: <c>RUS</c> of <c>RUS.MIL</c>, <c>AFG.REB</c> of <c>AFG.REB.TAL</c>, <c>IGO.NATO</c> as it is.</summary>
    public static string SideOf(string code)
    {
        var parts = code.Split('.');
        if (parts.Length == 1)
            return code;
        return parts[0] is "IGO" or "NGO" or "IMG" || s_apart.Contains(parts[1]) ? $"{parts[0]}.{parts[1]}" : parts[0];
    }
}
