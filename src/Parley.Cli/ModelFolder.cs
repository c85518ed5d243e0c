using Parley.Intake;
using Parley.Models;
using Parley.Syntax;
using Parley.Syntax.Fast;
#if !FAST_MODEL_ONLY
using Parley.Onnx;
#endif

namespace Parley.Cli;

/// <summary>Opens a language model of the folder <c>models</c>, which lies beside the executable or in a folder above it.</summary>
internal static class ModelFolder
{
#if FAST_MODEL_ONLY
    /// <summary>The models that this build has; the first is the default.</summary>
    public static IReadOnlyList<ModelChoice> Choices { get; } = [ModelChoice.Fast];
#else
    /// <summary>The models that this build has; the first is the default.</summary>
    public static IReadOnlyList<ModelChoice> Choices { get; } = [ModelChoice.Accurate, ModelChoice.Fast];
#endif

    /// <summary>Opens a model; a missing or damaged one stops the run.</summary>
    public static ILanguageModel Open(ModelChoice choice) => Open(choice, ModelManifest.FindFolder(NameOf(choice)));

    /// <summary>Opens the model of a folder; null when there is none.</summary>
    public static ILanguageModel Open(ModelChoice choice, string? folder)
    {
        if (folder is null)
            throw Stop(Problems.ModelMissing(Path.Combine(AppContext.BaseDirectory, "models", NameOf(choice))));
        try
        {
#if !FAST_MODEL_ONLY
            if (choice == ModelChoice.Accurate)
                return OnnxLanguageModel.Open(folder);
#endif
            return FastLanguageModel.Open(folder);
        }
        catch (InvalidModelException e) when (e.IsOutdated)
        {
            throw Stop(Problems.ModelOutdated(folder));
        }
        catch (InvalidModelException damage)
        {
            throw Stop(Problems.ModelDamaged(damage.Message.TrimEnd('.')));
        }
    }

    private static string NameOf(ModelChoice choice) => choice == ModelChoice.Fast ? "en-fast" : "en";

    private static ProblemException Stop(Problem problem) => new(problem, ExitCode.NothingRead);
}
