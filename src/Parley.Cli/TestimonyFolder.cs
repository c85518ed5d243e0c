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
    /// <summary>The variable of the environment that, set to <c>off</c>, has evidence weighed by features alone: for ledgers of archives, where the board may be rougher.</summary>
    internal const string Switch = "PARLEY_TESTIMONY";

    private const string Name = "en-testimony";
    private static readonly Lazy<OnnxTestimonyModel> s_model = new(Open);

    /// <summary>The reader of testimony for ledgers, kept open to the end of the process; null where <see cref="Switch"/> says so.</summary>
    public static ITestimonyModel? Model => Environment.GetEnvironmentVariable(Switch) == "off" ? null : s_model.Value;

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
