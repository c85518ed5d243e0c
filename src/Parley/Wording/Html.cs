namespace Parley.Wording;

/// <summary>Text made safe for HTML.</summary>
public static class Html
{
    /// <summary>Text for element content and quoted attributes; what HTML forbids becomes U+FFFD.</summary>
    public static string Text(string text)
    {
        text = text.Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal)
            .Replace("\"", "&quot;", StringComparison.Ordinal);
        return text.Any(IsForbidden) ? string.Concat(text.Select(c => IsForbidden(c) ? '\uFFFD' : c)) : text;
    }

    private static bool IsForbidden(char c) => c is < ' ' and not ('\n' or '\t') or '\u007F';
}
