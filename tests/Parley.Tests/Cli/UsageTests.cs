using Xunit;

namespace Parley.Tests.Cli;

public sealed class UsageTests
{
    public static TheoryData<string[], string> WrongCalls =>
        new()
        {
            { [], "PRL0001: no command is given; see parley --help" },
            { ["raed"], "PRL0001: there is no command 'raed'; did you mean read?" },
            { ["read", "--jsno", "a.txt"], "PRL0001: parley read has no option '--jsno'; did you mean --json?" },
            { ["read"], "PRL0004: no input is named; name a file, or - for standard input" },
            { ["read", "--json", "--jsonl", "a.txt"], "PRL0001: --jsonl does not go with --json or --html; choose one" },
            {
                ["read", "--json", "a.txt", "b.txt"],
                "PRL0002: --json prints exactly one reading, and there is more than one input; use --jsonl for several"
            },
            { ["read", "--published", "30 March", "a.txt"], "PRL0003: --published '30 March' is no ISO date; write it as 2022-03-30" },
            { ["read", "--min-confidence", "1.5", "a.txt"], "PRL0007: --min-confidence '1.5' is no number from 0 to 1; write it as 0.5" },
            { ["read", "--min-confidence", "NaN", "a.txt"], "PRL0007: --min-confidence 'NaN' is no number from 0 to 1; write it as 0.5" },
            { ["read", "--min-confidence", "0,5", "a.txt"], "PRL0007: --min-confidence '0,5' is no number from 0 to 1; write it as 0.5" },
            {
                ["board", "--ledger", "/no/such.db", "--min-confidence", "half"],
                "PRL0007: --min-confidence 'half' is no number from 0 to 1; write it as 0.5"
            },
            { ["explain", "a.txt"], "PRL0001: Required argument 'RECORD' missing for command: 'explain'; see parley explain --help" },
            {
                ["read", "--html", "/no/such/folder/a.html", "a.txt"],
                "PRL0005: /no/such/folder/a.html cannot be written (its folder does not exist); choose a folder that exists and that you may write to"
            },
        };

    [Theory]
    [MemberData(nameof(WrongCalls))]
    public void A_wrong_call_ends_with_2_and_one_line(string[] arguments, string line)
    {
        var call = Call.Run(arguments);
        Assert.Equal((2, ""), (call.Code, call.Output));
        Assert.Equal([line], call.ErrorLines);
    }

    [Theory]
    [InlineData("parley", "--help")]
    [InlineData("parley-read", "read", "--help")]
    [InlineData("parley-add", "add", "--help")]
    [InlineData("parley-watch", "watch", "--help")]
    [InlineData("parley-explain", "explain", "--help")]
    [InlineData("parley-board", "board", "--help")]
    [InlineData("parley-matrix", "matrix", "--help")]
    [InlineData("parley-claims", "claims", "--help")]
    [InlineData("parley-claim", "claim", "--help")]
    [InlineData("parley-figures", "figures", "--help")]
    [InlineData("parley-timeline", "timeline", "--help")]
    [InlineData("parley-stories", "stories", "--help")]
    [InlineData("parley-diff", "diff", "--help")]
    [InlineData("parley-brief", "brief", "--help")]
    [InlineData("parley-shard", "shard", "--help")]
    [InlineData("parley-gather", "gather", "--help")]
    [InlineData("parley-verify", "verify", "--help")]
    public void Help_is_as_it_was(string name, params string[] arguments)
    {
        var call = Call.Run(arguments);
        Assert.Equal((0, ""), (call.Code, call.Errors));
        Golden.Check("help", name + ".txt", call.Output);
    }

    [Fact]
    public void The_version_is_one_line() => Assert.Matches(@"^parley \d+\.\d+\.\d+\n$", Call.Run("--version").Output);
}
