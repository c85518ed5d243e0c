using System.CommandLine;
using Parley.Intake;

namespace Parley.Cli.Archives;

/// <summary><c>parley read --shard</c>: the shards that a call names, one after the other.</summary>
internal static class ReadShards
{
    /// <summary><c>--shard FILE…</c>.</summary>
    public static Option<string[]> Option() =>
        new("--shard")
        {
            Description =
                "Read shards of an archive that parley shard made (DIR/shards/00007.jsonl.gz, or DIR/7); what was read goes to DIR/readings.",
            HelpName = "FILE",
            Arity = ArgumentArity.OneOrMore,
            AllowMultipleArgumentsPerToken = true,
        };

    /// <summary>Reads shards; those that this run has read are passed over.</summary>
    /// <param name="session">The session.</param>
    /// <param name="names">The shards.</param>
    /// <param name="choice">The language model.</param>
    /// <param name="actors">The file of actors of one's own; null for none.</param>
    public static int Run(Session session, string[] names, ModelChoice choice, string? actors)
    {
        var shards = names.Select(Find).ToList();
        var list = InputArguments.ListOf(session, actors);
        var places = PlacesFolder.Open();
        using var model = session.OpenModel(choice);
        PlacesFolder.Check(places);
        var ledgerRun = LedgerRuns.Of(choice, model);
        var run = new ArchiveRun(ledgerRun.Id, ledgerRun.Model, ledgerRun.Rules, actors is null ? null : FileHashes.Of(actors)?.Sha256);
        var work = new ShardReading(session, new Reader(model) { Actors = list }, run);
        foreach (var (folder, number, shard) in shards)
        {
            var (done, wasThere) = work.Read(folder, number, shard);
            session.Progress.Clear();
            session.Output.WriteLine(
                $"{ArchiveFolder.Name(number)}  {(wasThere ? "was read already: " : "")}{done.Read} articles read, {done.Skipped.Length} inputs skipped"
            );
            session.Output.Flush();
        }
        return ExitCode.Done;
    }

    private static (ArchiveFolder Folder, int Number, ShardEntry Shard) Find(string name)
    {
        if (ArchiveFolder.Find(name) is not var (folder, number))
            throw new ProblemException(ArchiveProblems.NoShard(name, "it is no file of shards and no number"), ExitCode.Usage);
        var manifest = ArchiveFiles.Manifest(folder);
        return number <= manifest.Shards.Length
            ? (folder, number, manifest.Shards[number - 1])
            : throw new ProblemException(ArchiveProblems.NoShard(name, $"the archive has {manifest.Shards.Length} shards"), ExitCode.Usage);
    }
}
