using System.Diagnostics;
using System.Globalization;
using Parley.Cli.Archives;
using Xunit;

namespace Parley.Tests.Cli.Archives;

/// <summary>
/// An archive read by many processes, of which some are killed at random moments, some read the same shard, and some have no room: what is gathered in the
/// end is what one process makes. With plain processes; with GNU parallel where it is installed; and with Slurm where <c>PARLEY_SLURM</c> in the environment
/// names the configuration of one, which <c>.ci/slurm</c> starts. <c>PARLEY_KILLS</c> sets the number of rounds.
/// </summary>
public sealed class ArchiveWorkersTests : IDisposable
{
    private const int LongestMilliseconds = 900;
    private const string Parallel = "/usr/bin/parallel";

    private static readonly int s_rounds = int.TryParse(Environment.GetEnvironmentVariable("PARLEY_KILLS"), out var kills) ? kills : 1;
    private static readonly string? s_slurm = Environment.GetEnvironmentVariable("PARLEY_SLURM");
    private static readonly string s_program = Path.Combine(AppContext.BaseDirectory, "Parley.Cli.dll");

    private readonly SampleArchive _archive = new();

    public ArchiveWorkersTests() => _archive.Cut();

    public void Dispose() => _archive.Dispose();

    [Fact]
    public void Killed_and_doubled_workers_lose_and_double_nothing()
    {
        var random = new Random(20260131);
        for (var round = 0; round < s_rounds; round++)
        {
            // Each shard has a worker, and the first two have a second one.
            var workers = _archive.Shards.Concat([1, 2]).OrderBy(_ => random.Next()).Select(Start).ToList();
            foreach (var worker in workers.Where(_ => random.Next(10) < 3))
            {
                worker.WaitForExit(random.Next(LongestMilliseconds));
                worker.Kill();
            }
            foreach (var worker in workers)
                Finish(worker);
        }
        // As a machine that lost power might leave it.
        File.WriteAllBytes(_archive.Files.ReadingsOf(3), [0x50, 0x41, 0x52, 0x31]);
        Check();
    }

    [Fact]
    public void A_worker_whose_files_may_not_grow_leaves_nothing_half()
    {
        Assert.SkipUnless(File.Exists("/bin/bash"), "no bash: files of limited length are not tested");
        var start = Dotnet();
        (start.FileName, var program) = ("/bin/bash", start.ArgumentList[0]);
        start.ArgumentList.Clear();
        foreach (var word in new[] { "-c", "trap '' XFSZ; ulimit -f 4; exec dotnet \"$@\"", "sh", program })
            start.ArgumentList.Add(word);
        foreach (var word in new[] { "read", "--model", "fast", "--shard", _archive.Files.Shard(1) })
            start.ArgumentList.Add(word);
        // The runtime makes a file of its own for its code otherwise.
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        CheckNoRoom(start);
    }

    [Fact]
    public void A_worker_on_a_full_disk_leaves_nothing_half()
    {
        Directory.CreateDirectory(_archive.Files.Readings);
        Assert.SkipUnless(
            Run("mount", "-t", "tmpfs", "-o", "size=8k", "none", _archive.Files.Readings) == 0,
            "no right to mount: a full disk is not tested"
        );
        try
        {
            CheckNoRoom(Dotnet("read", "--model", "fast", "--shard", _archive.Files.Shard(1)));
        }
        finally
        {
            Assert.Equal(0, Run("umount", _archive.Files.Readings));
        }
    }

    [Fact]
    public void A_gathering_that_is_killed_goes_on_where_it_was()
    {
        _archive.Read(_archive.Shards);
        var random = new Random(20260201);
        for (var round = 0; round < s_rounds; round++)
        {
            using var gathering = Process.Start(Dotnet("gather", _archive.Folder, "--ledger", _archive.In("talks.db")))!;
            gathering.WaitForExit(random.Next(2 * LongestMilliseconds));
            gathering.Kill();
            gathering.WaitForExit();
        }
        Check();
    }

    [Fact]
    public void Gnu_parallel_reads_all_though_workers_are_killed()
    {
        Assert.SkipUnless(File.Exists(Parallel), "no GNU parallel: reading with it is not tested");
        using var all = Process.Start(Script("read-all", [_archive.Folder, "3"]))!;
        Killing(all, new Random(20260202), () => ReadersOf(_archive.Folder));
        Assert.Equal(0, all.ExitCode);
        Check();
    }

    [Fact]
    public void Slurm_reads_all_though_tasks_are_killed()
    {
        Assert.SkipUnless(s_slurm is not null, "PARLEY_SLURM names no configuration of Slurm; .ci/slurm starts one");
        Submit("1-6");
        using (var queue = Process.Start(Wait())!)
            Killing(queue, new Random(20260203), () => ReadersOf(_archive.Folder));
        // What was killed is read by the same line again, with fewer tasks than shards.
        Submit("1-2");
        using (var queue = Process.Start(Wait())!)
            queue.WaitForExit();
        Check(readRest: false);
    }

    private void CheckNoRoom(ProcessStartInfo start)
    {
        using var worker = Process.Start(start)!;
        var said = worker.StandardError.ReadToEnd();
        worker.WaitForExit();
        Assert.Equal((3, "PRL0194"), (worker.ExitCode, said.Split(':')[0]));
        Assert.Empty(Directory.EnumerateFiles(_archive.Files.Readings));
    }

    private static int Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return -1;
        }
    }

    /// <summary>Reads what is left, gathers, and holds the ledger against that of one process.</summary>
    private void Check(bool readRest = true)
    {
        if (readRest)
            Assert.Equal(0, _archive.Read(_archive.Shards).Code);
        Assert.Equal(0, _archive.Gather("talks.db").Code);
        Assert.Equal(0, Call.Run("verify", _archive.Folder).Code);
        Assert.Equal(_archive.DumpOfOneProcess(), _archive.Dump("talks.db"));
        Assert.Empty(Directory.EnumerateFiles(_archive.Files.Readings, "*" + AtomicFile.PartEnding));
    }

    private Process Start(int shard) => Process.Start(Dotnet("read", "--model", "fast", "--shard", _archive.Files.Shard(shard)))!;

    private static void Finish(Process worker)
    {
        worker.WaitForExit();
        worker.Dispose();
    }

    /// <summary>Kills three in ten of the processes that come, at random moments, until another ends. Each is killed once at most.</summary>
    private static void Killing(Process until, Random random, Func<IEnumerable<int>> readers)
    {
        var known = new HashSet<int>();
        var doomed = new Dictionary<int, DateTime>();
        while (!until.WaitForExit(20))
        {
            foreach (var reader in readers())
                if (known.Add(reader) && random.Next(10) < 3)
                    doomed[reader] = DateTime.UtcNow.AddMilliseconds(random.Next(LongestMilliseconds));
            foreach (var (reader, _) in doomed.Where(one => one.Value < DateTime.UtcNow).ToList())
            {
                doomed.Remove(reader);
                if (!readers().Contains(reader))
                    continue;
                try
                {
                    using var process = Process.GetProcessById(reader);
                    process.Kill();
                }
                catch (ArgumentException)
                {
                    // It has ended meanwhile.
                }
            }
        }
    }

    /// <summary>The processes of this computer that read shards of an archive.</summary>
    private static IEnumerable<int> ReadersOf(string folder)
    {
        foreach (var process in Directory.EnumerateDirectories("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(process), NumberStyles.None, CultureInfo.InvariantCulture, out var id))
                continue;
            string[] words;
            try
            {
                words = File.ReadAllText(Path.Combine(process, "cmdline")).Split('\0');
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                continue;
            }
            if (
                words[0].EndsWith("dotnet", StringComparison.Ordinal)
                && words.Any(word => word.StartsWith(folder, StringComparison.Ordinal))
            )
                yield return id;
        }
    }

    private void Submit(string array)
    {
        var start = new ProcessStartInfo(
            "sbatch",
            [
                $"--array={array}",
                $"--output={_archive.In("task-%a.log")}",
                Repository.Path("tools", "archive", "read.sbatch"),
                _archive.Folder,
            ]
        )
        {
            RedirectStandardOutput = true,
        };
        using var submitted = Process.Start(With(start))!;
        submitted.WaitForExit();
        Assert.Equal(0, submitted.ExitCode);
    }

    /// <summary>Ends when nothing waits or runs any more.</summary>
    private static ProcessStartInfo Wait() =>
        With(new ProcessStartInfo("/bin/bash", ["-c", "while [ -n \"$(squeue --noheader --name=parley)\" ]; do sleep 0.1; done"]));

    private static ProcessStartInfo Script(string name, string[] arguments) =>
        With(
            new ProcessStartInfo(Repository.Path("tools", "archive", name), arguments)
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        );

    private static ProcessStartInfo With(ProcessStartInfo start)
    {
        start.Environment["PARLEY"] = $"dotnet {s_program}";
        if (s_slurm is not null)
            start.Environment["SLURM_CONF"] = s_slurm;
        return start;
    }

    private static ProcessStartInfo Dotnet(params string[] arguments) =>
        new("dotnet", [s_program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
}
