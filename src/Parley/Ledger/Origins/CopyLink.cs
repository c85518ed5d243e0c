using System.Collections.Immutable;

namespace Parley.Ledger.Origins;

/// <summary>Which other articles of a ledger an article has words from.</summary>
/// <param name="ArticleId">The article.</param>
/// <param name="CopyOf">Id of the article it is a copy of; null where it is none that the ledger knows.</param>
/// <param name="Shared">Share of its own runs of five words that stand in <paramref name="CopyOf"/>, 0 to 1; 0 without one.</param>
/// <param name="DrawsOn">Ids of other articles that it has a fifth and more of its own words from, though it is no copy of them; sorted.</param>
public sealed record CopyLink(string ArticleId, string? CopyOf, double Shared, ImmutableArray<string> DrawsOn);
