using System.Collections.Immutable;
using Parley.Records;

namespace Parley.Intake;

/// <summary>What became of one input: a document to read, or a reason why not. Neither, where an address has not changed since it was last fetched.</summary>
/// <param name="Document">The document; null when it was skipped.</param>
/// <param name="Skipped">Why it was skipped; null when there is a document.</param>
/// <param name="Notices">What the user should know although the document is read.</param>
public sealed record TakenIn(SourceDocument? Document, Skipped? Skipped, ImmutableArray<Problem> Notices)
{
    /// <summary>The English name of the language that it was skipped for ("German", "a language in Cyrillic letters"); null for anything else.</summary>
    public string? Language { get; init; }

    internal static TakenIn Skip(string name, Problem problem) => new(null, problem.Skip(name), []);
}
