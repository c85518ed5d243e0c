using Spectre.Console;
using Spectre.Console.Rendering;

namespace Parley.Cli.Views;

/// <summary>Lines on the output of a session: wrapped at its width and in colour on a terminal, plain and whole in a pipe or with <c>NO_COLOR</c>.</summary>
internal sealed class TerminalLines
{
    private readonly IAnsiConsole? _console;
    private readonly TextWriter _output;

    /// <summary>True where words can be underlined.</summary>
    public bool IsColoured { get; }

    /// <summary>Lines on the output of a session.</summary>
    /// <param name="session">The session.</param>
    /// <param name="output">Where they go instead of its output; null for there.</param>
    public TerminalLines(Session session, TextWriter? output = null)
    {
        _output = output ?? session.Output;
        IsColoured = session.OutputIsTerminal && session.HasColour;
        // In a pipe nothing is wrapped and nothing coloured.
        if (!session.OutputIsTerminal)
            return;
        _console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Ansi = IsColoured ? AnsiSupport.Yes : AnsiSupport.No,
                ColorSystem = IsColoured ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
                Interactive = InteractionSupport.No,
                Out = new AnsiConsoleOutput(_output),
            }
        );
        _console.Profile.Width = session.Width;
    }

    /// <summary>One line of several pieces.</summary>
    public void Write(int indent, params ReadOnlySpan<(string Text, Decoration Decoration)> pieces)
    {
        if (_console is null)
        {
            WritePlain(indent, pieces);
            return;
        }
        var paragraph = new Paragraph();
        foreach (var (text, decoration) in pieces)
            paragraph.Append(text, new Style(decoration: decoration));
        _console.Write(indent == 0 ? paragraph : (IRenderable)new Padder(paragraph, new Padding(indent, 0, 0, 0)));
        if (indent == 0)
            _console.WriteLine();
    }

    /// <summary>An empty line.</summary>
    public void WriteBlank() => _output.Write('\n');

    private void WritePlain(int indent, ReadOnlySpan<(string Text, Decoration Decoration)> pieces)
    {
        WriteIndent();
        foreach (var (text, _) in pieces)
        {
            var rest = text.AsSpan();
            for (int end; (end = rest.IndexOf('\n')) >= 0; rest = rest[(end + 1)..])
            {
                _output.Write(rest[..end].TrimEnd('\r'));
                _output.Write('\n');
                WriteIndent();
            }
            _output.Write(rest);
        }
        _output.Write('\n');

        void WriteIndent()
        {
            for (var blank = 0; blank < indent; blank++)
                _output.Write(' ');
        }
    }
}
