using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Parley.Answers;
using Parley.Assessments;
using Parley.Corrections;
using Parley.Ledger;

namespace Parley.Cli;

/// <summary><c>parley queue</c>: what a person should check first.</summary>
internal static class QueueCommand
{
    private const int Shown = 20;

    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        var query = new LedgerQuery();
        var limit = new Option<int>("--limit")
        {
            Description = "The most records.",
            HelpName = "N",
            DefaultValueFactory = _ => Shown,
        };
        var command = new Command("queue", "Lists records to check, by how unsure they are and how much hangs on them.") { limit };
        query.AddTo(command);
        command.SetAction(call =>
        {
            var session = Session.Of(call);
            var question = query.Of(call);
            session.LedgerName = question.File;
            using var ledger = question.Open();
            var rows = ledger.Derived(
                LedgerFunctions.Board,
                new DerivedQuery("queue")
                {
                    AsOf = question.AsOf,
                    Limit = question.Party is null && question.Topic is null ? call.GetValue(limit) : null,
                }
            );
            var chosen = rows.Where(row => question.IsParty(row.Party) && question.IsTopic(row.Topic)).Take(call.GetValue(limit)).ToList();
            if (question.Json)
                session.Output.WriteLine(JsonText.Of(json => Write(json, chosen)));
            else if (chosen.Count == 0)
                session.Output.WriteLine("nothing to check");
            else
                foreach (var row in chosen)
                    Write(session, row);
            return ExitCode.Done;
        });
        return command;
    }

    private static void Write(Session session, DerivedRow row)
    {
        var entry = Check.Read(row.Body);
        session.Output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{entry.Record.Name}  {CorrectionJson.Spell(entry.Record.Kind)}, {entry.Confidence:0.00} sure: {entry.Consequence}  [{row.Party} {row.Topic}]"
            )
        );
        session.Output.WriteLine($"  “{entry.Record.Words}”".ReplaceLineEndings(" "));
    }

    private static void Write(Utf8JsonWriter json, List<DerivedRow> rows)
    {
        json.WriteStartArray();
        foreach (var row in rows)
        {
            var entry = Check.Read(row.Body);
            json.WriteStartObject();
            json.WriteString("record", entry.Record.Name);
            json.WriteString("article", entry.Record.Article);
            json.WriteString("kind", CorrectionJson.Spell(entry.Record.Kind));
            json.WriteString("words", entry.Record.Words);
            json.WriteNumber("start", entry.Record.Span.Start);
            json.WriteNumber("end", entry.Record.Span.End);
            json.WriteNumber("confidence", entry.Confidence);
            json.WriteString("undertaking", entry.Undertaking);
            json.WriteString("party", row.Party);
            json.WriteString("topic", row.Topic);
            json.WriteString("from", entry.From);
            json.WriteString("to", entry.To);
            json.WriteNumber("rank", row.Rank);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
