using Parley.Intake;
using Parley.Links;
using Parley.Models;
#if !FAST_MODEL_ONLY
using Parley.Onnx;
#endif

namespace Parley.Cli;

/// <summary>The reader of testimony in the folder <c>models/en-testimony</c>, which lies beside the executable or in a folder above it.</summary>
internal static class TestimonyFolder
{
    private const string Name = "en-testimony";
    private static readonly Lazy<ITestimonyModel?> s_model = new(Open);

    /// <summary>The reader of testimony for ledgers; null in a build with the fast model alone. Kept open to the end of the process.</summary>
    public static ITestimonyModel? Model => s_model.Value;

    private static ITestimonyModel? Open()
    {
#if FAST_MODEL_ONLY
        return null;
#else
        if (ModelManifest.FindFolder(Name) is not { } folder)
            throw Stop(Problems.ModelMissing(Path.Combine(AppContext.BaseDirectory, "models", Name)));
        try
        {
            return OnnxTestimonyModel.Open(folder);
        }
        catch (InvalidModelException damage)
        {
            throw Stop(Problems.ModelDamaged(damage.Message.TrimEnd('.')));
        }
#endif
    }

    private static ProblemException Stop(Problem problem) => new(problem, ExitCode.NothingRead);
}
