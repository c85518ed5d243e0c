using Parley.Ledger;

namespace Parley.Cli.Views;

/// <summary>Lines with labels in front: whole in a pipe, wrapped and dimmed on a terminal.</summary>
internal sealed class Sheet(Session session)
{
    private const int LabelWidth = 14;
    private const int LeastRoom = 20;

    /// <summary>A heading.</summary>
    public void Head(string text) => session.Output.WriteLine(Ink("1", text));

    /// <summary>An empty line.</summary>
    public void Blank() => session.Output.WriteLine();

    /// <summary>A line as it is.</summary>
    public void Plain(string text) => session.Output.WriteLine(text.TrimEnd());

    /// <summary>A line with a label; further lines of a wrapped value have none. Nothing where the value is empty.</summary>
    public void Line(string label, string? value)
    {
        var rest = value ?? "";
        var room = Math.Max(LeastRoom, session.Width - LabelWidth - 2);
        while (rest.Length > 0)
        {
            var cut =
                session.OutputIsTerminal && rest.Length > room && rest.LastIndexOf(' ', room) is > 0 and var blank ? blank : rest.Length;
            session.Output.WriteLine($"  {Dim(label.PadRight(LabelWidth))}{rest[..cut]}".TrimEnd());
            rest = rest[cut..].TrimStart();
            label = "";
        }
    }

    /// <summary>A sentence in quotation marks, with where it stands.</summary>
    public void Quote(string label, Citation citation)
    {
        Line(label, $"“{citation.Sentence}”");
        Line("", Where(citation));
    }

    /// <summary>"Continental Wire, 2022-03-29 · 3fa9c1d2/e4".</summary>
    public static string Where(Citation citation) =>
        citation.Published is { } day ? $"{citation.Outlet}, {day} · {citation.Id}" : $"{citation.Outlet}, undated · {citation.Id}";

    /// <summary>"1 report", "3 reports".</summary>
    public static string Number(int count, string noun) => $"{count} {noun}{(count == 1 ? "" : "s")}";

    /// <summary>"900 more undertakings (--party and --topic choose, --json has all)".</summary>
    public static string More(int count, string noun) =>
        $"{count} more {noun}{(count == 1 ? "" : "s")} (--party and --topic choose, --json has all)";

    private string Dim(string text) => string.IsNullOrWhiteSpace(text) ? text : Ink("2", text);

    private string Ink(string code, string text) => session.OutputIsTerminal && session.HasColour ? $"\u001b[{code}m{text}\u001b[0m" : text;
}
