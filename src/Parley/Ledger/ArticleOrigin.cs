namespace Parley.Ledger;

/// <summary>Where an article's own words come from.</summary>
/// <param name="ArticleId">The article.</param>
/// <param name="Key">What tells origins apart: the agency it credits, the outlet it copies, else its own outlet, else its id.</param>
/// <param name="CopyOf">Id of the article it is a copy of; null where it is none that the ledger knows.</param>
/// <param name="Shared">Share of its runs of five words that stand in <paramref name="CopyOf"/>, 0 to 1.</param>
public sealed record ArticleOrigin(string ArticleId, string Key, string? CopyOf, double Shared);
