#if !FAST_MODEL_ONLY
using System.CommandLine;
using Parley.Answers;
using Parley.Exports;
using Parley.Exports.Annotating;
using Parley.Intake;

namespace Parley.Cli;

/// <summary><c>parley import brat|webanno|xmi DIR</c>: corrections that people made in an annotation tool.</summary>
internal static class ImportCommand
{
    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        var format = new Argument<string>("FORMAT") { Description = $"The format: {string.Join(", ", AnnotationImport.Formats)}." };
        var folder = new Argument<string>("DIR") { Description = "The folder that parley export made, with what people changed in it." };
        var ledgerFile = LedgerFile.Option();
        var person = new Person();
        var dryRun = new Option<bool>("--dry-run") { Description = "Show the corrections, and log none." };
        var command = new Command(
            "import",
            "Takes over what people changed in an annotation tool, as corrections: labels, places, links; what they deleted is rejected."
        )
        {
            format,
            folder,
            ledgerFile,
        };
        person.AddTo(command);
        command.Options.Add(dryRun);
        command.SetAction(call =>
        {
            var session = Session.Of(call);
            var name = call.GetRequiredValue(format);
            if (!AnnotationImport.Formats.Contains(name))
                throw new ProblemException(Problems.NotOneOf("FORMAT", name, string.Join(", ", AnnotationImport.Formats)), ExitCode.Usage);
            session.LedgerName = call.GetRequiredValue(ledgerFile);
            using var ledger = LedgerFile.Open(session.LedgerName);
            var import = Read(name, call.GetRequiredValue(folder), ledger, person.Of(call));
            foreach (var problem in import.Problems)
                session.Say(problem);
            var corrections =
                import.Corrections.Count == 0 || call.GetValue(dryRun)
                    ? import.Corrections
                    : CorrectionDraft.Log(ledger, import.Corrections);
            foreach (var correction in corrections)
                session.Output.WriteLine(CorrectionLine.Of(correction));
            if (corrections is [{ Batch: { } batch }, ..])
                session.Output.WriteLine($"{corrections.Count} corrections; undo all with: parley corrections undo {batch}");
            else if (corrections.Count == 0)
                session.Output.WriteLine($"nothing changed in {import.Files} files");
            return import.Problems.Count == 0 ? ExitCode.Done : ExitCode.SomeSkipped;
        });
        return command;
    }

    private static AnnotationImport Read(string format, string folder, Ledger.ILedger ledger, Ledger.Note note)
    {
        try
        {
            return AnnotationImport.Read(format, folder, ledger, note);
        }
        catch (ExportException e)
        {
            throw new ProblemException(e.Problem, ExitCode.Usage);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ProblemException(ExportProblems.NoAnnotations(folder, format), ExitCode.Usage);
        }
    }
}
#endif
