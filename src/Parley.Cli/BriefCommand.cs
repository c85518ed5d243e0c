using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Parley.Chronicle;
using Parley.Cli.Views;
using Parley.Ledger;

namespace Parley.Cli;

/// <summary><c>parley brief --since DAY</c>: the most important changes as Markdown.</summary>
internal static class BriefCommand
{
    private const string SinceName = "--since";

    private static readonly (string Kind, string Heading)[] s_sections =
    [
        ("undertaking", "Undertakings"),
        ("proposal", "Proposals"),
        ("position", "Positions"),
        ("claim", "Claims"),
        ("figure", "Figures"),
    ];

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
            var readings = question.Readings();
            question.CheckParty(readings, []);
            var last = question.AsOf ?? readings.Select(ReadingOrder.Day).OfType<string>().Max(StringComparer.Ordinal) ?? day;
            last = string.CompareOrdinal(last, day) < 0 ? day : last;
            var changes = DiffCommand.Choose(LedgerChanges.Between(readings, DayBefore(day), last, LedgerFunctions.Weigher), question);
            if (question.Json)
                LedgerJson.Write(session, changes);
            else
                Write(new Sheet(session), changes, day, last, EmptyLedger.Why(readings, question, "change"));
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
        foreach (var (kind, heading) in s_sections)
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

    private static string DayBefore(string day) =>
        DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) is var date && date > DateOnly.MinValue
            ? date.AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : day;
}
