using System.Text.Json;
using Parley.Exports.Tables;
using Parley.Intake;
using Parley.Records;

namespace Parley.Cli.Archives;

/// <summary>
/// Reads shards. In: a shard of an archive. Out: its readings, then what was made of it; the same shard and run give the same bytes, on whatever machine of
/// one kind. Both are written beside their place and renamed, so that a process that ends leaves nothing half, and two that read the same shard do no harm.
/// </summary>
/// <param name="session">The session.</param>
/// <param name="reader">Reads articles.</param>
/// <param name="run">What makes the readings.</param>
internal sealed class ShardReading(Session session, Reader reader, ArchiveRun run)
{
    /// <summary>Reads a shard, unless this run has read it already.</summary>
    /// <param name="folder">The archive.</param>
    /// <param name="number">The number of the shard, from 1.</param>
    /// <param name="shard">The shard.</param>
    /// <returns>What was made of it, and whether that was there before.</returns>
    public (ShardDone Done, bool WasThere) Read(ArchiveFolder folder, int number, ShardEntry shard)
    {
        if (Finished(folder, number, shard) is { } before)
            return (before, true);
        var path = folder.Shard(number);
        if (FileHashes.Of(path)?.Sha256 != shard.Sha256)
            throw new ProblemException(ArchiveProblems.Damaged(path, "its hash is not that of the manifest"), ExitCode.NothingRead);
        try
        {
            var done = Make(folder, number, shard);
            AtomicFile.Write(folder.Done(number), ArchiveJson.File(done));
            AtomicFile.DeleteParts(folder.ReadingsOf(number));
            AtomicFile.DeleteParts(folder.Done(number));
            return (done, false);
        }
        catch (ProblemException) when (Finished(folder, number, shard) is not null)
        {
            // Another process was faster, and took away what it found half.
            return (Finished(folder, number, shard)!, true);
        }
    }

    private ShardDone? Finished(ArchiveFolder folder, int number, ShardEntry shard) =>
        ArchiveFiles.Done(folder, number, shard) is { } done && done.Run == run ? done : null;

    private ShardDone Make(ArchiveFolder folder, int number, ShardEntry shard)
    {
        var (skipped, counts, read) = (new List<Skipped>(), default(RecordCounts), 0);
        using var file = new AtomicFile(folder.ReadingsOf(number));
        var table = new ParquetTable(
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["parley.shard"] = shard.Sha256,
                ["parley.model"] = run.Model,
                ["parley.rules"] = run.Rules,
            }
        )
        {
            GroupRows = ReadingRow.GroupRows,
        };
        table.Write(ReadingRow.Table, Rows(folder.Shard(number)), file);
        var (sha256, bytes) = file.Commit();
        return new ShardDone(
            ArchiveManifest.Current,
            shard.File,
            shard.Sha256,
            Path.GetFileName(folder.ReadingsOf(number)),
            sha256,
            bytes,
            run,
            shard.Articles,
            read,
            counts,
            [.. skipped]
        );

        IEnumerable<ReadingRow> Rows(string path)
        {
            var done = 0;
            foreach (var (row, why) in OrderedWork.Run(ArchiveFiles.Lines(path), ReadLine, session.Output.Flush))
            {
                session.Progress.Show(++done, (double)done / Math.Max(1, shard.Articles));
                if (row is null)
                {
                    skipped.Add(why!);
                    continue;
                }
                read++;
                counts += row.Counts;
                yield return row;
            }
        }
    }

    private (ReadingRow? Row, Skipped? Why) ReadLine(string line)
    {
        ShardLine taken;
        try
        {
            taken = ShardLine.Read(line);
        }
        catch (JsonException e)
        {
            // Its hash was right: it was not made by parley shard.
            return (null, Problems.NotJson("a line of the shard", e.Message.TrimEnd('.')).Skip(""));
        }
        if (taken.Document is not { } document)
            return (null, taken.Skipped);
        try
        {
            return (ReadingRow.Of(reader.Read(document), document), null);
        }
        catch (Exception e) when (e is not (OutOfMemoryException or OperationCanceledException))
        {
            var name = document.Source ?? ArticleNames.Short(taken.Article ?? "");
            return (null, Problems.Fault(name, e).Skip(name));
        }
    }
}
