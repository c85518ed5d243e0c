namespace Parley.Cli;

/// <summary>Lines with a label before them: wrapped and in colour on a terminal, plain in a pipe.</summary>
internal sealed class LabelledLines(Session session)
{
    private const int LabelWidth = 12;

    /// <summary>One value under a label.</summary>
    public void Line(string label, string value)
    {
        var rest = value;
        var room = Math.Max(20, session.Width - LabelWidth - 2);
        do
        {
            var cut =
                session.OutputIsTerminal && rest.Length > room && rest.LastIndexOf(' ', room) is > 0 and var blank ? blank : rest.Length;
            session.Output.WriteLine($"  {Dim(label.PadRight(LabelWidth))}{rest[..cut]}".TrimEnd());
            rest = rest[cut..].TrimStart();
            label = "";
        } while (rest.Length > 0);
    }

    /// <summary>Several values under one label; none where all are empty.</summary>
    public void Lines(string label, IEnumerable<string> values)
    {
        foreach (var value in values.Where(value => value.Length > 0))
        {
            Line(label, value);
            label = "";
        }
    }

    /// <summary>Bold on a terminal.</summary>
    public string Bold(string text) => Ink("1", text);

    /// <summary>Dim on a terminal.</summary>
    public string Dim(string text) => string.IsNullOrWhiteSpace(text) ? text : Ink("2", text);

    /// <summary>In that colour on a terminal.</summary>
    public string Ink(string code, string text) => session.OutputIsTerminal ? $"\u001b[{code}m{text}\u001b[0m" : text;
}
