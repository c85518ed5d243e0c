using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using Parley.Cli;
using Parley.Cli.Archives;
using Parley.Exports.Tables;
using Parley.Ledger;
using Parley.Records;
using Parley.Stores;

namespace Parley.Bench;

/// <summary>
/// An archive of readings that were made by variation, as <see cref="LedgerScale"/> makes them, and what gathering it costs: time, memory, bytes. The language
/// model is run on the corpus once only.
/// </summary>
internal static class ArchiveScale
{
    private const int ShardSize = 5000;
    private const int DaysApart = 37;

    /// <summary>Makes the archive, gathers it in a process of its own, and prints what that took.</summary>
    /// <param name="folder">The folder that holds the corpus, or a file of readings of it as <c>parley read --jsonl</c> writes them.</param>
    /// <param name="articles">How many articles.</param>
    public static void Run(string folder, int articles)
    {
        var scratch = Directory.CreateTempSubdirectory("parley-archive-").FullName;
        try
        {
            var archive = new ArchiveFolder(Path.Combine(scratch, "archive"));
            var watch = Stopwatch.StartNew();
            Make(archive, LedgerScale.Varied(LedgerScale.Read(folder), articles, DaysApart));
            Say("making the archive, s", watch.Elapsed.TotalSeconds);
            Say(
                "bytes of readings an article",
                (double)new DirectoryInfo(archive.Readings).EnumerateFiles().Sum(file => file.Length) / articles
            );
            Say(
                "bytes of shards an article",
                (double)new DirectoryInfo(archive.Shards).EnumerateFiles().Sum(file => file.Length) / articles
            );
            var ledger = Path.Combine(scratch, "talks.db");
            watch.Restart();
            GatherApart(archive.Root, ledger);
            Say($"gathering {articles.ToString("N0", CultureInfo.InvariantCulture)} articles, s", watch.Elapsed.TotalSeconds);
            Say("bytes of the ledger an article", (double)new FileInfo(ledger).Length / articles);
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
    }

    private static void Make(ArchiveFolder archive, IEnumerable<Reading> readings)
    {
        var plan = new ShardPlan(ShardSize, [new ArchiveSource("variations", 0, 0, null)], null, null);
        var shards = new List<ShardEntry>();
        var run = new ArchiveRun(new LedgerRun("varied", "varied").Id, "varied", "varied", null);
        foreach (var some in readings.Chunk(ShardSize))
        {
            var number = shards.Count + 1;
            using var shard = new ShardFile(archive.Shard(number), ShardSize);
            var line = new ArrayBufferWriter<byte>();
            foreach (var reading in some)
            {
                line.ResetWrittenCount();
                ShardLine.Write(line, reading.Article.Id, Documents.Of(reading.Article));
                shard.Add(reading.Article.Id, ReadingOrder.Day(reading), line.WrittenSpan);
            }
            shards.Add(shard.Finish(0));
            AtomicFile.Write(archive.Done(number), ArchiveJson.File(Readings(archive, number, shards[^1], some, run)));
        }
        AtomicFile.Write(archive.Manifest, ArchiveJson.File(ArchiveManifest.Of(plan, shards)));
    }

    private static ShardDone Readings(ArchiveFolder archive, int number, ShardEntry shard, Reading[] readings, ArchiveRun run)
    {
        using var file = new AtomicFile(archive.ReadingsOf(number));
        var rows = readings.AsParallel().AsOrdered().Select(reading => ReadingRow.Of(reading, Documents.Of(reading.Article)));
        new ParquetTable { GroupRows = ReadingRow.GroupRows }.Write(ReadingRow.Table, rows, file);
        var (sha256, bytes) = file.Commit();
        var counts = readings.Aggregate(default(RecordCounts), (sum, reading) => sum + RecordCounts.Of(reading));
        var name = Path.GetFileName(archive.ReadingsOf(number));
        return new ShardDone(1, shard.File, shard.Sha256, name, sha256, bytes, run, readings.Length, readings.Length, counts, []);
    }

    /// <summary>Gathers in this process, without the reader of testimony, whose cost is that of the board and not of gathering.</summary>
    public static void Gather(string folder, string file)
    {
        var archive = new ArchiveFolder(folder);
        var manifest = ArchiveFiles.Manifest(archive);
        var shards = Enumerable
            .Range(1, manifest.Shards.Length)
            .Select(number => (number, ArchiveFiles.Done(archive, number, manifest.Shards[number - 1])!))
            .ToList();
        using var ledger = new SqliteLedger(file);
        using var doorkeeper = new SqliteLedger(file);
        var gatherer = new Gatherer(Session.OfProcess(), ledger, doorkeeper);
        var watch = Stopwatch.StartNew();
        var articles = gatherer.KeepAll(archive, shards, new Note("bench", DateTimeOffset.UnixEpoch, "archive")).All;
        Say("keeping, ms an article", watch.Elapsed.TotalMilliseconds / articles);
        Say("the same in processor time", Environment.CpuUsage.TotalTime.TotalMilliseconds / articles);
        watch.Restart();
        gatherer.Join();
        Say("joining by features, ms an article", watch.Elapsed.TotalMilliseconds / articles);
        Say("peak memory of gathering, MB", Process.GetCurrentProcess().PeakWorkingSet64 / 1048576.0);
    }

    /// <summary>Gathers in a process of its own, so that its memory is its own.</summary>
    private static void GatherApart(string archive, string ledger)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Parley.Bench.dll");
        using var process = Process.Start(new ProcessStartInfo("dotnet", [program, "gather", archive, ledger]))!;
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"gathering ended with {process.ExitCode}");
    }

    private static void Say(string what, double value) =>
        Console.WriteLine($"{value.ToString(value < 100 ? "N1" : "N0", CultureInfo.InvariantCulture), 12}  {what}");
}
