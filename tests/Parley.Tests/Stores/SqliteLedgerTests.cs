using Microsoft.Data.Sqlite;
using Parley.Ledger;
using Parley.Records;
using Parley.Stores;
using Parley.Tests.Ledger;
using Xunit;

namespace Parley.Tests.Stores;

public sealed class SqliteLedgerTests : LedgerContract
{
    private readonly string _folder = Directory.CreateTempSubdirectory("parley-ledger").FullName;

    private string LedgerPath => Path.Combine(_folder, "talks.db");

    private protected override ILedger Open() => new SqliteLedger(LedgerPath);

    [Fact]
    public void Two_instances_write_and_read_at_once()
    {
        new SqliteLedger(LedgerPath).Dispose();
        Parallel.For(
            0,
            4,
            writer =>
            {
                using var ledger = Open();
                for (var at = 0; at < 25; at++)
                {
                    ledger.Keep(Papers.Article("Wire", "2022-03-29", $"Report {writer} of {at}."));
                    Assert.NotEmpty(ledger.Readings());
                }
            }
        );
        using var all = Open();
        Assert.Equal(100, all.Readings().Length);
        Assert.Equal(100, all.History().Length);
    }

    [Fact]
    public void Sql_users_see_views()
    {
        using (var ledger = Open())
            ledger.Keep(ReadingJson.Read(File.ReadAllText(Repository.Path("tests", "Golden", "read", "sel.json"))));
        Assert.Equal(["0.314 1"], Rows("SELECT confidence || ' ' || uncertain FROM events WHERE uncertain"));
        Assert.Equal(["0.885 0"], Rows("SELECT confidence || ' ' || uncertain FROM undertakings"));
        foreach (var view in Rows("SELECT name FROM sqlite_master WHERE type = 'view'"))
            Rows($"SELECT '' FROM {view}");
    }

    [Fact]
    public void Every_view_is_on_the_page_for_sql_users()
    {
        new SqliteLedger(LedgerPath).Dispose();
        var page = File.ReadAllText(Repository.Path("docs", "ledger-sql.md"));
        Assert.All(
            Rows("SELECT name FROM sqlite_master WHERE type = 'view'"),
            view => Assert.Contains($"`{view}`", page, StringComparison.Ordinal)
        );
    }

    private List<string> Rows(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={LedgerPath};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
            rows.Add(reader.GetString(0));
        return rows;
    }

    public override void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        base.Dispose();
    }
}
