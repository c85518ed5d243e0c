using System.Collections.Immutable;
using Parley.Corrections;
using Parley.Records;

namespace Parley.Ledger;

/// <summary>
/// What each article tells by itself, kept as rows: tellings of positions, from which a question makes its answer without any reading. A ledger that keeps
/// results makes the rows of an article from it alone; as of a day it gives those of the articles that were in force then.
/// </summary>
/// <param name="name">The name by which a ledger keeps the rows.</param>
/// <param name="version">Changes with everything that they depend on and that is in no article.</param>
/// <param name="source">The kind of record that an article must have to have rows.</param>
/// <param name="rows">The rows of an article; their ids are unique in their kind over all articles.</param>
public sealed class RowsByArticle(string name, string version, RecordKind source, Func<Reading, ImmutableArray<DerivedRow>> rows)
    : IBlockFunction
{
    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public string Version => version;

    /// <inheritdoc/>
    public string Form => "1";

    /// <summary>The kind of record that an article must have to have rows.</summary>
    public RecordKind Source => source;

    /// <summary>The rows of an article.</summary>
    public ImmutableArray<DerivedRow> Of(Reading reading) => rows(reading);

    /// <inheritdoc/>
    public IEnumerable<string> Keys(Reading reading) => rows(reading).IsEmpty ? [] : [reading.Article.Id];

    /// <inheritdoc/>
    public IEnumerable<string> Scopes(Reading reading) => [];

    /// <inheritdoc/>
    public IEnumerable<string> ScopesOf(BlockSubject subject) => [];

    /// <inheritdoc/>
    public ImmutableArray<BlockSubject> Join(string key, ImmutableArray<Reading> tellers, JoinDecisions joins) =>
        [
            .. tellers.Select(reading => new BlockSubject
            {
                Id = reading.Article.Id,
                Scope = "",
                Tellers = [reading.Article.Id],
            }),
        ];

    /// <inheritdoc/>
    public bool Bears(BlockSubject subject, Reading reading) => false;

    /// <inheritdoc/>
    public ImmutableArray<DerivedRow> Assess(string key, BlockSubject subject, ImmutableArray<Reading> involved, BlockContext context) =>
        [.. involved.SelectMany(reading => rows(reading))];
}
