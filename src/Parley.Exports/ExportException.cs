using Parley.Intake;

namespace Parley.Exports;

/// <summary>A format cannot hold what is asked, or an import cannot be read; the user is told why.</summary>
/// <param name="problem">What the user is told.</param>
public sealed class ExportException(Problem problem) : Exception(problem.ToString())
{
    /// <summary>What the user is told.</summary>
    public Problem Problem { get; } = problem;
}
