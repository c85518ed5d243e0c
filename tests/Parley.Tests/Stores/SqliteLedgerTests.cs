using Microsoft.Data.Sqlite;
using Parley.Records;
using Parley.Stores;
using Parley.Tests.Ledger;
using Xunit;

namespace Parley.Tests.Stores;

public sealed class SqliteLedgerTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("parley-ledger").FullName;

    private string LedgerPath => Path.Combine(_folder, "talks.db");

    [Fact]
    public void What_is_kept_is_there_when_the_file_is_opened_again()
    {
        var reading = Papers
            .Article("Wire", "2022-03-29", "Russia will scale back.")
            .Promises(UndertakingKind.ReductionOfOperations, 0, Papers.Kyiv);
        using (var ledger = new SqliteLedger(LedgerPath))
            Assert.True(ledger.Keep(reading));
        using var again = new SqliteLedger(LedgerPath);
        Assert.True(again.Holds(reading.Article.Id));
        Assert.Equal(ReadingJson.Write(reading), ReadingJson.Write(Assert.Single(again.Readings())));
    }

    [Fact]
    public void Confidence_speakers_and_who_denies_are_kept()
    {
        var reading = ReadingJson.Read(File.ReadAllText(Repository.Path("tests", "Golden", "read", "sel.json")));
        using (var ledger = new SqliteLedger(LedgerPath))
            ledger.Keep(reading);
        using (var ledger = new SqliteLedger(LedgerPath))
            Assert.Equal(ReadingJson.Write(reading), ReadingJson.Write(Assert.Single(ledger.Readings())));
        Assert.Equal(["0.314 1 Narrated"], Rows("SELECT confidence || ' ' || uncertain || ' ' || attestation FROM event WHERE uncertain"));
        Assert.Equal(["0.885 0"], Rows("SELECT confidence || ' ' || uncertain FROM undertaking"));
    }

    [Fact]
    public void A_ledger_of_an_older_version_is_refused()
    {
        new SqliteLedger(LedgerPath).Dispose();
        Rows("PRAGMA user_version = 1");
        var refusal = Assert.Throws<InvalidDataException>(() => new SqliteLedger(LedgerPath));
        Assert.Equal($"{LedgerPath} is a ledger of version 1; this program reads version 2", refusal.Message);
    }

    [Fact]
    public void The_same_article_is_kept_once()
    {
        var reading = Papers.Article("Wire", "2022-03-29", "Russia will scale back.");
        using var ledger = new SqliteLedger(LedgerPath);
        Assert.True(ledger.Keep(reading));
        Assert.False(ledger.Keep(reading));
        Assert.Single(ledger.Readings());
    }

    [Fact]
    public void A_reading_that_cannot_be_kept_whole_is_not_kept()
    {
        var reading = Papers.Article("Wire", "2022-03-29", "Shells fell.").Does(EventType.Assault, null, 0, Papers.Kyiv);
        var twice = reading with { Events = [.. reading.Events, .. reading.Events] };
        using var ledger = new SqliteLedger(LedgerPath);
        Assert.ThrowsAny<Exception>(() => ledger.Keep(twice));
        Assert.False(ledger.Holds(reading.Article.Id));
        Assert.True(ledger.Keep(reading));
    }

    [Fact]
    public void Readings_come_by_day_of_publication()
    {
        using var ledger = new SqliteLedger(LedgerPath);
        ledger.Keep(Papers.Article("Late", "2022-04-07", "They have gone."));
        ledger.Keep(Papers.Article("Early", "2022-03-28", "They will meet."));
        Assert.Equal(["Early", "Late"], ledger.Readings().Select(reading => reading.Article.Publisher!));
    }

    [Fact]
    public void A_file_that_is_no_ledger_is_refused()
    {
        File.WriteAllText(LedgerPath, "Not a database, but a note that is long enough to be looked at as one. " + new string('x', 200));
        Assert.ThrowsAny<Exception>(() => new SqliteLedger(LedgerPath).Dispose());
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

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
