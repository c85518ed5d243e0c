using Parley.Ledger;
using Parley.Tests.Intake;
using Parley.Web.Server;
using Parley.Web.Users;
using Xunit;

namespace Parley.Tests.Web.Security;

/// <summary>The audit log is put aside when it is full, and several servers write to one.</summary>
public sealed class AuditLogTests : IDisposable
{
    private const int MostBytes = 2000;

    private readonly TemporaryFolder _folder = new();
    private long _ticks;

    private string LogPath => Path.Combine(_folder.Root, "talks.db.audit.jsonl");

    private ServerOptions Options =>
        new()
        {
            OpenLedger = () => new MemoryLedger(),
            LedgerName = "nothing",
            AuditFile = LogPath,
            AuditBytes = MostBytes,
            Now = () => new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero).AddSeconds(Interlocked.Increment(ref _ticks)),
        };

    [Fact]
    public void A_full_log_is_put_aside_and_no_line_is_lost()
    {
        var log = new AuditLog(Options);
        for (var at = 0; at < 60; at++)
            log.Add(Entry(at));
        var aside = AuditLog.PutAsideFiles(LogPath).ToList();
        Assert.True(aside.Count > 2, $"{aside.Count} files were put aside");
        Assert.All([LogPath, .. aside], file => Assert.InRange(new FileInfo(file).Length, 1, MostBytes));
        Assert.Equal(
            Enumerable.Range(0, 60).Select(Name),
            aside.AsEnumerable().Reverse().Append(LogPath).SelectMany(File.ReadLines).Select(line => line.Split('"').Single(IsName))
        );
        // The page shows those of before, too.
        Assert.Equal(Name(59), log.Last(500)[0].What);
        Assert.True(log.Last(500).Length > File.ReadLines(LogPath).Count());
        if (!OperatingSystem.IsWindows())
            Assert.All(
                [LogPath, .. aside],
                file => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file))
            );
    }

    [Fact]
    public void Of_many_full_logs_the_oldest_go()
    {
        var log = new AuditLog(Options with { AuditBytes = 200 });
        for (var at = 0; at < 80; at++)
            log.Add(Entry(at));
        Assert.Equal(AuditLog.MostKept, AuditLog.PutAsideFiles(LogPath).Count());
        Assert.Equal(Name(79), log.Last(1)[0].What);
    }

    [Fact]
    public void Servers_that_share_a_log_lose_no_line_of_each_other()
    {
        var logs = Enumerable.Range(0, 3).Select(_ => new AuditLog(Options)).ToList();
        Parallel.For(0, 90, at => logs[at % logs.Count].Add(Entry(at)));
        var lines = AuditLog.PutAsideFiles(LogPath).Append(LogPath).SelectMany(File.ReadLines).ToList();
        Assert.Equal(
            Enumerable.Range(0, 90).Select(Name),
            lines.Select(line => line.Split('"').Single(IsName)).Order(StringComparer.Ordinal)
        );
    }

    private static AuditEntry Entry(int at) => new(DateTimeOffset.UnixEpoch, "vera", "password", "127.0.0.1", Name(at), 200);

    private static string Name(int at) => $"POST /number-{at:000}";

    private static bool IsName(string part) => part.StartsWith("POST", StringComparison.Ordinal);

    public void Dispose() => _folder.Dispose();
}
