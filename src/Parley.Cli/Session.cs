using System.CommandLine;
using System.Text;
using Microsoft.Win32.SafeHandles;
using Parley.Intake;
using Parley.Records;
using Parley.Syntax;

namespace Parley.Cli;

/// <summary>What a command runs with: the three streams, whether they are terminals, and how the language model is opened. Tests make their own.</summary>
internal sealed class Session : InvocationConfiguration
{
    private bool _isClosed;

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

    /// <summary>False where the environment asks for plain text: <c>NO_COLOR</c> is set, or the terminal is dumb.</summary>
    public bool HasColour { get; init; } = true;

    /// <summary>What time it is; tests set their own.</summary>
    public Func<DateTimeOffset> Now { get; init; } = () => DateTimeOffset.UtcNow;

    /// <summary>Waits so long; tests do not.</summary>
    public Action<TimeSpan> Wait { get; init; } = static time => Thread.Sleep(time);

    /// <summary>Who calls, where no option says it.</summary>
    public string User { get; init; } = Environment.UserName;

    /// <summary>The ledger that the call is about, for messages.</summary>
    public string LedgerName { get; set; } = "the ledger";

    /// <summary>Opens the language model; throws <see cref="ProblemException"/> when it is missing or damaged.</summary>
    public Func<ModelChoice, ILanguageModel> OpenModel { get; init; } = ModelFolder.Open;

    /// <summary>Opens a language model by its name, to read a text while something is served.</summary>
    public ILanguageModel OpenNamed(string name)
    {
        PlacesFolder.Check(PlacesFolder.Open());
        return OpenModel(InputArguments.ChoiceOf(name));
    }

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
            Output = new StreamWriter(OpenOutput(), encoding, 65536) { NewLine = "\n", AutoFlush = isTerminal },
            Error = new StreamWriter(Console.OpenStandardError(), encoding) { NewLine = "\n", AutoFlush = true },
            OutputIsTerminal = isTerminal,
            ErrorIsTerminal = !Console.IsErrorRedirected,
            Width = isTerminal && Console.WindowWidth > 0 ? Console.WindowWidth : 80,
            HasColour =
                string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
                && Environment.GetEnvironmentVariable("TERM") != "dumb",
            EnableDefaultExceptionHandler = false,
        };
    }

    /// <summary>Standard output; where it is a pipe, one that fails when its reader has gone, as the console's own does not.</summary>
    private static Stream OpenOutput()
    {
        if (OperatingSystem.IsWindows() || !Console.IsOutputRedirected)
            return Console.OpenStandardOutput();
        var output = new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        // In a file, what the shell appends to must move on with us: only the console's stream does that.
        return output.CanSeek ? Console.OpenStandardOutput() : output;
    }

    /// <summary>Writes UTF-8 to standard output.</summary>
    public void Write(ReadOnlySpan<byte> text)
    {
        if (Output is StreamWriter { Encoding: UTF8Encoding } writer)
        {
            writer.Flush();
            writer.BaseStream.Write(text);
        }
        else
            Output.Write(Encoding.UTF8.GetString(text));
    }

    /// <summary>The line of progress on standard error.</summary>
    public ProgressLine Progress => field ??= new ProgressLine(this);

    /// <summary>Says a problem on standard error, on one line.</summary>
    public void Say(Problem problem) => Say(problem.ToString());

    /// <summary>Says that an input was skipped, and why.</summary>
    public void Say(Skipped skipped) => Say($"{skipped.Code}: {skipped.Reason}");

    /// <summary>True when <paramref name="error"/> comes from standard output having no reader any more.</summary>
    public bool IsClosedPipe(IOException error)
    {
        if (OutputIsTerminal || error is FileNotFoundException or DirectoryNotFoundException)
            return false;
        // What is still in the buffer has nowhere to go.
        _isClosed = true;
        return true;
    }

    /// <summary>Writes what is buffered.</summary>
    public void Close()
    {
        Progress.Clear();
        if (!_isClosed)
            Output.Flush();
        Error.Flush();
    }

    private void Say(string line)
    {
        Progress.Clear();
        lock (Error)
            Error.WriteLine(line.ReplaceLineEndings(" "));
    }
}
