using Parley.Records;

namespace Parley.Intake;

/// <summary>Something wrong with an input or a call, as a user sees it: one line.</summary>
/// <param name="Code">Its number, <c>PRL0012</c>, which is its anchor in <c>docs/errors.md</c>.</param>
/// <param name="Found">What was found, and where.</param>
/// <param name="ToDo">What the user can do about it.</param>
public sealed record Problem(string Code, string Found, string ToDo)
{
    /// <summary>What was found and what to do, without the number.</summary>
    public string Reason => $"{Found}; {ToDo}";

    /// <summary>The line for standard error: <c>PRL0012: page.txt is empty; …</c></summary>
    public override string ToString() => $"{Code}: {Reason}";

    /// <summary>The record of an input that could not be read for this reason.</summary>
    public Skipped Skip(string source) => new(source, Code, Reason);
}
