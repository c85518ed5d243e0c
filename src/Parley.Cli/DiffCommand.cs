using System.Collections.Immutable;
using System.CommandLine;
using Parley.Answers;
using Parley.Chronicle;
using Parley.Cli.Views;
using Parley.Intake;

namespace Parley.Cli;

/// <summary><c>parley diff --from DAY --to DAY</c>: what stands otherwise on the second day than on the first.</summary>
internal static class DiffCommand
{
    private const string FromName = "--from";
    private const string ToName = "--to";

    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        var from = new Option<string>(FromName)
        {
            Description = "The earlier day; what had been published up to and with it.",
            HelpName = "DAY",
            Required = true,
        };
        var to = new Option<string>(ToName)
        {
            Description = "The later day; what had been published up to and with it.",
            HelpName = "DAY",
            Required = true,
        };
        var query = new LedgerQuery();
        var command = new Command(
            "diff",
            "Shows what changed between two days: states, positions, proposals, claims and figures, each with the sentence that brought it."
        )
        {
            from,
            to,
        };
        query.AddTo(command);
        command.SetAction(call =>
        {
            var (session, question) = (Session.Of(call), query.Of(call));
            var (first, last) = (LedgerQuery.Day(FromName, call.GetValue(from))!, LedgerQuery.Day(ToName, call.GetValue(to))!);
            if (string.CompareOrdinal(first, last) > 0)
                throw new ProblemException(Problems.DaysReversed(first, last), ExitCode.Usage);
            var readings = question.Readings();
            var changes = BriefAnswer.Between(readings, first, last, question);
            question.CheckParty(readings, []);
            if (question.Json)
                LedgerJson.Write(session, changes);
            else
                Write(new Sheet(session), changes, $"nothing changed between {first} and {last}");
            return ExitCode.Done;
        });
        return command;
    }

    private static void Write(Sheet sheet, ImmutableArray<LedgerChange> changes, string empty)
    {
        if (changes.IsEmpty)
            sheet.Plain(empty);
        foreach (var change in changes)
        {
            sheet.Head($"{change.Kind} · {change.Subject}: {change.From ?? "not there"} → {change.To}");
            foreach (var citation in change.Because)
                sheet.Quote("", citation);
        }
    }
}
