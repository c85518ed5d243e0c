using Parley.Ledger;
using Parley.Stores;
using Parley.Tests.Intake;
using Parley.Tests.Ledger;
using Xunit;

namespace Parley.Tests.Cli;

/// <summary>The questions to a ledger over the nine sample reports, as users type them, and what wrong ones get.</summary>
public sealed class LedgerScreenTests(SampleLedger samples) : IClassFixture<SampleLedger>
{
    public static TheoryData<string, string[]> Screens =>
        new()
        {
            { "matrix.txt", ["matrix", "--since", "2022-03-29"] },
            { "matrix-rus.json", ["matrix", "--party", "RUS", "--json"] },
            { "claims.txt", ["claims"] },
            { "figures.txt", ["figures"] },
            { "figures.json", ["figures", "--topic", "killed", "--json"] },
            { "timeline.txt", ["timeline"] },
            { "stories.txt", ["stories"] },
            { "stories.json", ["stories", "--as-of", "2022-03-30", "--json"] },
            { "diff.txt", ["diff", "--from", "2022-03-29", "--to", "2022-03-30"] },
            { "brief.txt", ["brief", "--since", "2022-03-30"] },
            { "brief.json", ["brief", "--since", "2022-03-30", "--json", "--topic", "neutrality"] },
        };

    [Theory]
    [MemberData(nameof(Screens))]
    public void A_screen_is_as_it_was(string name, string[] arguments) => Golden.Check("ledger", name, samples.Ask(arguments).Output);

    [Fact]
    public void A_claim_is_found_by_its_id_its_beginning_and_its_record()
    {
        var list = samples.Ask("claims").Output;
        var line = list.Split('\n').Single(line => line.Contains("executing residents", StringComparison.Ordinal));
        var record = list.Split('\n').SkipWhile(other => other != line).ElementAt(1).Split(" · ")[^1];
        var id = list.Split('\n').TakeWhile(other => other != line).Last().Trim().Split(' ')[0];
        var shown = samples.Ask("claim", id).Output;
        Golden.Check("ledger", "claim.txt", shown);
        Assert.Equal(shown, samples.Ask("claim", id[..6]).Output);
        Assert.Equal(shown, samples.Ask("claim", record).Output);
        Golden.Check("ledger", "claim.json", samples.Ask("claim", id, "--json").Output);
    }

    [Fact]
    public void As_of_a_day_only_what_had_been_published_counts()
    {
        Assert.DoesNotContain("executing", samples.Ask("claims", "--as-of", "2022-04-06").Output, StringComparison.Ordinal);
        Assert.Equal(
            "no claims: no article of the ledger was published up to 2021-01-01\n",
            samples.Ask("claims", "--as-of", "2021-01-01").Output
        );
    }

    [Theory]
    [InlineData("PRL0060: the ledger has no party 'RUZ'; did you mean RUS?", "matrix", "--party", "RUZ")]
    [InlineData("PRL0060: the ledger has no party 'Ukrane'; did you mean Ukraine?", "timeline", "--party", "Ukrane")]
    [InlineData("PRL0061: the ledger has no claim 'c0'; see the ids with: parley claims", "claim", "c0")]
    [InlineData("PRL0003: --as-of '30 March' is no ISO date; write it as 2022-03-30", "figures", "--as-of", "30 March")]
    [InlineData("PRL0003: --since '2022-02-30' is no ISO date; write it as 2022-03-30", "brief", "--since", "2022-02-30")]
    [InlineData(
        "PRL0062: --from 2022-03-30 lies after --to 2022-03-29; name the earlier day first",
        "diff",
        "--from",
        "2022-03-30",
        "--to",
        "2022-03-29"
    )]
    public void A_wrong_question_ends_with_2_and_one_line(string line, params string[] arguments)
    {
        var call = samples.Ask(arguments);
        Assert.Equal((2, ""), (call.Code, call.Output));
        Assert.Equal([line], call.ErrorLines);
    }

    [Fact]
    public void Nothing_changed_since_a_day_behind_the_last_report() =>
        Assert.Equal(
            "# Brief, 2022-04-08 to 2022-04-08\n\nNothing changed from 2022-04-08 to 2022-04-08.\n",
            samples.Ask("brief", "--since", "2022-04-08").Output
        );

    [Fact]
    public void An_empty_ledger_explains_itself()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Root, "empty.db");
        new SqliteLedger(file).Dispose();
        Assert.Equal(
            "no positions: the ledger has no articles yet (add some with: parley add)\n",
            Call.Run("matrix", "--ledger", file).Output
        );
        Assert.Equal(
            "no stories: the ledger has no articles yet (add some with: parley add)\n",
            Call.Run("stories", "--ledger", file).Output
        );
        Assert.Equal("[]\n", Call.Run("claims", "--ledger", file, "--json").Output);
        Assert.Equal(
            "nothing changed between 2022-03-29 and 2022-03-30\n",
            Call.Run("diff", "--ledger", file, "--from", "2022-03-29", "--to", "2022-03-30").Output
        );
    }

    [Fact]
    public void A_ledger_in_which_nothing_is_told_says_so()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Root, "bare.db");
        using (var ledger = new SqliteLedger(file))
            ledger.Keep(Papers.Article("The Quay", "2022-03-29", "It rained."));
        Assert.Equal("no claims: none of the one article tells one that is certain enough\n", Call.Run("claims", "--ledger", file).Output);
        Assert.Equal(
            "no figures: those of the ledger's one article lie outside --party or --topic\n",
            Call.Run("figures", "--ledger", file, "--topic", "killed").Output
        );
    }

    [Fact]
    public void No_screen_says_that_something_is_true_or_false()
    {
        foreach (var (_, arguments) in Screens.Select(row => row.Data))
            Assert.DoesNotMatch(@"\b(true|false)\b(?!,?\n)", samples.Ask([.. arguments.Where(word => word != "--json")]).Output);
    }
}
