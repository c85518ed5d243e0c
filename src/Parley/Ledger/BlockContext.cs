using System.Collections.Frozen;
using Parley.Ledger.Origins;

namespace Parley.Ledger;

/// <summary>What a function may know besides the readings that it is given.</summary>
/// <param name="Joins">What people say of which records are one, and of how subjects stand.</param>
/// <param name="Origins">Where the words of the readings come from, by article id; only those that it is given.</param>
public sealed record BlockContext(JoinDecisions Joins, IReadOnlyDictionary<string, ArticleOrigin> Origins)
{
    /// <summary>Nobody said anything, and nothing is a copy.</summary>
    public static BlockContext None { get; } = new(JoinDecisions.None, FrozenDictionary<string, ArticleOrigin>.Empty);
}
