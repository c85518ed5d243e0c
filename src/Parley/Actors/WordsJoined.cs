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
        var text = new StringBuilder();
        foreach (var c in parsed.SpanOf(words).Of(parsed.Text))
            if (!char.IsWhiteSpace(c))
                text.Append(c);
            else if (text.Length > 0 && text[^1] != ' ')
                text.Append(' ');
        return text.ToString();
    }
}
