using System.Text.Json;
using Parley.Answers;
using Parley.Ledger;

namespace Parley.Cli.Archives;

/// <summary>
/// Brings the readings of an archive into a ledger. In: the files of readings, in the order of their shards. Out: the ledger that <c>parley add</c> makes of
/// the same articles. Readings are unpacked and prepared on all cores, and kept many in a transaction; then copies, origins, undertakings and their evidence
/// are joined by the ledger's own blocks. A run that ended is taken up by the next: what is there is passed over.
/// </summary>
/// <param name="session">The session.</param>
/// <param name="ledger">The ledger, by the instance that writes.</param>
/// <param name="doorkeeper">The ledger, by which it is seen what is there.</param>
internal sealed class Gatherer(Session session, ILedger ledger, ILedger doorkeeper)
{
    /// <summary>Readings that are kept in one transaction.</summary>
    private const int KeptAtOnce = 100;

    /// <summary>Prepared readings that may wait, for each core: while one transaction is written, the next is made ready.</summary>
    private const int Waiting = 100;

    private Note? _note;

    /// <summary>Keeps the readings of shards; gives what became of their articles.</summary>
    /// <param name="folder">The archive.</param>
    /// <param name="shards">The shards that are read.</param>
    /// <param name="note">Who gathers, when and why. A run that goes on has the time of the one that began, so that versions of one day come in the same order.</param>
    public GatheredCounts KeepAll(ArchiveFolder folder, IReadOnlyList<(int Number, ShardDone Done)> shards, Note note)
    {
        var total = shards.Sum(shard => (long)shard.Done.Read);
        var (counts, batch) = (new GatheredCounts(0, 0, 0), new List<ReadyReading>(KeptAtOnce));
        foreach (var row in OrderedWork.Run(Rows(folder, shards), Prepare, session.Output.Flush, Waiting))
        {
            if (row.Ready is { } ready)
            {
                batch.Add(ready);
                if (batch.Count == KeptAtOnce)
                    counts += Keep(batch, note);
            }
            else
            {
                counts += new GatheredCounts(0, row.IsRemoved ? 0 : 1, row.IsRemoved ? 1 : 0);
                _note ??= NoteOf(row.Article, note);
            }
            session.Progress.Show((int)counts.All, (double)counts.All / Math.Max(1, total));
        }
        return counts + Keep(batch, note);
    }

    /// <summary>Joins what was kept: copies, origins, undertakings with their evidence, positions. What one call joined before it ended the next does not join again.</summary>
    public void Join()
    {
        foreach (var function in LedgerFunctions.All)
            ledger.Refresh(function);
    }

    /// <summary>The note of an article that an earlier run of this gathering kept; null where another added it.</summary>
    private Note? NoteOf(string article, Note note) =>
        ledger.History(article).Select(entry => entry.Note).FirstOrDefault(known => known.Why == note.Why && known.By == note.By);

    private GatheredCounts Keep(List<ReadyReading> batch, Note note)
    {
        if (batch.Count == 0)
            return default;
        _note ??= note;
        var kept = ledger.KeepAll(batch, _note).Count(one => one.IsNew);
        var counts = new GatheredCounts(kept, batch.Count - kept, 0);
        batch.Clear();
        return counts;
    }

    private IEnumerable<GatheredRow> Rows(ArchiveFolder folder, IReadOnlyList<(int Number, ShardDone Done)> shards)
    {
        foreach (var (number, done) in shards)
        foreach (var row in ReadingRow.Read(folder.ReadingsOf(number)))
            yield return doorkeeper.Holds(row.Article) ? new GatheredRow(row.Article, null, null)
            : doorkeeper.Removal(row.Article) is not null ? new GatheredRow(row.Article, null, null) { IsRemoved = true }
            : new GatheredRow(row.Article, row, done.Run.ToLedgerRun());
    }

    private PreparedRow Prepare(GatheredRow row)
    {
        if (row.Row is null)
            return new PreparedRow(row.Article, null, row.IsRemoved);
        try
        {
            var (reading, document) = row.Row.ToReading();
            return new PreparedRow(row.Article, doorkeeper.Prepare(reading, row.Run!, document), false);
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"the reading of {row.Article} is damaged", e);
        }
    }

    /// <summary>A row, without what it holds where its article is in the ledger, or was removed.</summary>
    private sealed record GatheredRow(string Article, ReadingRow? Row, LedgerRun? Run)
    {
        public bool IsRemoved { get; init; }
    }

    private sealed record PreparedRow(string Article, ReadyReading? Ready, bool IsRemoved);
}

/// <summary>What became of the articles of an archive.</summary>
/// <param name="Added">New in the ledger.</param>
/// <param name="Present">There already.</param>
/// <param name="Removed">Removed before, and left so.</param>
internal readonly record struct GatheredCounts(long Added, long Present, long Removed)
{
    /// <summary>All of them.</summary>
    public long All => Added + Present + Removed;

    /// <summary>Both together.</summary>
    public static GatheredCounts operator +(GatheredCounts a, GatheredCounts b) =>
        new(a.Added + b.Added, a.Present + b.Present, a.Removed + b.Removed);
}
