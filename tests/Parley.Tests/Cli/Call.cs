using Parley.Cli;
using Parley.Onnx;
using Parley.Syntax;
using Parley.Syntax.Fast;
using Parley.Text;

namespace Parley.Tests.Cli;

/// <summary>What a call of <c>parley</c> gave, run in this process with streams of its own.</summary>
internal sealed record Call(int Code, string Output, string Errors)
{
    private static readonly Lazy<ILanguageModel> s_accurate = new(() =>
        new Shared(OnnxLanguageModel.Open(Repository.Path("models", "en")))
    );

    private static readonly Lazy<ILanguageModel> s_fast = new(() =>
        new Shared(FastLanguageModel.Open(Repository.Path("models", "en-fast")))
    );

    /// <summary>What the clock says unless a test sets it.</summary>
    private static readonly DateTimeOffset s_now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    /// <summary>The lines on standard error.</summary>
    public string[] ErrorLines => Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Runs a call.</summary>
    public static Call Run(params string[] arguments) => Run(Stream.Null, Choose, arguments);

    /// <summary>Runs a call with standard input.</summary>
    public static Call With(string input, params string[] arguments) =>
        Run(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(input)), Choose, arguments);

    /// <summary>Runs a call that opens its model in another way.</summary>
    public static Call Run(Func<ILanguageModel> openModel, params string[] arguments) => Run(Stream.Null, _ => openModel(), arguments);

    /// <summary>Runs a call when the clock says so.</summary>
    public static Call At(DateTimeOffset now, params string[] arguments) => Run(Stream.Null, Choose, arguments, now);

    private static ILanguageModel Choose(ModelChoice choice) => choice == ModelChoice.Fast ? s_fast.Value : s_accurate.Value;

    private static Call Run(Stream input, Func<ModelChoice, ILanguageModel> openModel, string[] arguments, DateTimeOffset? now = null)
    {
        var (output, errors) = (new StringWriter { NewLine = "\n" }, new StringWriter { NewLine = "\n" });
        var session = new Session
        {
            OpenInput = () => input,
            InputIsTerminal = input == Stream.Null,
            Output = output,
            Error = errors,
            OpenModel = openModel,
            Now = () => now ?? s_now,
            User = "tester",
            EnableDefaultExceptionHandler = false,
        };
        var code = CommandLine.Run(arguments, session);
        return new Call(code, output.ToString(), errors.ToString());
    }

    /// <summary>A model that a command does not close.</summary>
    private sealed class Shared(ILanguageModel model) : ILanguageModel
    {
        public string Name => model.Name;

        public ModelLabels Labels => model.Labels;

        public int ChunkWords => model.ChunkWords;

        public ChunkScores[] Score(TokenizedText text, IReadOnlyList<WordRange> chunks) => model.Score(text, chunks);

        public void Dispose() { }
    }
}
