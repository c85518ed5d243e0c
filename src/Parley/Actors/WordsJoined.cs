using System.Text;
using Parley.Syntax;
using Parley.Text;

namespace Parley.Actors;

/// <summary>Runs of words as one line of text.</summary>
internal static class WordsJoined
{
    /// <summary>The words as they stand, white space as single blanks.</summary>
    public static string Of(ParsedText parsed, WordRange words)
    {
        if (words.Length <= 0)
            return "";
        var span = parsed.SpanOf(words).Of(parsed.Text);
        if (!NeedsJoining(span))
            return span.ToString();
        var text = new StringBuilder();
        foreach (var c in span)
            if (!char.IsWhiteSpace(c))
                text.Append(c);
            else if (text.Length > 0 && text[^1] != ' ')
                text.Append(' ');
        return text.ToString();
    }

    /// <summary>True where white space other than single blanks stands between the words.</summary>
    private static bool NeedsJoining(ReadOnlySpan<char> span)
    {
        for (var i = 0; i < span.Length; i++)
            if (char.IsWhiteSpace(span[i]) && (span[i] != ' ' || (i > 0 && span[i - 1] == ' ')))
                return true;
        return false;
    }
}
