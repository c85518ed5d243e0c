using System.Text.Json.Nodes;
using Parley.Ledger;
using Parley.Records;
using Parley.Stores;
using Parley.Tests.Ledger;
using Parley.Tests.Stores;
using Xunit;

namespace Parley.Tests.Cli;

/// <summary>People have the last word, through the commands that they type.</summary>
public sealed class CorrectionCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("parley-ledger").FullName;
    private readonly Reading[] _pool = BlockTests.Pool();

    public CorrectionCommandTests()
    {
        using var ledger = new SqliteLedger(LedgerPath);
        foreach (var reading in _pool)
            ledger.Keep(reading);
    }

    private string LedgerPath => Path.Combine(_folder, "talks.db");

    private string Shelling => _pool.First(reading => reading.Article.Publisher == "Channel Five").Article.Id[..8] + "/e1";

    [Fact]
    public void A_rejected_deed_is_no_evidence_until_the_rejection_is_undone()
    {
        Assert.Contains("Channel Five", Evidence("contradicts"), StringComparison.Ordinal);
        // The deed and the words that tell it.
        var call = Run(
            "reject",
            Shelling,
            Shelling.Replace("/e1", "/s1", StringComparison.Ordinal),
            "--why",
            "another town of that name",
            "--by",
            "ann"
        );
        Assert.Matches($"^c[0-9a-f]{{12}}  reject  {Shelling} “Russian guns fired on Chernihiv all night, .*”\n", call.Output);
        Assert.DoesNotContain("Channel Five", Evidence("contradicts"), StringComparison.Ordinal);
        var batch = call.Output.TrimEnd().Split(' ')[^1];
        Assert.Contains(
            $"in force · ann, 2026-01-02: another town of that name · batch {batch}",
            Run("corrections", "list").Output,
            StringComparison.Ordinal
        );
        Run("corrections", "undo", batch);
        Assert.Contains("Channel Five", Evidence("contradicts"), StringComparison.Ordinal);
        Assert.Contains("undone", Run("corrections", "list").Output, StringComparison.Ordinal);
        Assert.StartsWith(
            $"PRL0072: there is no correction '{batch}' in force",
            RunAnyhow("corrections", "undo", batch).Errors,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Corrections_of_one_call_are_undone_together()
    {
        using (var ledger = new SqliteLedger(LedgerPath))
            Assert.Equal(5, Events(ledger));
        var names = string.Join('\n', _pool.Where(reading => !reading.Events.IsEmpty).Select(reading => reading.Article.Id[..8] + "/e1"));
        var call = Call.With(names, "reject", "--ledger", LedgerPath, "-");
        Assert.Equal(0, call.Code);
        using (var ledger = new SqliteLedger(LedgerPath))
            Assert.Equal(0, Events(ledger));
        Run("corrections", "undo", call.Output.TrimEnd().Split(' ')[^1]);
        using (var ledger = new SqliteLedger(LedgerPath))
            Assert.Equal(5, Events(ledger));
    }

    [Fact]
    public void An_edit_names_the_field_and_what_it_was()
    {
        var call = Run("edit", Shelling, "status=denied");
        Assert.Contains("status = \"denied\" (was \"happened\")", call.Output, StringComparison.Ordinal);
        Assert.StartsWith(
            "PRL0071: the record was left as it is: 'gone' is no value of 'status'",
            RunAnyhow("edit", Shelling, "status=gone").Errors.Replace("\"", ""),
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "PRL0070: the ledger has no record",
            RunAnyhow("edit", Shelling[..8] + "/e7", "status=denied").Errors,
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "PRL0052: the ledger has no one article",
            RunAnyhow("edit", "00000000/e1", "status=denied").Errors,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_decision_stands_with_its_reason_and_is_disputed_by_later_evidence()
    {
        var id = (string)Board().First(entry => (string)entry!["kind"]! == "reduction-of-operations")!["id"]!;
        Assert.StartsWith("PRL0075: a decision wants a reason", RunAnyhow("decide", id, "breached").Errors, StringComparison.Ordinal);
        Assert.StartsWith("PRL0076: ", RunAnyhow("decide", id, "false", "--why", "x").Errors, StringComparison.Ordinal);
        Assert.StartsWith("PRL0061: ", RunAnyhow("decide", "rus-nothing", "breached", "--why", "x").Errors, StringComparison.Ordinal);
        Assert.Equal(
            0,
            Call.At(
                new DateTimeOffset(2022, 3, 30, 1, 0, 0, TimeSpan.Zero),
                "decide",
                "--ledger",
                LedgerPath,
                id,
                "kept",
                "--why",
                "we saw it"
            ).Code
        );
        var entry = Board().First(entry => (string)entry!["id"]! == id)!;
        Assert.Equal("kept", (string)entry["state"]!);
        Assert.Equal("T14", (string)entry["history"]!.AsArray()[^1]!["rule"]!);
        Assert.Contains(
            "disputed (there is evidence of 2022-03-31, after the decision)",
            Run("corrections", "list").Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_log_goes_to_another_ledger_and_is_taken_in_once()
    {
        Run("reject", Shelling);
        var file = Path.Combine(_folder, "log.jsonl");
        Run("corrections", "export", file);
        var other = Path.Combine(_folder, "other.db");
        using (var ledger = new SqliteLedger(other))
            foreach (var reading in _pool)
                ledger.Keep(reading);
        Assert.Equal("1 imported, 0 already there\n", Call.Run("corrections", "import", "--ledger", other, file).Output);
        Assert.Equal("0 imported, 1 already there\n", Call.Run("corrections", "import", "--ledger", other, file).Output);
        Assert.Equal(Call.Run("board", "--json", "--ledger", LedgerPath).Output, Call.Run("board", "--json", "--ledger", other).Output);
        File.AppendAllText(file, "rubbish\n");
        Assert.Equal(
            $"PRL0073: {file}:2 is no correction; give it lines that parley corrections export wrote; nothing was imported\n",
            Call.Run("corrections", "import", "--ledger", other, file).Errors
        );
    }

    [Fact]
    public void A_correction_of_a_removed_article_is_orphaned()
    {
        Run("reject", Shelling);
        Run("remove", Shelling[..8]);
        Assert.Contains("orphaned (its article was removed)", Run("corrections", "list").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_queue_says_what_hangs_on_a_record()
    {
        using (var ledger = new SqliteLedger(LedgerPath))
            ledger.Keep(
                Withdrawal("2022-04-02") is var reading
                    ? reading with
                    {
                        Undertakings = [reading.Undertakings[0] with { Confidence = 0.6 }],
                    }
                    : null!
            );
        Assert.Contains("if wrong, rus-withdrawal-2022-04-02 is no undertaking", Run("queue").Output, StringComparison.Ordinal);
        Assert.Equal("nothing to check\n", Run("queue", "--party", "USA").Output);
    }

    private static Reading Withdrawal(string day) =>
        Papers.Article("Wire", day, "Russia will withdraw.").Promises(UndertakingKind.Withdrawal, 0);

    private static long Events(SqliteLedger ledger) => ledger.Statistics().Records.FirstOrDefault(record => record.Kind == "event").Count;

    private string Evidence(string list) =>
        string.Join(' ', Board().SelectMany(entry => entry![list]!.AsArray()).Select(one => (string)one!["outlet"]!));

    private JsonArray Board() => JsonNode.Parse(Run("board", "--json").Output)!.AsArray();

    private Call Run(params string[] arguments)
    {
        var call = RunAnyhow(arguments);
        Assert.True(call.Code == 0, call.Errors);
        return call;
    }

    private Call RunAnyhow(params string[] arguments) => Call.Run([.. arguments, "--ledger", LedgerPath]);

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
