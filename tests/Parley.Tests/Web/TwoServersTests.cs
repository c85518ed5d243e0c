using System.Text;
using System.Text.Json;
using Npgsql;
using Parley.Ledger;
using Parley.Stores;
using Parley.Tests.Cli;
using Parley.Tests.Intake;
using Xunit;

namespace Parley.Tests.Web;

/// <summary>
/// Two servers on one ledger, in a file and in PostgreSQL: what is added or corrected at one is seen at the other; and of servers that share a work
/// folder one reads. With PostgreSQL only where <c>PARLEY_POSTGRES</c> names a server, as <c>.ci/run</c> does.
/// </summary>
public sealed class TwoServersTests : IDisposable
{
    private const string Story =
        "KYIV, March 31 - Russian artillery shelled Chernihiv on Thursday and killed two people, the governor Viacheslav Chaus said.";

    private static readonly string? s_server = Environment.GetEnvironmentVariable("PARLEY_POSTGRES");

    private readonly TemporaryFolder _folder = new();
    private readonly string _schema = $"parley_{Guid.NewGuid():N}";
    private bool _isPostgres;

    private string Address =>
        _isPostgres ? $"{s_server}{(s_server!.Contains('?') ? '&' : '?')}Search Path={_schema}" : Path.Combine(_folder.Root, "talks.db");

    [Theory]
    [InlineData("file")]
    [InlineData("postgres")]
    public async Task What_is_added_and_corrected_at_one_is_seen_at_the_other(string kind)
    {
        Prepare(kind);
        var before = Articles();
        await using var one = await Serve("one");
        await using var two = await Serve("two");
        using var listener = await EventListener.Open(two.Client, null);
        await listener.Until(": now");
        // Both take articles, and each reads its own.
        Assert.Equal(302, (await one.Upload([("a.txt", Encoding.UTF8.GetBytes(Story))], ("published", "2022-03-31"))).Status);
        Assert.Equal(302, (await two.Upload([("b.txt", Encoding.UTF8.GetBytes($"{Story} Again."))], ("published", "2022-03-31"))).Status);
        foreach (var bench in new[] { one, two })
        {
            using var jobs = JsonDocument.Parse(await bench.AllRead());
            Assert.Equal(1, Assert.Single(jobs.RootElement.GetProperty("items").EnumerateArray()).GetProperty("added").GetInt32());
        }
        await listener.Until("event: record.new");
        await listener.Until("event: record.new");
        // What is corrected at the first shows at the second, and can be taken back there.
        var queue = await two.Get("/api/v1/queue?limit=1");
        var record = queue.Split("\"record\":\"")[1].Split('"')[0];
        var said = await one.Post("/corrections", ("verb", "reject"), ("record", record));
        Assert.Equal(302, said.Status);
        var id = said.Place!.Split("done=")[1];
        Assert.Contains(id, await two.Get("/api/v1/corrections"), StringComparison.Ordinal);
        Assert.Equal(302, (await two.Post("/corrections", ("verb", "undo"), ("id", id))).Status);
        Assert.Contains("taken back", await one.Get("/api/v1/corrections"), StringComparison.Ordinal);
        foreach (
            var page in new[]
            {
                "/",
                "/board",
                "/matrix",
                "/timeline",
                "/map",
                "/claims",
                "/articles",
                "/search?q=Chernihiv",
                "/health/ready",
            }
        )
        foreach (var bench in new[] { one, two })
            Assert.NotEmpty(await bench.Get(page));
        Assert.Equal(before + 2, Articles());
    }

    [Theory]
    [InlineData("file")]
    [InlineData("postgres")]
    public async Task Of_servers_that_share_a_folder_one_reads_and_the_other_takes_over(string kind)
    {
        Prepare(kind);
        var before = Articles();
        var one = await Serve("both");
        await one.Upload([("a.txt", Encoding.UTF8.GetBytes(Story))], ("published", "2022-03-31"));
        await one.AllRead();
        await using var two = await Serve("both");
        await two.Upload([("b.txt", Encoding.UTF8.GetBytes($"{Story} Again."))], ("published", "2022-03-31"));
        // The first reads what was handed in to the second, and both tell of it.
        await two.AllRead();
        using (var listener = await EventListener.Open(one.Client, null))
            await listener.Until(": now");
        await one.DisposeAsync();
        await two.Upload([("c.txt", Encoding.UTF8.GetBytes($"{Story} And again."))], ("published", "2022-03-31"));
        using var jobs = JsonDocument.Parse(await two.AllRead());
        var items = jobs.RootElement.GetProperty("items").EnumerateArray().ToList();
        Assert.Equal([1, 1, 1], items.Select(job => job.GetProperty("added").GetInt32()));
        using var ledger = Open();
        Assert.Equal(before + 3, ledger.Articles(ReadingQuery.All).Length);
        Assert.Equal(before + 3, ledger.History().Count(entry => entry.What == "added"));
        // No event has the number of another.
        var events = await File.ReadAllLinesAsync(
            Path.Combine(_folder.Root, "both", "events.jsonl"),
            TestContext.Current.CancellationToken
        );
        var ids = events.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("id").GetInt64()).ToList();
        Assert.Equal(ids.Distinct().Order(), ids);
    }

    private int Articles()
    {
        using var ledger = Open();
        return ledger.Count(ReadingQuery.All);
    }

    private void Prepare(string kind)
    {
        _isPostgres = kind == "postgres";
        Assert.SkipUnless(!_isPostgres || s_server is not null, "PARLEY_POSTGRES names no PostgreSQL server; .ci/run starts one");
        if (!_isPostgres)
        {
            File.WriteAllBytes(Address, WorkbenchFixture.Samples);
            return;
        }
        Run($"CREATE SCHEMA {_schema}");
        var call = Call.Run([
            "add",
            "--model",
            "fast",
            "--ledger",
            Address,
            .. Directory
                .EnumerateFiles(Repository.Path("samples", "istanbul"))
                .Where(file => !file.EndsWith(".md", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal),
        ]);
        Assert.True(call.Code == 0, call.Errors);
    }

    private Task<WorkbenchFixture> Serve(string work) =>
        WorkbenchFixture.OfSamples(options => options with { OpenLedger = Open, WorkFolder = Path.Combine(_folder.Root, work) });

    private ILedger Open() => _isPostgres ? new PostgresLedger(Address) : new SqliteLedger(Address);

    private static void Run(string sql)
    {
        using var connection = new NpgsqlConnection(PostgresAddress.ToConnectionString(s_server!, TimeSpan.FromSeconds(5)));
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    public void Dispose()
    {
        if (_isPostgres && s_server is not null)
            Run($"DROP SCHEMA IF EXISTS {_schema} CASCADE");
        _folder.Dispose();
    }
}
