using System.Collections.Immutable;
using Parley.Ledger;
using Parley.Records;

namespace Parley.Cli.Archives;

/// <summary>What was made of a shard: <c>00007.done.json</c>. It is there once the readings are whole; the same shard and run give the same bytes.</summary>
/// <param name="Version">Version of the form.</param>
/// <param name="Shard">The file of the shard.</param>
/// <param name="ShardSha256">Its hash.</param>
/// <param name="Readings">The file of the readings.</param>
/// <param name="ReadingsSha256">Its hash.</param>
/// <param name="ReadingsBytes">Its length.</param>
/// <param name="Run">What made the readings.</param>
/// <param name="Articles">Articles of the shard.</param>
/// <param name="Read">Articles that were read.</param>
/// <param name="Records">Records of all readings, by kind.</param>
/// <param name="Skipped">Inputs and articles that were not read, each with its reason.</param>
internal sealed record ShardDone(
    int Version,
    string Shard,
    string ShardSha256,
    string Readings,
    string ReadingsSha256,
    long ReadingsBytes,
    ArchiveRun Run,
    int Articles,
    int Read,
    RecordCounts Records,
    ImmutableArray<Skipped> Skipped
);

/// <summary>What makes readings of an archive.</summary>
/// <param name="Id">Sixteen digits of the hash of model and rules.</param>
/// <param name="Model">Name and hash of the language model.</param>
/// <param name="Rules">Hash of the lexicons, rules and program.</param>
/// <param name="Actors">The hash of a list of actors of one's own; null where none was given.</param>
internal sealed record ArchiveRun(string Id, string Model, string Rules, string? Actors)
{
    /// <summary>The run as ledgers know it.</summary>
    public LedgerRun ToLedgerRun() => new(Model, Rules);
}

/// <summary>How many records there are of each kind.</summary>
internal readonly record struct RecordCounts(long Actors, long Statements, long Events, long Figures, long Undertakings, long Positions)
{
    /// <summary>The counts of a reading.</summary>
    public static RecordCounts Of(Reading reading) =>
        new(
            reading.Actors.Length,
            reading.Statements.Length,
            reading.Events.Length,
            reading.Figures.Length,
            reading.Undertakings.Length,
            reading.Positions.Length
        );

    /// <summary>Both together.</summary>
    public static RecordCounts operator +(RecordCounts a, RecordCounts b) =>
        new(
            a.Actors + b.Actors,
            a.Statements + b.Statements,
            a.Events + b.Events,
            a.Figures + b.Figures,
            a.Undertakings + b.Undertakings,
            a.Positions + b.Positions
        );
}
