using Parley.Intake;
using Parley.Onnx;
using Parley.Syntax;

namespace Parley.Cli;

/// <summary>Opens the language model <c>models/en</c>, which lies beside the executable or in a folder above it.</summary>
internal static class ModelFolder
{
    private const string Name = "en";

    /// <summary>Opens the model; a missing or damaged one stops the run.</summary>
    public static ILanguageModel Open() => Open(OnnxLanguageModel.FindFolder(Name));

    /// <summary>Opens the model of a folder; null when there is none.</summary>
    public static ILanguageModel Open(string? folder)
    {
        if (folder is null)
            throw Stop(Problems.ModelMissing(Path.Combine(AppContext.BaseDirectory, "models", Name)));
        try
        {
            return OnnxLanguageModel.Open(folder);
        }
        catch (InvalidModelException damage)
        {
            throw Stop(Problems.ModelDamaged(damage.Message.TrimEnd('.')));
        }
    }

    private static ProblemException Stop(Problem problem) => new(problem, ExitCode.NothingRead);
}
