using Parley.Intake;
using Parley.Syntax;

namespace Parley.Cli;

/// <summary>Finds the language model: <c>models/en</c> beside the executable or in a folder above it.</summary>
internal static class ModelFolder
{
    private const string Relative = "models/en";

    /// <summary>Opens the model; a missing or damaged one stops the run.</summary>
    public static ILanguageModel Open()
    {
        var folder = Find() ?? throw Stop(Problems.ModelMissing(Path.Combine(AppContext.BaseDirectory, Relative)));
        throw Stop(Problems.ModelDamaged($"{folder} cannot be loaded by this version"));
    }

    private static string? Find()
    {
        for (var above = new DirectoryInfo(AppContext.BaseDirectory); above is not null; above = above.Parent)
            if (File.Exists(Path.Combine(above.FullName, Relative, "manifest.json")))
                return Path.Combine(above.FullName, Relative);
        return null;
    }

    private static ProblemException Stop(Problem problem) => new(problem, ExitCode.NothingRead);
}
