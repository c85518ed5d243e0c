using Microsoft.Data.Sqlite;
using Parley.Ledger;
using Parley.Stores;
using Parley.Tests.Cli;
using Parley.Tests.Ledger;
using Xunit;

namespace Parley.Tests.Stores;

/// <summary>What the world does to files: each a clear message, and nothing that was kept is lost.</summary>
public sealed class BadLedgerTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("parley-ledger").FullName;

    private string LedgerPath => Path.Combine(_folder, "talks.db");

    [Fact]
    public void A_locked_ledger_is_said_to_be_in_use()
    {
        Fill(1);
        using var other = Connect();
        Run(other, "BEGIN IMMEDIATE");
        using var ledger = new SqliteLedger(LedgerPath, TimeSpan.FromMilliseconds(50));
        Assert.Single(ledger.Readings());
        Assert.Equal(LedgerFault.Locked, Assert.Throws<LedgerException>(() => ledger.Keep(Paper(1))).Fault);
        Run(other, "ROLLBACK");
        Assert.True(ledger.Keep(Paper(1)));
    }

    [Fact]
    public void A_ledger_that_may_only_be_read_answers_and_is_not_written()
    {
        Fill(2);
        File.SetAttributes(LedgerPath, FileAttributes.ReadOnly);
        try
        {
            using (var ledger = new SqliteLedger(LedgerPath))
            {
                Assert.Equal(2, ledger.Readings().Length);
                Assert.Empty(ledger.Derived(Parley.Answers.LedgerFunctions.Board, new DerivedQuery("board")));
                Assert.Equal(LedgerFault.ReadOnly, Assert.Throws<LedgerException>(() => ledger.Keep(Paper(2))).Fault);
            }
            var call = Call.Run("remove", "--ledger", LedgerPath, Paper(0).Article.Id[..8]);
            Assert.Equal((3, ""), (call.Code, call.Output));
            Assert.StartsWith($"PRL0055: {LedgerPath} cannot be written (", Assert.Single(call.ErrorLines), StringComparison.Ordinal);
        }
        finally
        {
            File.SetAttributes(LedgerPath, FileAttributes.Normal);
        }
    }

    [Fact]
    public void A_full_disk_keeps_what_was_added_and_nothing_in_part()
    {
        Fill(1);
        var added = 1;
        using (var ledger = new SqliteLedger(LedgerPath) { MostPages = 120 })
        {
            void AddForEver()
            {
                for (; added < 1000; added++)
                    ledger.Keep(Paper(added, words: 400));
            }
            var full = Assert.Throws<LedgerException>(AddForEver);
            Assert.Equal(LedgerFault.Full, full.Fault);
            Assert.Equal(added, ledger.Readings().Length);
        }
        Assert.True(added > 1);
        using var again = new SqliteLedger(LedgerPath);
        Assert.Equal(added, again.Readings().Length);
        Assert.Equal(added, again.History().Length);
        Assert.True(again.Keep(Paper(added, words: 400)));
    }

    [Fact]
    public void A_damaged_reading_is_named_and_the_others_are_read()
    {
        Fill(2);
        using (var other = Connect())
            Run(
                other,
                $"UPDATE reading SET body = x'00112233' WHERE article = (SELECT seq FROM article WHERE id = '{Paper(1).Article.Id}')"
            );
        using var ledger = new SqliteLedger(LedgerPath);
        Assert.NotNull(ledger.Find(Paper(0).Article.Id));
        var damage = Assert.Throws<LedgerException>(() => ledger.Find(Paper(1).Article.Id));
        Assert.Equal(LedgerFault.Damaged, damage.Fault);
        Assert.Contains(Paper(1).Article.Id, damage.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_page_is_said_to_be_damaged()
    {
        Fill(40);
        using (var other = Connect())
            Run(other, "PRAGMA wal_checkpoint(TRUNCATE)");
        using (var file = File.OpenWrite(LedgerPath))
            for (var page = 4; page * 4096 < file.Length; page++)
            {
                file.Position = page * 4096;
                file.Write(new byte[64]);
            }
        var call = Call.Run("articles", "--ledger", LedgerPath);
        Assert.Equal((3, ""), (call.Code, call.Output));
        Assert.StartsWith($"PRL0057: {LedgerPath} is damaged", Assert.Single(call.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public void A_newer_ledger_and_a_missing_one_are_named()
    {
        Fill(1);
        using (var other = Connect())
            Run(other, "PRAGMA user_version = 99");
        Assert.StartsWith(
            $"PRL0053: {LedgerPath} was written by a newer Parley",
            Call.Run("articles", "--ledger", LedgerPath).Errors,
            StringComparison.Ordinal
        );
        Assert.StartsWith("PRL0050: ", Call.Run("articles", "--ledger", LedgerPath + "x").Errors, StringComparison.Ordinal);
        Assert.StartsWith(
            "PRL0058: ",
            Call.Run("add", "--ledger", Path.Combine(_folder, "no", "such.db"), Repository.Path("README.md")).Errors,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Odd_dates_and_a_clock_that_was_set_back_are_told_and_nothing_is_left_out()
    {
        string[] dates = ["2031-01-01", "1900-01-01", "2022-03-30"];
        for (var at = 0; at < dates.Length; at++)
            File.WriteAllText(
                Path.Combine(_folder, $"{at}.jsonl"),
                $$"""{"id":"{{at}}","date":"{{dates[at]}}","text":"The talks ended on Tuesday in hall {{at}}."}""" + "\n"
            );
        string[] files = [.. Enumerable.Range(0, dates.Length).Select(at => Path.Combine(_folder, $"{at}.jsonl"))];
        var call = Call.At(
            new DateTimeOffset(2022, 4, 1, 12, 0, 0, TimeSpan.Zero),
            ["add", "--model", "fast", "--ledger", LedgerPath, .. files]
        );
        Assert.Equal(0, call.Code);
        Assert.Equal(3, call.Output.Split("added  ").Length - 1);
        Assert.Equal(["PRL0043", "PRL0044"], call.ErrorLines.Select(line => line[..7]));
        var earlier = Call.At(
            new DateTimeOffset(2021, 4, 1, 12, 0, 0, TimeSpan.Zero),
            ["add", "--model", "fast", "--ledger", LedgerPath, files[2]]
        );
        Assert.Equal("PRL0045", Assert.Single(earlier.ErrorLines)[..7]);
        Assert.Equal(0, earlier.Code);
        Assert.Equal(3, Call.Run("articles", "--ledger", LedgerPath).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Single(Call.Run("articles", "--ledger", LedgerPath, "--as-of", "2022-12-31", "--party", "XXX").Output.Split('\n'));
    }

    private void Fill(int articles)
    {
        using var ledger = new SqliteLedger(LedgerPath);
        for (var at = 0; at < articles; at++)
            ledger.Keep(Paper(at));
    }

    private static Parley.Records.Reading Paper(int number, int words = 4) =>
        Papers.Article("Wire", "2022-03-29", $"Report {number}: {string.Join(' ', Enumerable.Range(number, words))}.");

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={LedgerPath};Pooling=False");
        connection.Open();
        return connection;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
