using Spectre.Console;
using Spectre.Console.Rendering;

namespace Parley.Cli.Views;

/// <summary>Lines on the output of a session: wrapped at its width and in colour on a terminal, plain and whole in a pipe or with <c>NO_COLOR</c>.</summary>
internal sealed class TerminalLines
{
    /// <summary>Wide enough that no line in a pipe is wrapped.</summary>
    private const int Unwrapped = 1_000_000;

    private readonly IAnsiConsole _console;

    /// <summary>True where words can be underlined.</summary>
    public bool IsColoured { get; }

    /// <summary>Lines on the output of a session.</summary>
    public TerminalLines(Session session)
    {
        IsColoured = session.OutputIsTerminal && session.HasColour;
        _console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Ansi = IsColoured ? AnsiSupport.Yes : AnsiSupport.No,
                ColorSystem = IsColoured ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
                Interactive = InteractionSupport.No,
                Out = new AnsiConsoleOutput(session.Output),
            }
        );
        _console.Profile.Width = session.OutputIsTerminal ? session.Width : Unwrapped;
    }

    /// <summary>One line of several pieces.</summary>
    public void Write(int indent, params ReadOnlySpan<(string Text, Decoration Decoration)> pieces)
    {
        var paragraph = new Paragraph();
        foreach (var (text, decoration) in pieces)
            paragraph.Append(text, new Style(decoration: decoration));
        _console.Write(indent == 0 ? paragraph : (IRenderable)new Padder(paragraph, new Padding(indent, 0, 0, 0)));
        if (indent == 0)
            _console.WriteLine();
    }

    /// <summary>An empty line.</summary>
    public void WriteBlank() => _console.WriteLine();
}
