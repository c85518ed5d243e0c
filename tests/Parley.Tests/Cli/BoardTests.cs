using System.Collections.Immutable;
using Parley.Assessments;
using Parley.Cli;
using Parley.Ledger;
using Parley.Records;
using Parley.Tests.Ledger;
using Xunit;

namespace Parley.Tests.Cli;

public sealed class BoardTests
{
    [Fact]
    public void The_board_tells_each_undertaking_once_with_those_for_and_against_it() =>
        Golden.Check("board", "small.txt", Screen(Ledger(), isTerminal: false));

    [Fact]
    public void A_terminal_shows_the_standing_in_colour_and_wraps_long_lines()
    {
        var screen = Screen(Ledger(), isTerminal: true);
        Assert.Contains("\u001b[35mcontested\u001b[0m", screen, StringComparison.Ordinal);
        Assert.All(screen.Split('\n'), line => Assert.True(Plain(line).Length <= 60, line));
    }

    [Fact]
    public void The_board_as_json_names_every_article_and_span() =>
        Golden.Check("board", "small.json", BoardJson.Write([.. Assessor.Assess(Ledger()).Select(BoardEntries.Make)]));

    [Theory]
    [InlineData("2022-03-28")]
    [InlineData("2022-03-29")]
    [InlineData("2022-03-30")]
    [InlineData("9999-12-31")]
    public void Lines_as_a_ledger_keeps_them_are_printed_as_their_entries_are(string day)
    {
        ImmutableArray<BoardEntry> entries =
        [
            .. Assessor.Assess(Ledger()).Select(BoardEntries.Make),
            .. Assessor
                .Assess(Ledger())
                .Select(BoardEntries.Make)
                .Select(entry => entry with { Words = "“a\"b\\c\u0007 шт <x>” " + new string('é', 400), Conditions = [] }),
        ];
        Assert.Equal(
            BoardJson.Write([.. entries.Select(entry => BoardCut.At(entry, day)).OfType<BoardEntry>()]),
            BoardLines.Write(entries.Select(BoardJson.Line), day)
        );
    }

    [Theory]
    [InlineData("RUS")]
    [InlineData("rus")]
    [InlineData("Russia")]
    public void A_party_is_asked_for_by_its_code_or_name(string party)
    {
        using var folder = new Intake.TemporaryFolder();
        var file = Path.Combine(folder.Root, "talks.db");
        using (var ledger = new Parley.Stores.SqliteLedger(file))
            foreach (var reading in Ledger().Readings(ReadingQuery.All))
                ledger.Keep(reading, LedgerRun.Unknown, new Note("", DateTimeOffset.UnixEpoch, ""));
        var whole = Call.Run("board", "--json", "--ledger", file);
        Assert.Equal(whole.Output, Call.Run("board", "--json", "--ledger", file, "--party", party).Output);
        Assert.Contains("\"side\": \"RUS\"", whole.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Usage, Call.Run("board", "--ledger", file, "--party", "UKR").Code);
    }

    [Fact]
    public void Of_a_long_board_people_get_the_beginning_and_are_told_of_the_rest()
    {
        var output = new StringWriter();
        var entry = BoardEntries.Make(Assessor.Assess(Ledger())[0]);
        new BoardScreen(new Session { OpenInput = () => Stream.Null, Output = output }).Write([.. Enumerable.Repeat(entry, 203)], 0, 4);
        Assert.EndsWith(
            "\n7 more undertakings (--party and --topic choose, --json has all)\n",
            output.ToString(),
            StringComparison.Ordinal
        );
        Assert.Equal(BoardScreen.Most, output.ToString().Split($"{entry.Party} · {entry.Kind}").Length - 1);
    }

    [Fact]
    public void An_empty_ledger_has_no_undertakings() => Assert.Equal("no undertakings\n", Screen(new MemoryLedger(), isTerminal: false));

    [Fact]
    public void Uncertain_undertakings_are_left_out_and_counted()
    {
        var reading = Papers.Article("River Wire", "2022-03-29", "Russia may scale back.").Promises(UndertakingKind.Withdrawal, 0);
        var unsure = reading with { Undertakings = [reading.Undertakings[0] with { Confidence = 0.3, Uncertain = true }] };
        Assert.Empty(Assessor.Assess([unsure]));
        Assert.Single(Assessor.Assess([unsure.WithMinConfidence(0.3)]));
        using var folder = new Intake.TemporaryFolder();
        var file = Path.Combine(folder.Root, "talks.db");
        using (var ledger = new Parley.Stores.SqliteLedger(file))
            ledger.Keep(unsure);
        Assert.Equal(
            "no undertakings\n\n1 uncertain undertaking left out (--min-confidence 0 shows it)\n",
            Call.Run("board", "--ledger", file).Output
        );
        Assert.StartsWith(
            "Russia · withdrawal · in-effect-unverified",
            Call.Run("board", "--ledger", file, "--min-confidence", "0.3").Output,
            StringComparison.Ordinal
        );
    }

    private static MemoryLedger Ledger()
    {
        var wire = Papers
            .Article(
                "River Wire",
                "2022-03-29",
                "Russia will scale back its operations near Kyiv and Chernihiv, its envoy said after the talks.",
                "He gave no date for it and said that it was not a ceasefire at all."
            )
            .Promises(UndertakingKind.ReductionOfOperations, 0, Papers.Kyiv, Papers.Chernihiv);
        var copy = wire with { Article = wire.Article with { Id = "copy", Publisher = "The Quay", Published = "2022-03-30" } };
        var governor = Papers
            .Article("Channel Five", "2022-03-30", "Russian guns fired on Chernihiv all night, the governor of the region said.")
            .Does(EventType.Assault, null, 0, Papers.Chernihiv, speaker: "a2");
        var left = Papers
            .Article("The Quay", "2022-03-31", "Two columns have left the suburbs, an American official said.")
            .Does(EventType.Retreat, "withdraw", 0, Papers.Irpin, speaker: "a3");
        var ledger = new MemoryLedger();
        foreach (var reading in new[] { wire, copy, governor, left })
            ledger.Keep(reading);
        return ledger;
    }

    private static string Screen(MemoryLedger ledger, bool isTerminal)
    {
        using var output = new StringWriter { NewLine = "\n" };
        var session = new Session
        {
            OpenInput = () => Stream.Null,
            Output = output,
            OutputIsTerminal = isTerminal,
            Width = 60,
        };
        new BoardScreen(session).Write([.. Assessor.Assess(ledger).Select(BoardEntries.Make)]);
        return output.ToString();
    }

    private static string Plain(string line) => System.Text.RegularExpressions.Regex.Replace(line, "\u001b\\[[0-9]+m", "");
}
