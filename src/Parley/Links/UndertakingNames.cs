using Parley.Records;

namespace Parley.Links;

/// <summary>The names of kinds and standings as rules, files and screens spell them.</summary>
public static class UndertakingNames
{
    /// <summary>The kind as JSON spells it: <c>reduction-of-operations</c>.</summary>
    public static string Of(UndertakingKind kind) => Hyphenated(kind.ToString());

    /// <summary>The standing as JSON spells it: <c>partly-holding</c>.</summary>
    public static string Of(UndertakingStatus status) => Hyphenated(status.ToString());

    private static string Hyphenated(string name)
    {
        var text = new System.Text.StringBuilder(name.Length + 4);
        foreach (var letter in name)
        {
            if (char.IsAsciiLetterUpper(letter) && text.Length > 0)
                text.Append('-');
            text.Append(char.ToLowerInvariant(letter));
        }
        return text.ToString();
    }
}
