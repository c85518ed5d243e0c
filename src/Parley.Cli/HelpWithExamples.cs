using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Parley.Cli;

/// <summary>The usual help, then examples and exit codes.</summary>
internal sealed class HelpWithExamples : SynchronousCommandLineAction
{
    private static readonly Dictionary<string, string[]> s_examples = new(StringComparer.Ordinal)
    {
        ["parley"] =
        [
            "parley read article.txt                         one article, for people",
            "parley read --json page.html > reading.json     one article, as JSON",
            "parley read --jsonl news.jsonl.gz > out.jsonl   many articles, one line each",
            "parley read --html page.html article.txt        one article, as a page for the browser",
            "parley explain article.txt e3                   why a record is what it is",
        ],
        ["read"] =
        [
            "parley read article.txt",
            "parley read --json --published 2022-03-30 article.txt > reading.json",
            "curl -s https://example.org/story | parley read -",
            "parley read --jsonl news.jsonl.gz > readings.jsonl",
            "parley read --html reading.html article.txt",
            "parley read --min-confidence 0.7 article.txt",
            "parley read --jsonl --model fast crawl.warc.gz > readings.jsonl",
            "parley read --columns title=headline,text=body table.csv",
            "parley read --model fast --shard archive/shards/00007.jsonl.gz",
        ],
        ["add"] =
        [
            "parley add --ledger talks.db folder/ letters.mbox crawl.wacz",
            "parley add --ledger talks.db https://example.org/story @addresses.txt",
        ],
        ["watch"] = ["parley watch --ledger talks.db feeds.opml", "parley watch --ledger talks.db --once https://example.org/rss"],
        ["shard"] =
        [
            "parley shard CC-NEWS-20260101.warc.gz --out archive",
            "parley shard pages/ news.jsonl.gz --out archive --size 2000",
            "parallel -j 2 parley read --model fast --shard {} ::: archive/shards/*.jsonl.gz",
        ],
        ["gather"] = ["parley gather archive --ledger talks.db", "parley gather archive --ledger talks.db --partial"],
        ["verify"] = ["parley verify archive", "parley verify --ledger talks.db --against other.db"],
        ["matrix"] =
        [
            "parley matrix --ledger talks.db --since 2022-03-29",
            "parley matrix --ledger talks.db --party RUS --topic neutrality",
        ],
        ["claims"] = ["parley claims --ledger talks.db --as-of 2022-03-30", "parley claims --ledger talks.db --topic ASSAULT --json"],
        ["claim"] = ["parley claim --ledger talks.db c4f2a1b0", "parley claim --ledger talks.db 3fa9c1d2/e4"],
        ["figures"] = ["parley figures --ledger talks.db --topic killed"],
        ["timeline"] = ["parley timeline --ledger talks.db --party UKR"],
        ["serve"] =
        [
            "parley serve --ledger talks.db",
            "parley serve --ledger talks.db --urls http://127.0.0.1:8080 --read-only",
            "parley serve --ledger talks.db --users users.json --host talks.example.org --proxy 127.0.0.1",
        ],
        ["users"] = ["parley users add vera --role reviewer --users users.json", "parley users token vera --users users.json"],
        ["stories"] = ["parley stories --ledger talks.db"],
        ["diff"] = ["parley diff --ledger talks.db --from 2022-03-29 --to 2022-03-30"],
        ["brief"] = ["parley brief --ledger talks.db --since 2022-03-30 > brief.md"],
        ["export"] =
        [
            "parley export plover --ledger talks.db > events.jsonl",
            "parley export gdelt --ledger talks.db --from 2022-03-29 --to 2022-04-05 --out talks.export.csv",
            "parley export parquet --ledger talks.db --out tables",
            "parley export csv --ledger talks.db --table undertakings --as-of 2022-03-30",
        ],
        ["import"] = ["parley import brat annotated --ledger talks.db --by vera --why \"second reading\""],
        ["explain"] = ["parley explain article.txt e3", "parley explain --json --published 2022-03-30 article.txt s1"],
    };

    /// <summary>The commands whose screens use words of the glossary.</summary>
    private static readonly string[] s_printsWords =
    [
        "parley",
        "read",
        "explain",
        "board",
        "matrix",
        "claims",
        "claim",
        "figures",
        "timeline",
        "stories",
        "diff",
        "brief",
    ];

    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        var output = parseResult.InvocationConfiguration.Output;
        var help = new HelpAction { MaxWidth = Session.Of(parseResult).Width };
        help.Invoke(parseResult);
        if (s_examples.TryGetValue(parseResult.CommandResult.Command.Name, out var examples))
        {
            output.WriteLine("Examples:");
            foreach (var example in examples)
                output.WriteLine($"  {example}");
            output.WriteLine();
        }
        if (s_printsWords.Contains(parseResult.CommandResult.Command.Name))
        {
            output.WriteLine("Words:");
            output.WriteLine("  RETREAT, alleged, holding, corroborated and the like are explained in docs/concepts.md#glossary");
            output.WriteLine();
        }
        output.WriteLine("Exit codes:");
        output.WriteLine("  0 done   1 some inputs were skipped, each named with its reason   2 wrong call   3 nothing could be read");
        if (parseResult.CommandResult.Command.Name is "verify")
            output.WriteLine("  5 something is not what it should be");
        return ExitCode.Done;
    }
}
