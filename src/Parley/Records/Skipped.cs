namespace Parley.Records;

/// <summary>An input that could not be read, and why. The run goes on without it.</summary>
/// <param name="Source">The file, or the <c>id</c> or line of a JSON Lines input.</param>
/// <param name="Code">The number of the error, <c>PRL0012</c>; each has a page in <c>docs/errors.md</c>.</param>
/// <param name="Reason">What was found, where, and what to do.</param>
public sealed record Skipped(string Source, string Code, string Reason);
