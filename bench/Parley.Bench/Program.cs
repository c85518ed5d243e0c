using BenchmarkDotNet.Running;
using Parley.Bench;

// Speed. Ten ways:
//   Parley.Bench FOLDER [PROGRAM]                    throughput, start and memory of the whole program (or of a published Parley.Cli.dll) on FOLDER/corpora/bench; writes docs/numbers.md
//   Parley.Bench compare FOLDER OTHER [PROGRAM]      `parley read` of the program (or of PROGRAM) and of OTHER, a Parley.Cli.dll built before, in turn; writes docs/numbers.md
//   Parley.Bench cores FOLDER [PROGRAM]              read, read --jsonl, read --shard and add on one core and on two in turn; writes docs/numbers.md
//   Parley.Bench start [PROGRAM…]                    from the start of published programs to their first line; writes docs/numbers.md
//   Parley.Bench parts FOLDER                        each part with the fast model, in processor time a token; writes docs/numbers.md
//   Parley.Bench ledger FOLDER [ARTICLES [FILE]]     a ledger of 100,000 articles: keeping, asking, bytes; FOLDER may be a file of readings; writes docs/numbers.md
//   Parley.Bench archive FOLDER [ARTICLES]           an archive of so many generated readings, and gathering it; FOLDER may be a file of readings; prints
//   Parley.Bench serve LEDGER ARTICLES               the workbench over a ledger under load, and while articles of ARTICLES (JSON Lines, gzip) are added; writes docs/numbers.md
//   Parley.Bench stages [BENCHMARKDOTNET OPTIONS]    each stage alone, on the articles of samples/, and the kernels of the fast model
//   Parley.Bench export [ROWS]                       a million rows of events as Parquet, CSV and JSON Lines; prints
if (args is ["export", .. var wanted] && wanted.Length < 2)
{
    ExportSpeed.Run(wanted is [var rowCount] ? int.Parse(rowCount, System.Globalization.CultureInfo.InvariantCulture) : 1_000_000);
    return 0;
}
if (args is ["stages", ..])
{
    BenchmarkSwitcher.FromTypes([typeof(StageBenchmarks), typeof(KernelBenchmarks)]).Run(args[1..]);
    return 0;
}
if (args is ["ledger", var texts, .. var more] && (File.Exists(texts) || File.Exists(Throughput.Corpus(texts))))
{
    LedgerScale.Run(
        texts,
        more is [var count, ..] ? int.Parse(count, System.Globalization.CultureInfo.InvariantCulture) : 100_000,
        more is [_, var kept] ? kept : null
    );
    return 0;
}
if (args is ["gather", var gathered, var into])
{
    ArchiveScale.Gather(gathered, into);
    return 0;
}
if (args is ["archive", var read, .. var size] && (File.Exists(read) || File.Exists(Throughput.Corpus(read))))
{
    ArchiveScale.Run(
        read,
        size is [var wantedArticles] ? int.Parse(wantedArticles, System.Globalization.CultureInfo.InvariantCulture) : 1_000_000
    );
    return 0;
}
if (args is ["cores", var articlesOf, .. var onCores] && onCores.Length < 2 && File.Exists(Throughput.Corpus(articlesOf)))
{
    Cores.Run(articlesOf, onCores is [var one] ? one : Path.Combine(AppContext.BaseDirectory, "Parley.Cli.dll"));
    return 0;
}
if (args is ["start", .. var programs])
{
    Starts.Run(programs);
    return 0;
}
if (args is ["serve", var ledger, var articles] && File.Exists(ledger) && File.Exists(articles))
{
    await ServerLoad.Run(ledger, articles);
    return 0;
}
if (args is ["parts", var data, .. var rounds] && File.Exists(Throughput.Corpus(data)))
{
    Parts.Run(data, rounds is [var number] ? int.Parse(number, System.Globalization.CultureInfo.InvariantCulture) : 20);
    return 0;
}
if (
    args is ["compare", var corpus, var other, .. var measured]
    && measured.Length < 2
    && File.Exists(Throughput.Corpus(corpus))
    && File.Exists(other)
)
{
    Comparison.Run(corpus, other, measured is [var built] ? built : Path.Combine(AppContext.BaseDirectory, "Parley.Cli.dll"));
    return 0;
}
if (args is [var folder, .. var program] && program.Length < 2 && File.Exists(Throughput.Corpus(folder)))
{
    Throughput.Run(folder, program is [var published] ? published : Path.Combine(AppContext.BaseDirectory, "Parley.Cli.dll"));
    return 0;
}
Console.Error.WriteLine(
    "usage: Parley.Bench FOLDER [PROGRAM] | Parley.Bench parts FOLDER | Parley.Bench compare FOLDER OTHER [PROGRAM]   (FOLDER holds corpora/bench/news-open.jsonl.gz)"
);
Console.Error.WriteLine("       Parley.Bench ledger FOLDER [ARTICLES [FILE]]");
Console.Error.WriteLine("       Parley.Bench archive FOLDER [ARTICLES]");
Console.Error.WriteLine("       Parley.Bench cores FOLDER [PROGRAM]");
Console.Error.WriteLine("       Parley.Bench start PROGRAM…");
Console.Error.WriteLine("       Parley.Bench serve LEDGER ARTICLES");
Console.Error.WriteLine("       Parley.Bench export [ROWS]");
Console.Error.WriteLine("       Parley.Bench stages [BenchmarkDotNet options]");
return 2;
