using Parley.Intake;

namespace Parley.Cli;

/// <summary>Ends a command at once with a problem and an exit code.</summary>
internal sealed class ProblemException(Problem problem, int exitCode) : Exception(problem.ToString())
{
    /// <summary>What is said on standard error.</summary>
    public Problem Problem { get; } = problem;

    /// <summary>The exit code of the program.</summary>
    public int ExitCode { get; } = exitCode;
}
