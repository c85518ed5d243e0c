using System.CommandLine;
using System.Globalization;
using Parley.Ledger;

namespace Parley.Cli.Archives;

/// <summary><c>parley gather</c>: the readings of an archive into a ledger.</summary>
internal static class GatherCommand
{
    private const int ShownDigits = 16;

    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        var folder = new Argument<string>("DIR") { Description = "The folder of the archive." };
        var ledgerFile = LedgerFile.Option();
        var partial = new Option<bool>("--partial") { Description = "Go on without the shards that are not read yet." };
        var person = new Person();
        var command = new Command(
            "gather",
            "Brings the readings of an archive into a ledger, and joins copies, origins, actors and undertakings across them."
        )
        {
            folder,
            ledgerFile,
            partial,
        };
        person.AddTo(command);
        command.SetAction(call =>
        {
            var session = Session.Of(call);
            var archive = new ArchiveFolder(call.GetRequiredValue(folder));
            var manifest = ArchiveFiles.Manifest(archive);
            var (read, missing) = Shards(archive, manifest);
            if (missing.Count > 0)
            {
                session.Say(ArchiveProblems.NotRead(missing.Count, ArchiveFiles.Ranges(missing)));
                if (!call.GetValue(partial))
                    return ExitCode.NothingRead;
            }
            var runs = read.Select(shard => shard.Done.Run).Distinct().Count();
            if (runs > 1)
                session.Say(ArchiveProblems.SeveralRuns(runs));
            session.LedgerName = call.GetRequiredValue(ledgerFile);
            using var ledger = LedgerFile.OpenOrMake(session.LedgerName);
            using var doorkeeper = LedgerFile.OpenOrMake(session.LedgerName);
            var gatherer = new Gatherer(session, ledger, doorkeeper);
            var counts = KeepAll(gatherer, archive, read, NoteOf(person.Of(call), archive));
            session.Progress.Clear();
            session.Output.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{counts.Added:N0} articles of {read.Count} shards gathered, {counts.Present:N0} were there already{(counts.Removed > 0 ? $", {counts.Removed:N0} removed before and left out" : "")}"
                )
            );
            session.Output.Flush();
            gatherer.Join();
            return missing.Count > 0 ? ExitCode.SomeSkipped : ExitCode.Done;
        });
        return command;
    }

    private static GatheredCounts KeepAll(
        Gatherer gatherer,
        ArchiveFolder archive,
        IReadOnlyList<(int Number, ShardDone Done)> read,
        Note note
    )
    {
        try
        {
            return gatherer.KeepAll(archive, read, note);
        }
        catch (InvalidDataException e)
        {
            throw new ProblemException(ArchiveProblems.Damaged(archive.Readings, e.Message.TrimEnd('.')), ExitCode.NothingRead);
        }
    }

    /// <summary>The shards that are read, and the numbers of those that are not, or whose readings are not what was made.</summary>
    private static (List<(int Number, ShardDone Done)> Read, List<int> Missing) Shards(ArchiveFolder archive, ArchiveManifest manifest)
    {
        var (read, missing) = (new List<(int Number, ShardDone Done)>(), new List<int>());
        for (var number = 1; number <= manifest.Shards.Length; number++)
            if (ArchiveFiles.Done(archive, number, manifest.Shards[number - 1]) is { } done)
                // What was skipped has been told, and would be held for nothing.
                read.Add((number, done with { Skipped = [] }));
            else
                missing.Add(number);
        return (read, missing);
    }

    /// <summary>The reason names the archive, by which a run that goes on knows what it kept itself.</summary>
    private static Note NoteOf(Note note, ArchiveFolder archive) =>
        note.Why.Length > 0 ? note : note with { Why = $"archive {FileHashes.Of(archive.Manifest)?.Sha256[..ShownDigits]}" };
}
