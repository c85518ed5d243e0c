using System.Collections.Immutable;
using System.CommandLine;
using Parley.Ledger;
using Parley.Negotiations;
using Parley.Records;

namespace Parley.Cli;

/// <summary><c>parley matrix</c>: topics by parties, who wants what at the table and how it moves.</summary>
internal static class MatrixCommand
{
    private const string SinceName = "--since";

    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        var since = new Option<string?>(SinceName) { Description = "Tell how positions have moved since that day.", HelpName = "DAY" };
        var query = new LedgerQuery();
        var command = new Command(
            "matrix",
            "Shows topics by parties: who demands, offers, accepts or rejects what, in which words, and how it moves."
        )
        {
            since,
        };
        query.AddTo(command);
        command.SetAction(call =>
        {
            var question = query.Of(call);
            var day = LedgerQuery.Day(SinceName, call.GetValue(since));
            using var ledger = question.Open();
            var answer = Answer(ledger, question, day);
            if (question.Json)
                LedgerJson.Write(Session.Of(call), answer);
            else
                new MatrixScreen(Session.Of(call)).Write(
                    answer,
                    day,
                    answer.Positions.IsEmpty ? EmptyLedger.Why([.. Readings(ledger, question)], question, "position") : ""
                );
            return ExitCode.Done;
        });
        return command;
    }

    private static IEnumerable<Reading> Readings(ILedger ledger, LedgerQuestion question) =>
        ledger.Readings(new ReadingQuery { AsOf = question.AsOf });

    private static MatrixAnswer Answer(ILedger ledger, LedgerQuestion question, string? since)
    {
        var all = PositionCourses.Of(PositionRows.Read(ledger, question.AsOf), since);
        question.CheckParty(Readings(ledger, question), all.Select(course => ((string?)course.Side, (string?)course.Party)));
        ImmutableArray<PositionCourse> courses = [.. all.Where(course => question.IsTopic(course.Topic))];
        var lastDay = question.AsOf ?? ledger.LastDay("9999-12-31");
        var threads = courses
            .GroupBy(course => course.Topic, StringComparer.Ordinal)
            .SelectMany(topic => ProposalThreads.Of(topic.SelectMany(course => course.Tellings), lastDay))
            .Where(thread => thread.Steps.Any(step => step.Telling is { } telling && question.IsParty(telling.Side, telling.Party)));
        return new MatrixAnswer([.. courses.Where(course => question.IsParty(course.Side, course.Party))], [.. threads]);
    }
}
