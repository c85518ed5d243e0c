using Parley.Web.Server;

namespace Parley.Web.Api;

/// <summary>The one shape of all errors of the API.</summary>
/// <param name="Ok">Always false.</param>
/// <param name="Error">What is wrong and what to do, on one line, with its number.</param>
/// <param name="Errors">What is wrong with each field, by its name.</param>
/// <param name="Status">The HTTP status.</param>
public sealed record ApiError(bool Ok, string Error, IReadOnlyDictionary<string, string[]> Errors, int Status)
{
    /// <summary>The error of a problem.</summary>
    internal static ApiError Of(ProblemException problem) => new(false, problem.Problem.ToString(), problem.Errors, problem.Status);
}
