#if !FAST_MODEL_ONLY
using System.CommandLine;
using Parley.Answers;
using Parley.Exports;
using Parley.Exports.Tables;
using Parley.Intake;
using Parley.Ledger;
using Parley.Stores;

namespace Parley.Cli;

/// <summary><c>parley export FORMAT</c>: a ledger in a format of others.</summary>
internal static class ExportCommand
{
    private const string FromName = "--from";
    private const string ToName = "--to";

    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        var format = new Argument<string>("FORMAT")
        {
            Description = $"The format: {string.Join(", ", ExportFormats.All.Select(one => one.Name))}.",
        };
        var place = new Option<string?>("--out")
        {
            Description = "The file, or the folder or .zip of a format of several files; without it, standard output.",
            HelpName = "PATH",
        };
        var table = new Option<string?>("--table") { Description = "One table alone, of csv, parquet or jsonl.", HelpName = "NAME" };
        var from = new Option<string?>(FromName) { Description = "Only articles published on that day or later.", HelpName = "DAY" };
        var to = new Option<string?>(ToName) { Description = "Only articles published on that day or before.", HelpName = "DAY" };
        var least = MinConfidence.Option("Export records of this confidence or more, 0 to 1; without it, those that are not uncertain.");
        var force = new Option<bool>("--force") { Description = "Write into a folder that holds something." };
        var command = new Command("export", "Writes a ledger in the formats of others: event data, tables, maps, annotations, calendars.")
        {
            format,
            place,
            table,
            from,
            to,
            least,
            force,
        };
        var query = new LedgerQuery();
        query.AddTo(command, hasJson: false);
        command.SetAction(call =>
        {
            var (session, question) = (Session.Of(call), query.Of(call));
            var chosen = Find(call.GetRequiredValue(format), call.GetValue(table));
            var asked = new ExportQuery
            {
                AsOf = question.AsOf,
                Party = question.Party,
                Topic = question.Topic,
                From = LedgerQuery.Day(FromName, call.GetValue(from)),
                To = LedgerQuery.Day(ToName, call.GetValue(to)),
                MinConfidence = MinConfidence.Of(call.GetValue(least)),
            };
            if (asked is { From: { } first, To: { } last } && string.CompareOrdinal(first, last) > 0)
                throw new ProblemException(Problems.DaysReversed(first, last), ExitCode.Usage);
            session.LedgerName = PostgresLedger.Shown(question.File);
            using var ledger = question.Open();
            if (asked.Party is not null)
                question.CheckParty(ledger.Readings(new ReadingQuery { AsOf = asked.AsOf }), []);
            var source = new ExportSource(ledger, asked, Path.GetFileName(session.LedgerName));
            ExportFiles.Write(session, chosen, source, call.GetValue(place), call.GetValue(force));
            if (source.LeftOut.Count > 0)
                session.Say(
                    ExportProblems.LeftOut(
                        chosen.Name,
                        string.Join(", ", source.LeftOut.Select(pair => $"{pair.Value} {pair.Key}")).Replace(';', ',')
                    )
                );
            return ExitCode.Done;
        });
        return command;
    }

    private static IExportFormat Find(string name, string? table)
    {
        var format =
            ExportFormats.Find(name)
            ?? throw new ProblemException(
                ExportProblems.NoFormat(name, string.Join(", ", ExportFormats.All.Select(one => one.Name))),
                ExitCode.Usage
            );
        if (table is null)
            return format;
        if (format is not ITableFormat tables)
            throw new ProblemException(ExportProblems.NoTable(table, $"{name} has no tables: leave --table out"), ExitCode.Usage);
        return LedgerTables.Find(table) is { } found
            ? tables.Of(found)
            : throw new ProblemException(
                ExportProblems.NoTable(table, $"choose one of {string.Join(", ", LedgerTables.All.Select(one => one.Name))}"),
                ExitCode.Usage
            );
    }
}
#endif
