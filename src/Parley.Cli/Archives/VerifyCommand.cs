using System.CommandLine;
using Parley.Intake;

namespace Parley.Cli.Archives;

/// <summary><c>parley verify</c>: whether an archive is what was made, or two ledgers hold the same.</summary>
internal static class VerifyCommand
{
    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        var folder = new Argument<string?>("DIR") { Description = "The folder of an archive.", Arity = ArgumentArity.ZeroOrOne };
        var sources = new Option<bool>("--sources") { Description = "Check the hashes of the sources too, where they still lie." };
        var ledger = new Option<string?>("--ledger") { Description = "A ledger.", HelpName = "FILE" };
        var against = new Option<string?>("--against") { Description = "Another one, to be held against it.", HelpName = "FILE" };
        var command = new Command("verify", "Checks all hashes and counts of an archive, or whether two ledgers hold the same.")
        {
            folder,
            sources,
            ledger,
            against,
        };
        command.SetAction(call =>
        {
            var session = Session.Of(call);
            var (archive, first, second) = (call.GetValue(folder), call.GetValue(ledger), call.GetValue(against));
            if (archive is not null && first is null && second is null)
                return Check(session, new ArchiveFolder(archive), call.GetValue(sources));
            if (archive is null && first is not null && second is not null)
                return Compare(session, first, second);
            throw new ProblemException(
                Problems.Usage(
                    "parley verify checks one thing at a time",
                    "name the folder of an archive, or two ledgers with --ledger FILE --against FILE"
                ),
                ExitCode.Usage
            );
        });
        return command;
    }

    private static int Check(Session session, ArchiveFolder folder, bool sources)
    {
        var manifest = ArchiveFiles.Manifest(folder);
        var check = new ArchiveCheck(folder, manifest);
        var wrong = 0;
        foreach (var problem in check.Run(sources, done => session.Progress.Show(done, (double)done / Math.Max(1, manifest.Shards.Length))))
        {
            session.Say(problem);
            wrong++;
        }
        session.Progress.Clear();
        if (check.NotRead.Count > 0)
            session.Say(ArchiveProblems.NotRead(check.NotRead.Count, ArchiveFiles.Ranges(check.NotRead)));
        session.Output.WriteLine(
            $"{manifest.Shards.Length} shards, {check.Articles} articles; {manifest.Shards.Length - check.NotRead.Count} shards read, {check.Read} articles; {(wrong == 0 ? "all hashes and counts are right" : $"{wrong} {(wrong == 1 ? "file is" : "files are")} wrong")}"
        );
        return wrong == 0 ? ExitCode.Done : ExitCode.Wrong;
    }

    private static int Compare(Session session, string first, string second)
    {
        session.LedgerName = first;
        using var one = LedgerFile.Open(first);
        session.LedgerName = second;
        using var two = LedgerFile.Open(second);
        using var theirs = LedgerDump.Lines(two).GetEnumerator();
        var lines = 0;
        foreach (var line in LedgerDump.Lines(one))
        {
            var other = theirs.MoveNext() ? theirs.Current : null;
            if (line != other)
                return Differ(session, line, other);
            lines++;
        }
        if (theirs.MoveNext())
            return Differ(session, null, theirs.Current);
        session.Output.WriteLine($"the ledgers hold the same ({lines} articles, links and results)");
        return ExitCode.Done;
    }

    private static int Differ(Session session, string? line, string? other)
    {
        session.Say(ArchiveProblems.LedgersDiffer(Shown(line), Shown(other)));
        return ExitCode.Wrong;
    }

    private static string Shown(string? line) =>
        line is null ? "nothing more"
        : line.Length > 300 ? line[..300] + "…"
        : line;
}
