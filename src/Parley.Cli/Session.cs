using System.CommandLine;
using System.Text;
using Parley.Intake;
using Parley.Syntax;

namespace Parley.Cli;

/// <summary>What a command runs with: the three streams, whether they are terminals, and how the language model is opened. Tests make their own.</summary>
internal sealed class Session : InvocationConfiguration
{
    /// <summary>Opens standard input as bytes.</summary>
    public required Func<Stream> OpenInput { get; init; }

    /// <summary>True when standard input is a terminal.</summary>
    public bool InputIsTerminal { get; init; }

    /// <summary>True when standard output is a terminal: colour, and lines wrapped at its width.</summary>
    public bool OutputIsTerminal { get; init; }

    /// <summary>True when standard error is a terminal: progress is shown.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>Characters in a line of the terminal.</summary>
    public int Width { get; init; } = 80;

    /// <summary>Opens the language model; throws <see cref="ProblemException"/> when it is missing or damaged.</summary>
    public Func<ILanguageModel> OpenModel { get; init; } = ModelFolder.Open;

    /// <summary>The session of a running command.</summary>
    public static Session Of(ParseResult call) => (Session)call.InvocationConfiguration;

    /// <summary>The session of this process.</summary>
    public static Session OfProcess()
    {
        var encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var isTerminal = !Console.IsOutputRedirected;
        return new Session
        {
            OpenInput = Console.OpenStandardInput,
            InputIsTerminal = !Console.IsInputRedirected,
            Output = new StreamWriter(Console.OpenStandardOutput(), encoding, 65536) { NewLine = "\n", AutoFlush = isTerminal },
            Error = new StreamWriter(Console.OpenStandardError(), encoding) { NewLine = "\n", AutoFlush = true },
            OutputIsTerminal = isTerminal,
            ErrorIsTerminal = !Console.IsErrorRedirected,
            Width = isTerminal && Console.WindowWidth > 0 ? Console.WindowWidth : 80,
            EnableDefaultExceptionHandler = false,
        };
    }

    /// <summary>Says a problem on standard error, on one line.</summary>
    public void Say(Problem problem)
    {
        lock (Error)
            Error.WriteLine(OneLine(problem.ToString()));
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
