using Microsoft.Data.Sqlite;
using Parley.Corrections;
using Parley.Ledger;
using Parley.Records;
using Parley.Stores;
using Xunit;

namespace Parley.Tests.Stores;

/// <summary>Ledgers of older and newer versions, and files that are none.</summary>
public sealed class SqliteMigrationTests : IDisposable
{
    /// <summary>The tables as version 2 made them.</summary>
    private const string Version2 = """
        CREATE TABLE article (id TEXT PRIMARY KEY, published TEXT, publisher TEXT, title TEXT, source TEXT, url TEXT, reading TEXT NOT NULL) STRICT;
        CREATE TABLE actor (article TEXT NOT NULL REFERENCES article (id), id TEXT NOT NULL, name TEXT NOT NULL, code TEXT NOT NULL, PRIMARY KEY (article, id)) STRICT;
        CREATE TABLE event (article TEXT NOT NULL REFERENCES article (id), id TEXT NOT NULL, type TEXT NOT NULL, status TEXT NOT NULL, attestation TEXT NOT NULL, place TEXT, day TEXT, confidence REAL NOT NULL, uncertain INTEGER NOT NULL, PRIMARY KEY (article, id)) STRICT;
        CREATE TABLE undertaking (article TEXT NOT NULL REFERENCES article (id), id TEXT NOT NULL, party TEXT, kind TEXT NOT NULL, status TEXT NOT NULL, confidence REAL NOT NULL, uncertain INTEGER NOT NULL, PRIMARY KEY (article, id)) STRICT;
        CREATE INDEX actor_code ON actor (code);
        CREATE INDEX event_type ON event (type, day);
        CREATE INDEX undertaking_party ON undertaking (party, kind);
        PRAGMA user_version = 2;
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("parley-ledger").FullName;

    private string LedgerPath => Path.Combine(_folder, "talks.db");

    [Fact]
    public void A_ledger_of_version_2_is_brought_to_this_version_with_all_its_articles()
    {
        var reading = ReadingJson.Read(File.ReadAllText(Repository.Path("tests", "Golden", "read", "sel.json")));
        Run(Version2);
        Run(
            "INSERT INTO article (id, published, reading) VALUES ($id, $published, $reading)",
            ("$id", reading.Article.Id),
            ("$published", reading.Article.Published),
            ("$reading", ReadingJson.Write(reading))
        );
        Run("INSERT INTO actor VALUES ($id, 'a1', 'x', 'RUS')", ("$id", reading.Article.Id));
        for (var time = 0; time < 2; time++)
        {
            using var ledger = new SqliteLedger(LedgerPath);
            Assert.Equal(ReadingJson.Write(reading), ReadingJson.Write(Assert.Single(ledger.Readings())));
            Assert.Equal(5, ledger.Statistics().Schema);
            Assert.Equal(["added"], ledger.History(reading.Article.Id).Select(entry => entry.What));
        }
    }

    [Fact]
    public void A_ledger_of_version_3_gets_the_indexes_that_it_lacks()
    {
        var reading = ReadingJson.Read(File.ReadAllText(Repository.Path("tests", "Golden", "read", "sel.json")));
        var note = new Note("ann", DateTimeOffset.UnixEpoch, "");
        using (var ledger = new SqliteLedger(LedgerPath))
            ledger.Keep(reading, LedgerRun.Unknown, note);
        Run("DROP INDEX article_gone; DROP INDEX record_unsure; DROP INDEX article_run; DROP TABLE record_count; PRAGMA user_version = 3");
        using (var ledger = new SqliteLedger(LedgerPath))
        {
            Assert.Equal((1, 5), (ledger.Count(ReadingQuery.All), ledger.Statistics().Schema));
            Assert.Equal(
                reading.Undertakings.Count(undertaking => undertaking.Uncertain),
                ledger.CountUncertain(RecordKind.Undertaking, null, null)
            );
            ledger.Remove(reading.Article.Id, note);
            Assert.Equal((0, 0), (ledger.Count(ReadingQuery.All), ledger.CountUncertain(RecordKind.Undertaking, null, null)));
            Assert.Empty(ledger.Statistics().Records);
        }
        Assert.Equal("3", Text("SELECT COUNT(*) FROM sqlite_master WHERE name IN ('article_gone', 'record_unsure', 'article_run')"));
    }

    [Fact]
    public void A_ledger_of_version_4_gets_the_counts_of_its_records_without_those_of_older_versions()
    {
        var note = new Note("ann", DateTimeOffset.UnixEpoch, "");
        LedgerStatistics before;
        using (var ledger = new SqliteLedger(LedgerPath))
        {
            foreach (var reading in LedgerContract.TwoVersions())
                ledger.Keep(reading, LedgerRun.Unknown, note);
            before = ledger.Statistics();
            Assert.NotEmpty(before.Records);
            Assert.Equal(1, before.Superseded);
        }
        Run("DROP INDEX article_run; DROP TABLE record_count; PRAGMA user_version = 4");
        using (var ledger = new SqliteLedger(LedgerPath))
        {
            Assert.Equal(before.Records, ledger.Statistics().Records);
            Assert.Equal(before.Runs, ledger.Statistics().Runs);
            Assert.Equal(5, ledger.Statistics().Schema);
        }
    }

    [Fact]
    public void A_migration_that_fails_leaves_the_ledger_as_it_was()
    {
        Run(Version2);
        Run("INSERT INTO article (id, reading) VALUES ('x', 'no reading')");
        Assert.ThrowsAny<Exception>(() => new SqliteLedger(LedgerPath).Dispose());
        Assert.Equal("no reading", Text("SELECT reading FROM article"));
        Assert.Equal("2", Text("PRAGMA user_version"));
    }

    [Theory]
    [InlineData(99, LedgerFault.Newer)]
    [InlineData(1, LedgerFault.NotALedger)]
    public void Another_version_is_refused(int version, LedgerFault fault)
    {
        new SqliteLedger(LedgerPath).Dispose();
        Run($"PRAGMA user_version = {version}");
        var refusal = Assert.Throws<LedgerException>(() => new SqliteLedger(LedgerPath));
        Assert.Equal(fault, refusal.Fault);
        Assert.Contains($"version {version}", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_file_is_no_ledger()
    {
        File.WriteAllText(LedgerPath, "Not a database, but a note that is long enough to be looked at as one. " + new string('x', 200));
        Assert.Equal(LedgerFault.NotALedger, Assert.Throws<LedgerException>(() => new SqliteLedger(LedgerPath)).Fault);
    }

    [Fact]
    public void A_database_of_another_program_is_left_alone()
    {
        Run("CREATE TABLE songs (name TEXT)");
        Assert.Equal(LedgerFault.NotALedger, Assert.Throws<LedgerException>(() => new SqliteLedger(LedgerPath)).Fault);
        Assert.Equal("songs", Text("SELECT group_concat(name) FROM sqlite_master"));
    }

    private void Run(string sql, params (string Name, object? Value)[] values)
    {
        using var command = Command(sql, values);
        command.ExecuteNonQuery();
        command.Connection!.Dispose();
    }

    private string Text(string sql)
    {
        using var command = Command(sql);
        var text = command.ExecuteScalar()!.ToString()!;
        command.Connection!.Dispose();
        return text;
    }

    private SqliteCommand Command(string sql, params (string Name, object? Value)[] values)
    {
        var connection = new SqliteConnection($"Data Source={LedgerPath};Pooling=False");
        connection.Open();
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        return command;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
