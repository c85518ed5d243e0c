using Parley.Links;
#if !FAST_MODEL_ONLY
using Parley.Intake;
using Parley.Models;
using Parley.Onnx;
#endif

namespace Parley.Cli;

/// <summary>The reader of testimony in the folder <c>models/en-testimony</c>, which lies beside the executable or in a folder above it.</summary>
internal static class TestimonyFolder
{
#if FAST_MODEL_ONLY
    /// <summary>A build with the fast model alone weighs by features.</summary>
    public static ITestimonyModel? Model => null;
#else
    private const string Name = "en-testimony";
    private static readonly Lazy<OnnxTestimonyModel> s_model = new(Open);

    /// <summary>The reader of testimony for ledgers. Kept open to the end of the process.</summary>
    public static ITestimonyModel? Model => s_model.Value;

    private static OnnxTestimonyModel Open()
    {
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
    }

    private static ProblemException Stop(Problem problem) => new(problem, ExitCode.NothingRead);
#endif
}
