using System.Collections.Immutable;

namespace Parley.Ledger.Stories;

/// <summary>The articles on one happening.</summary>
/// <param name="Id">Id of its first article.</param>
/// <param name="Articles">Ids of its articles, in order of publication.</param>
public sealed record Story(string Id, ImmutableArray<string> Articles);
