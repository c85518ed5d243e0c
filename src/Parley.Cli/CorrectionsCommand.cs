using System.CommandLine;
using System.Text.Json;
using Parley.Answers;
using Parley.Corrections;
using Parley.Intake;
using Parley.Ledger;

namespace Parley.Cli;

/// <summary><c>parley corrections</c>: the log of what people said, which is only ever added to.</summary>
internal static class CorrectionsCommand
{
    /// <summary>The command with its own commands.</summary>
    public static Command Create() =>
        new("corrections", "Shows, exports, imports and undoes what people said of records, actors and joins.")
        {
            List(),
            Export(),
            Import(),
            Undo(),
        };

    private static Command List()
    {
        var ledgerFile = LedgerFile.Option();
        var json = new Option<bool>("--json") { Description = "Print JSON." };
        var command = new Command("list", "Lists all corrections with how they stand: in force, undone, disputed, orphaned.")
        {
            ledgerFile,
            json,
        };
        command.SetAction(call =>
        {
            var session = Session.Of(call);
            using var ledger = Open(session, call.GetRequiredValue(ledgerFile));
            var standings = CorrectionReview.Of(ledger, LedgerFunctions.Board);
            if (call.GetValue(json))
                session.Output.WriteLine(JsonText.Of(writer => Write(writer, standings)));
            else
                foreach (var standing in standings)
                {
                    var (correction, because) = (standing.Correction, standing.Because is { } why ? $" ({why})" : "");
                    session.Output.WriteLine(CorrectionLine.Of(correction));
                    session.Output.WriteLine(
                        $"  {Word(standing.Mark)}{because} · {correction.By}, {correction.At[..10]}{(correction.Why.Length > 0 ? $": {correction.Why}" : "")}{(correction.Batch is { } batch ? $" · batch {batch}" : "")}"
                    );
                }
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Export()
    {
        var ledgerFile = LedgerFile.Option();
        var file = new Argument<string>("FILE")
        {
            Description = "Where to write; - or nothing is standard output.",
            DefaultValueFactory = _ => InputFiles.StandardInput,
        };
        var command = new Command("export", "Writes the log as lines of JSON, for another ledger or for safe keeping.")
        {
            file,
            ledgerFile,
        };
        command.SetAction(call =>
        {
            var session = Session.Of(call);
            using var ledger = Open(session, call.GetRequiredValue(ledgerFile));
            var text = string.Concat(ledger.Corrections().Select(correction => CorrectionJson.Write(correction) + "\n"));
            var target = call.GetRequiredValue(file);
            if (target == InputFiles.StandardInput)
                session.Output.Write(text);
            else
                WriteFile(target, text);
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Import()
    {
        var ledgerFile = LedgerFile.Option();
        var file = new Argument<string>("FILE") { Description = "Lines that export wrote; - is standard input." };
        var command = new Command("import", "Takes the corrections of another ledger in; those that are there already are left alone.")
        {
            file,
            ledgerFile,
        };
        command.SetAction(call =>
        {
            var session = Session.Of(call);
            var name = call.GetRequiredValue(file);
            if (name != InputFiles.StandardInput && !File.Exists(name))
                throw new ProblemException(Problems.NotFound(name), ExitCode.Usage);
            var corrections = new List<Correction>();
            using (var lines = new StreamReader(name == InputFiles.StandardInput ? session.OpenInput() : File.OpenRead(name)))
                for (var number = 1; lines.ReadLine() is { } line; number++)
                    if (line.Length > 0)
                        corrections.Add(
                            CorrectionJson.Read(line) ?? throw new ProblemException(Problems.NotACorrection(name, number), ExitCode.Usage)
                        );
            using var ledger = Open(session, call.GetRequiredValue(ledgerFile));
            var added = ledger.Log(corrections);
            session.Output.WriteLine($"{added} imported, {corrections.Count - added} already there");
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Undo()
    {
        var ledgerFile = LedgerFile.Option();
        var ids = new Argument<string[]>("ID") { Description = "Corrections, or batches of them.", Arity = ArgumentArity.OneOrMore };
        var person = new Person();
        var command = new Command("undo", "Takes corrections back; the log keeps both, and an undoing can be undone.") { ids, ledgerFile };
        person.AddTo(command);
        command.SetAction(call =>
        {
            var session = Session.Of(call);
            using var ledger = Open(session, call.GetRequiredValue(ledgerFile));
            var note = person.Of(call);
            var log = ledger.Corrections();
            var inForce = CorrectionLog.Effective(log);
            var undoings = call.GetRequiredValue(ids)
                .Select(id =>
                    CorrectionDraft.OfUndoing(id, inForce, note) ?? throw new ProblemException(Problems.NoCorrection(id), ExitCode.Usage)
                )
                .ToList();
            ledger.Log(undoings);
            foreach (var undoing in undoings)
                session.Output.WriteLine(CorrectionLine.Of(undoing));
            foreach (var function in LedgerFunctions.All)
                ledger.Refresh(function);
            return ExitCode.Done;
        });
        return command;
    }

    private static ILedger Open(Session session, string file)
    {
        session.LedgerName = file;
        return LedgerFile.Open(file);
    }

    private static void WriteFile(string file, string text)
    {
        try
        {
            File.WriteAllText(file, text);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ProblemException(Problems.CannotWrite(file, e.Message.TrimEnd('.')), ExitCode.Usage);
        }
    }

    private static void Write(Utf8JsonWriter json, IEnumerable<CorrectionStanding> standings)
    {
        json.WriteStartArray();
        foreach (var standing in standings)
        {
            json.WriteStartObject();
            json.WriteString("id", standing.Correction.Id);
            json.WriteString("standing", Word(standing.Mark));
            json.WriteString("because", standing.Because);
            json.WritePropertyName("correction");
            json.WriteRawValue(CorrectionJson.Write(standing.Correction));
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static string Word(CorrectionMark mark) =>
        mark switch
        {
            CorrectionMark.InForce => "in force",
            CorrectionMark.Undone => "undone",
            CorrectionMark.Disputed => "disputed",
            _ => "orphaned",
        };
}
