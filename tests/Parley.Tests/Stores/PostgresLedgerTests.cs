using Npgsql;
using Parley.Ledger;
using Parley.Stores;
using Xunit;

namespace Parley.Tests.Stores;

/// <summary>
/// The same ledger in PostgreSQL. <c>PARLEY_POSTGRES</c> in the environment is the address of a server on which schemas may be made; without
/// it these tests are left out, by name. <c>.ci/run</c> starts one where Debian's packages are there.
/// </summary>
public sealed class PostgresLedgerTests : LedgerContract
{
    private static readonly string? s_server = Environment.GetEnvironmentVariable("PARLEY_POSTGRES");
    private readonly string _schema = $"parley_{Guid.NewGuid():N}";

    public PostgresLedgerTests()
    {
        Assert.SkipUnless(s_server is not null, "PARLEY_POSTGRES names no PostgreSQL server; .ci/run starts one");
        Run($"CREATE SCHEMA {_schema}");
    }

    private string Address => $"{s_server}{(s_server!.Contains('?') ? '&' : '?')}Search Path={_schema}";

    private protected override ILedger Open() => new PostgresLedger(Address);

    [Fact]
    public void Several_write_at_once_and_nothing_is_lost()
    {
        Open().Dispose();
        Parallel.For(
            0,
            3,
            writer =>
            {
                using var ledger = Open();
                for (var at = 0; at < 10; at++)
                    ledger.Keep(Ledger.Papers.Article("Wire", "2022-03-29", $"Report {writer} of {at}."));
            }
        );
        using var all = Open();
        Assert.Equal(30, all.Readings().Length);
    }

    [Fact]
    public void A_ledger_of_version_4_gets_the_counts_of_its_records()
    {
        LedgerStatistics before;
        using (var ledger = Open())
        {
            foreach (var reading in TwoVersions())
                ledger.Keep(reading, First, By("ann"));
            before = ledger.Statistics();
        }
        Run($"DROP INDEX {_schema}.article_run; DROP TABLE {_schema}.record_count; UPDATE {_schema}.parley_schema SET version = 4");
        using var again = Open();
        Assert.NotEmpty(before.Records);
        Assert.Equal(before.Records, again.Statistics().Records);
        Assert.Equal(before.Runs, again.Statistics().Runs);
        Assert.Equal(before.Schema, again.Statistics().Schema);
    }

    [Fact]
    public void A_newer_ledger_is_refused()
    {
        Open().Dispose();
        Run($"UPDATE {_schema}.parley_schema SET version = 99");
        Assert.Equal(LedgerFault.Newer, Assert.Throws<LedgerException>(Open).Fault);
    }

    [Fact]
    public void A_server_that_is_not_there_is_said_so() =>
        Assert.Equal(
            LedgerFault.Unreachable,
            Assert.Throws<LedgerException>(() => new PostgresLedger("postgres://nobody@127.0.0.1:1/none?Timeout=1")).Fault
        );

    [Fact]
    public void Results_by_block_are_those_of_other_ledgers()
    {
        using var ledger = Open();
        using var plain = new MemoryLedger();
        foreach (var reading in BlockTests.Pool())
        {
            ledger.Keep(reading);
            plain.Keep(reading);
        }
        foreach (var kind in new[] { "board", "queue" })
            Assert.Equal(
                plain.Derived(Parley.Answers.LedgerFunctions.Board, new DerivedQuery(kind)),
                ledger.Derived(Parley.Answers.LedgerFunctions.Board, new DerivedQuery(kind))
            );
        var positions = Parley.Negotiations.PositionRows.Function;
        foreach (var day in new[] { null, "2022-03-29" })
            Assert.Equal(
                plain.Derived(positions, new DerivedQuery("position") { AsOf = day }),
                ledger.Derived(positions, new DerivedQuery("position") { AsOf = day })
            );
        Assert.Equal(plain.Copies(), ledger.Copies());
    }

    public override void Dispose()
    {
        if (s_server is not null)
            Run($"DROP SCHEMA {_schema} CASCADE");
        base.Dispose();
    }

    private static void Run(string sql)
    {
        using var connection = new NpgsqlConnection(PostgresAddress.ToConnectionString(s_server!, TimeSpan.FromSeconds(5)));
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
