using System.Text;

namespace Parley.Exports.Calendar;

/// <summary>Writes lines of iCalendar (RFC 5545): text is escaped, lines end in CR LF and are folded at 75 octets, never within a character.</summary>
/// <param name="output">Where they go.</param>
internal sealed class CalendarWriter(Stream output)
{
    private const int MostOctets = 75;

    /// <summary>A line of a name and a value as it is.</summary>
    public void Line(string name, string value)
    {
        var line = new StringBuilder();
        var octets = 0;
        foreach (var rune in $"{name}:{value}".EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > MostOctets)
            {
                line.Append("\r\n ");
                octets = 1;
            }
            line.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }
        output.Write(Encoding.UTF8.GetBytes(line.Append("\r\n").ToString()));
    }

    /// <summary>A line of text; none where there is no text.</summary>
    public void Text(string name, string? text)
    {
        if (!string.IsNullOrEmpty(text))
            Line(name, Escaped(text));
    }

    /// <summary>Text as a value: backslash, comma, semicolon and line ends escaped, other control characters left out.</summary>
    public static string Escaped(string text)
    {
        var value = new StringBuilder();
        foreach (var letter in text.ReplaceLineEndings("\n"))
            switch (letter)
            {
                case '\\' or ',' or ';':
                    value.Append('\\').Append(letter);
                    break;
                case '\n':
                    value.Append("\\n");
                    break;
                default:
                    if (!char.IsControl(letter) || letter == '\t')
                        value.Append(letter);
                    break;
            }
        return value.ToString();
    }
}
