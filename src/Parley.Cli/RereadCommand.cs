using System.CommandLine;
using Parley.Answers;
using Parley.Corrections;
using Parley.Intake;
using Parley.Ledger;
using Parley.Records;

namespace Parley.Cli;

/// <summary><c>parley reread</c>: reads all articles of a ledger anew with the present model and rules.</summary>
internal static class RereadCommand
{
    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        var language = InputArguments.Model();
        var actors = InputArguments.Actors();
        var ledgerFile = LedgerFile.Option();
        var person = new Person();
        var command = new Command(
            "reread",
            "Reads all articles of a ledger anew with the present model; older readings and people's corrections are kept."
        )
        {
            language,
            actors,
            ledgerFile,
        };
        person.AddTo(command);
        command.SetAction(call =>
        {
            var session = Session.Of(call);
            session.LedgerName = call.GetRequiredValue(ledgerFile);
            using var ledger = LedgerFile.Open(session.LedgerName);
            using var source = LedgerFile.Open(session.LedgerName);
            var list = InputArguments.ListOf(session, call.GetValue(actors));
            var places = PlacesFolder.Open();
            var choice = InputArguments.ChoiceOf(call.GetValue(language));
            using var model = session.OpenModel(choice);
            PlacesFolder.Check(places);
            return Reread(session, ledger, source, new Reader(model) { Actors = list }, LedgerRuns.Of(choice, model), person.Of(call));
        });
        return command;
    }

    private static int Reread(Session session, ILedger ledger, ILedger source, Reader reader, LedgerRun run, Note note)
    {
        var entries = ledger.Articles(ReadingQuery.All, all: true).Where(entry => entry.Removed is null).ToList();
        // What was read before a run ended is not read again by the next.
        var due = entries.Where(entry => entry.Run != run.Id).ToList();
        var (done, failed) = (0, 0);
        var readings = OrderedWork.Run(
            due.Select(entry => (entry, Document: source.Document(entry.Id)!)),
            item => Read(reader, item.entry, item.Document),
            session.Output.Flush
        );
        foreach (var (reading, problem) in readings)
        {
            if (reading is not null)
                ledger.Keep(reading, run, note);
            else
                session.Say(problem!);
            _ = reading is null ? failed++ : done++;
            session.Progress.Show(done + failed, (double)(done + failed) / due.Count);
        }
        foreach (var function in LedgerFunctions.All)
            ledger.Refresh(function);
        session.Output.WriteLine($"{done} read anew, {entries.Count - due.Count} were read so already");
        foreach (var standing in CorrectionReview.Of(ledger, LedgerFunctions.Board))
            if (standing.Mark is CorrectionMark.Orphaned or CorrectionMark.Disputed)
                session.Say(Told(standing));
        return ExitCode.Of(done + entries.Count - due.Count, failed);
    }

    private static Problem Told(CorrectionStanding standing)
    {
        var correction = standing.Correction;
        var about = correction.Subject ?? string.Join(" and ", correction.Targets.Select(target => target.Name));
        return standing.Mark == CorrectionMark.Orphaned
            ? Problems.Orphaned(correction.Id, about, standing.Because!)
            : Problems.Disputed(correction.Id, about, standing.Because!);
    }

    private static (Reading? Reading, Problem? Problem) Read(Reader reader, ArticleEntry entry, SourceDocument document)
    {
        try
        {
            return (reader.Read(document), null);
        }
        catch (Exception e) when (e is not (OutOfMemoryException or OperationCanceledException))
        {
            return (null, Problems.Fault(entry.Source ?? ArticleNames.Short(entry.Id), e));
        }
    }
}
