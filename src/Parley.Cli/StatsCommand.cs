using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Parley.Ledger;

namespace Parley.Cli;

/// <summary><c>parley stats</c>: how much a ledger holds.</summary>
internal static class StatsCommand
{
    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        var ledgerFile = LedgerFile.Option();
        var json = new Option<bool>("--json") { Description = "Print JSON." };
        var command = new Command("stats", "Counts what a ledger holds: articles, records, runs, corrections, bytes.") { ledgerFile, json };
        command.SetAction(call =>
        {
            var session = Session.Of(call);
            session.LedgerName = call.GetRequiredValue(ledgerFile);
            using var ledger = LedgerFile.Open(session.LedgerName);
            var statistics = ledger.Statistics();
            if (call.GetValue(json))
                session.Output.WriteLine(JsonText.Of(writer => Write(writer, statistics)));
            else
                foreach (var (label, value) in Lines(statistics))
                    session.Output.WriteLine($"{label, -22}  {value, 14}");
            return ExitCode.Done;
        });
        return command;
    }

    private static IEnumerable<(string Label, string Value)> Lines(LedgerStatistics statistics)
    {
        yield return ("articles", Number(statistics.Articles));
        yield return ("older versions", Number(statistics.Superseded));
        yield return ("removed", Number(statistics.Removed));
        yield return ("readings", Number(statistics.Readings));
        foreach (var (kind, count) in statistics.Records)
            yield return (kind + "s", Number(count));
        foreach (var (run, count) in statistics.Runs)
            yield return ($"read by {run.Id[..8]}", $"{Number(count)} ({run.Model})");
        yield return ("corrections", Number(statistics.Corrections));
        yield return ("version of the tables", Number(statistics.Schema));
        yield return ("bytes", Number(statistics.Bytes));
        yield return ("bytes an article", Number(statistics.Bytes / Math.Max(1, statistics.Readings)));
    }

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private static void Write(Utf8JsonWriter json, LedgerStatistics statistics)
    {
        json.WriteStartObject();
        json.WriteNumber("articles", statistics.Articles);
        json.WriteNumber("superseded", statistics.Superseded);
        json.WriteNumber("removed", statistics.Removed);
        json.WriteNumber("readings", statistics.Readings);
        json.WriteStartObject("records");
        foreach (var (kind, count) in statistics.Records)
            json.WriteNumber(kind, count);
        json.WriteEndObject();
        json.WriteStartArray("runs");
        foreach (var (run, count) in statistics.Runs)
        {
            json.WriteStartObject();
            json.WriteString("id", run.Id);
            json.WriteString("model", run.Model);
            json.WriteString("rules", run.Rules);
            json.WriteNumber("readings", count);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteNumber("corrections", statistics.Corrections);
        json.WriteNumber("schema", statistics.Schema);
        json.WriteNumber("bytes", statistics.Bytes);
        json.WriteEndObject();
    }
}
