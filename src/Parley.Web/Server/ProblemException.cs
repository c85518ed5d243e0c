using Microsoft.AspNetCore.Http;
using Parley.Intake;

namespace Parley.Web.Server;

/// <summary>A request cannot be answered; people get a page about it, programs the one error shape.</summary>
/// <param name="problem">What is wrong, and what to do.</param>
/// <param name="status">The HTTP status.</param>
public sealed class ProblemException(Problem problem, int status = StatusCodes.Status400BadRequest) : Exception(problem.ToString())
{
    /// <summary>What is wrong, and what to do.</summary>
    public Problem Problem { get; } = problem;

    /// <summary>The HTTP status.</summary>
    public int Status { get; } = status;

    /// <summary>What is wrong with each field, by its name; empty where no field is at fault.</summary>
    public IReadOnlyDictionary<string, string[]> Errors { get; init; } = new Dictionary<string, string[]>();

    /// <summary>The ledger has nothing of that id.</summary>
    /// <param name="kind">What it would be ("claim").</param>
    /// <param name="id">The id that was asked for.</param>
    /// <param name="toDo">Where to look.</param>
    public static ProblemException NotFound(string kind, string id, string toDo) =>
        new(Problems.NotInLedger(kind, id, toDo), StatusCodes.Status404NotFound);

    /// <summary>A field has a value that it cannot have.</summary>
    /// <param name="field">The field's name.</param>
    /// <param name="problem">What is wrong with it.</param>
    public static ProblemException Field(string field, Problem problem) =>
        new(problem) { Errors = new Dictionary<string, string[]> { [field] = [problem.Reason] } };
}
