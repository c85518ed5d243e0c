using System.Collections.Immutable;
using System.CommandLine;
using Parley.Answers;
using Parley.Assessments;
using Parley.Chronicle;
using Parley.Cli.Views;
using Parley.Ledger;

namespace Parley.Cli;

/// <summary><c>parley brief --since DAY</c>: the most important changes as Markdown.</summary>
internal static class BriefCommand
{
    private const string SinceName = "--since";

    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        var since = new Option<string>(SinceName)
        {
            Description = "The first day whose reports are new.",
            HelpName = "DAY",
            Required = true,
        };
        var query = new LedgerQuery();
        var command = new Command(
            "brief",
            "Writes what has changed since a day as Markdown, the most important first, every sentence with the id of its record."
        )
        {
            since,
        };
        query.AddTo(command);
        command.SetAction(call =>
        {
            var (session, question) = (Session.Of(call), query.Of(call));
            var day = LedgerQuery.Day(SinceName, call.GetValue(since))!;
            using var ledger = question.Open();
            var readings = LedgerReadings.Of(ledger, question);
            question.CheckParty(readings, []);
            var board = ledger.Derived(LedgerFunctions.Board, new DerivedQuery("board")).Select(row => BoardJson.ReadEntry(row.Body));
            var brief = BriefAnswer.Of(readings, board, day, Judgement.Day(ledger, question.AsOf, session.Now())).Chosen(question);
            if (question.Json)
                LedgerJson.Write(session, brief.Changes);
            else
                Write(new Sheet(session), brief.Changes, day, brief.Until, EmptyLedger.Why(readings.Length, question, "change"));
            return ExitCode.Done;
        });
        return command;
    }

    private static void Write(Sheet sheet, ImmutableArray<LedgerChange> changes, string since, string last, string empty)
    {
        sheet.Plain($"# Brief, {since} to {last}");
        if (changes.IsEmpty)
        {
            sheet.Blank();
            sheet.Plain(
                empty.StartsWith("no changes: none", StringComparison.Ordinal)
                    ? $"Nothing changed from {since} to {last}."
                    : $"{char.ToUpperInvariant(empty[0])}{empty[1..]}."
            );
        }
        foreach (var (kind, heading) in BriefAnswer.Sections)
        {
            var section = changes.Where(change => change.Kind == kind).ToList();
            if (section.Count == 0)
                continue;
            sheet.Blank();
            sheet.Plain($"## {heading}");
            sheet.Blank();
            foreach (var change in section)
                Write(sheet, change);
        }
    }

    private static void Write(Sheet sheet, LedgerChange change)
    {
        var standing = change.From is { } from ? $"{from} → **{change.To}**" : $"**{change.To}** (new)";
        sheet.Plain($"- {change.Subject}: {standing}");
        foreach (var citation in change.Because)
            sheet.Plain($"  - “{citation.Sentence}” ({citation.Outlet}, {citation.Published ?? "undated"}; `{citation.Id}`)");
    }
}
