namespace Parley.Statements;

/// <summary>Tells dashes, which set off what is put into a sentence.</summary>
internal static class Dashes
{
    /// <summary>True for a dash of any length, the hyphen that stands for one included.</summary>
    public static bool Is(ReadOnlySpan<char> form) => form is "-" or "–" or "—" or "―" or "--" or "---";
}
