using System.Collections.Immutable;
using System.CommandLine;
using Parley.Assessments;

namespace Parley.Cli;

/// <summary><c>parley board</c>: the undertakings of a ledger, word against deed.</summary>
internal static class BoardCommand
{
    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        var query = new LedgerQuery();
        var least = MinConfidence.Option(
            "Use records of this confidence or more, 0 to 1, and leave the others out; without it, each kind has its own threshold."
        );
        var command = new Command(
            "board",
            "Shows each undertaking of a ledger once: its words, area and limits, who supports, doubts or contradicts it, and how it stood day by day."
        )
        {
            least,
        };
        query.AddTo(command);
        command.SetAction(call =>
        {
            var session = Session.Of(call);
            var question = query.Of(call);
            var minConfidence = MinConfidence.Of(call.GetValue(least));
            var readings = question.Readings();
            if (minConfidence is { } confidence)
                readings = [.. readings.Select(reading => reading.WithMinConfidence(confidence))];
            ImmutableArray<BoardEntry> all = [.. Assessor.Assess(readings, question.AsOf).Select(BoardEntries.Make)];
            question.CheckParty(all.Select(entry => ((string?)entry.Side, (string?)entry.Party)));
            ImmutableArray<BoardEntry> entries =
            [
                .. all.Where(entry =>
                    (question.IsParty(entry.Side, entry.Party) || question.IsParty(entry.By)) && question.IsTopic(entry.Kind, entry.Words)
                ),
            ];
            if (question.Json)
                session.Output.WriteLine(BoardJson.Write(entries));
            else
                new BoardScreen(session).Write(
                    entries,
                    readings.Sum(reading => reading.Undertakings.Count(undertaking => undertaking.Uncertain))
                );
            return ExitCode.Done;
        });
        return command;
    }
}
