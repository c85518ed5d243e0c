using System.CommandLine;
using Parley.Answers;
using Parley.Corrections;
using Parley.Intake;
using Parley.Ledger;
using Parley.Records;

namespace Parley.Cli;

/// <summary>The commands by which people have the last word: <c>accept</c>, <c>reject</c>, <c>edit</c>, <c>merge</c>, <c>split</c>, <c>decide</c>.</summary>
internal static class CorrectionCommands
{
    /// <summary>All of them.</summary>
    public static IEnumerable<Command> Create() =>
        [
            OfRecords("accept", "Says that records are right: they count from now on, whatever their confidence.", CorrectionVerb.Accept),
            OfRecords("reject", "Says that records are wrong: they are taken out, and what cannot be without them.", CorrectionVerb.Reject),
            Edit(),
            OfTwo("merge", "Says that two records are one: actors, undertakings, deeds, of one article or of two.", CorrectionVerb.Merge),
            OfTwo("split", "Says that two records are not one.", CorrectionVerb.Split),
            Decide(),
        ];

    private static Command OfRecords(string name, string description, CorrectionVerb verb)
    {
        var records = new Argument<string[]>("RECORD")
        {
            Description = "Records as screens name them (3c0ea192/e4); - reads their names from standard input, one a line.",
            Arity = ArgumentArity.OneOrMore,
        };
        return Create(
            name,
            description,
            [records],
            (call, ledger, note) =>
                Names(Session.Of(call), call.GetRequiredValue(records))
                    .Select(record => CorrectionDraft.OfRecord(verb, RecordNames.Find(ledger, record).Key, note))
                    .ToList()
        );
    }

    private static Command Edit()
    {
        var record = new Argument<string>("RECORD") { Description = "The record, as screens name it (3c0ea192/e4)." };
        var fields = new Argument<string[]>("FIELD=VALUE")
        {
            Description = "Fields as JSON names them, with their new values (status=denied, sources=[\"a2\"], place=null).",
            Arity = ArgumentArity.OneOrMore,
        };
        return Create(
            "edit",
            "Says that fields of a record are other than they were read.",
            [record, fields],
            (call, ledger, note) =>
            {
                var (reading, key) = RecordNames.Find(ledger, call.GetRequiredValue(record));
                return call.GetRequiredValue(fields).Select(field => EditOf(reading, key, field, note)).ToList();
            }
        );
    }

    private static Correction EditOf(Reading reading, RecordKey key, string assignment, Note note)
    {
        var parts = assignment.Split('=', 2);
        if (parts.Length < 2)
            throw new ProblemException(Problems.CannotCorrect($"'{assignment}' is no FIELD=VALUE"), ExitCode.Usage);
        return Only(CorrectionDraft.OfField(reading, key, parts[0], parts[1], note));
    }

    private static Correction Only(CorrectionDraft draft) =>
        draft.WhyNot is { } why ? throw new ProblemException(Problems.CannotCorrect(why), ExitCode.Usage) : draft.Corrections[0];

    private static Command OfTwo(string name, string description, CorrectionVerb verb)
    {
        var first = new Argument<string>("RECORD") { Description = "The record that stays, as screens name it (3c0ea192/a1)." };
        var second = new Argument<string>("OTHER") { Description = "The other record." };
        return Create(
            name,
            description,
            [first, second],
            (call, ledger, note) =>
            {
                var (reading, one) = RecordNames.Find(ledger, call.GetRequiredValue(first));
                var (_, other) = RecordNames.Find(ledger, call.GetRequiredValue(second));
                return [Only(CorrectionDraft.OfPair(verb, reading, one, other, note))];
            }
        );
    }

    private static Command Decide()
    {
        var subject = new Argument<string>("UNDERTAKING") { Description = "The undertaking, by its id on the board." };
        var state = new Argument<string>("STATE") { Description = "How it stands (holding, breached, kept …)." };
        return Create(
            "decide",
            "Says how an undertaking stands, whatever the rules make of it; wants a reason.",
            [subject, state],
            (call, ledger, note) =>
            {
                var id = call.GetRequiredValue(subject);
                var value = call.GetRequiredValue(state);
                if (note.Why.Length == 0)
                    throw new ProblemException(Problems.NoReason("a decision"), ExitCode.Usage);
                if (!UndertakingStates.All.Contains(value))
                    throw new ProblemException(Problems.NotOneOf("STATE", value, string.Join(", ", UndertakingStates.All)), ExitCode.Usage);
                return
                [
                    CorrectionDraft.OfUndertaking(ledger, id, value, note)
                        ?? throw new ProblemException(
                            Problems.NotInLedger("undertaking", id, "see them with: parley board"),
                            ExitCode.Usage
                        ),
                ];
            }
        );
    }

    private static Command Create(
        string name,
        string description,
        Argument[] arguments,
        Func<ParseResult, ILedger, Note, List<Correction>> correct
    )
    {
        var ledgerFile = LedgerFile.Option();
        var person = new Person();
        var command = new Command(name, description);
        foreach (var argument in arguments)
            command.Add(argument);
        command.Add(ledgerFile);
        person.AddTo(command);
        command.SetAction(call =>
        {
            var session = Session.Of(call);
            session.LedgerName = call.GetRequiredValue(ledgerFile);
            using var ledger = LedgerFile.Open(session.LedgerName);
            var corrections = CorrectionDraft.Log(ledger, correct(call, ledger, person.Of(call)));
            foreach (var correction in corrections)
                session.Output.WriteLine(CorrectionLine.Of(correction));
            if (corrections is [{ Batch: { } batch }, ..])
                session.Output.WriteLine($"{corrections.Length} corrections; undo all with: parley corrections undo {batch}");
            return ExitCode.Done;
        });
        return command;
    }

    private static IEnumerable<string> Names(Session session, string[] records)
    {
        foreach (var record in records)
            if (record != InputFiles.StandardInput)
                yield return record;
            else
            {
                using var lines = new StreamReader(session.OpenInput());
                while (lines.ReadLine() is { } line)
                    if (line.Trim() is { Length: > 0 } name)
                        yield return name;
            }
    }
}
