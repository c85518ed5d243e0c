namespace Parley.Intake;

/// <summary>Data that must not be read on, with what a user is told of them.</summary>
/// <param name="problem">What is told.</param>
internal sealed class ProblemDataException(Problem problem) : IOException(problem.Reason)
{
    /// <summary>What is told.</summary>
    public Problem Problem { get; } = problem;
}
