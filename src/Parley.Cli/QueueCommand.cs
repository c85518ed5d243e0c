using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Parley.Answers;
using Parley.Corrections;

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
            var chosen = QueueAnswer.Of(ledger, question, call.GetValue(limit)).Entries;
            if (question.Json)
                session.Output.WriteLine(JsonText.Of(json => Write(json, chosen)));
            else if (chosen.IsEmpty)
                session.Output.WriteLine("nothing to check");
            else
                foreach (var entry in chosen)
                    Write(session, entry);
            return ExitCode.Done;
        });
        return command;
    }

    private static void Write(Session session, QueueEntry one)
    {
        var entry = one.Check;
        session.Output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{entry.Record.Name}  {CorrectionJson.Spell(entry.Record.Kind)}, {entry.Confidence:0.00} sure: {entry.Consequence}  [{one.Party} {one.Topic}]"
            )
        );
        session.Output.WriteLine($"  “{entry.Record.Words}”".ReplaceLineEndings(" "));
    }

    private static void Write(Utf8JsonWriter json, ImmutableArray<QueueEntry> chosen)
    {
        json.WriteStartArray();
        foreach (var one in chosen)
        {
            var entry = one.Check;
            json.WriteStartObject();
            json.WriteString("record", entry.Record.Name);
            json.WriteString("article", entry.Record.Article);
            json.WriteString("kind", CorrectionJson.Spell(entry.Record.Kind));
            json.WriteString("words", entry.Record.Words);
            json.WriteNumber("start", entry.Record.Span.Start);
            json.WriteNumber("end", entry.Record.Span.End);
            json.WriteNumber("confidence", entry.Confidence);
            json.WriteString("undertaking", entry.Undertaking);
            json.WriteString("party", one.Party);
            json.WriteString("topic", one.Topic);
            json.WriteString("from", entry.From);
            json.WriteString("to", entry.To);
            json.WriteNumber("rank", one.Rank);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
