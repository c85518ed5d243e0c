using System.Collections.Immutable;
using Parley.Ledger;
using Parley.Negotiations;
using Parley.Records;

namespace Parley.Answers;

/// <summary>Topics by parties: who wants what at the table, and what became of it.</summary>
/// <param name="Positions">How each party stands to each topic.</param>
/// <param name="Threads">What became of each proposal.</param>
public sealed record MatrixAnswer(ImmutableArray<PositionCourse> Positions, ImmutableArray<ProposalThread> Threads)
{
    /// <summary>What is asked for of all courses.</summary>
    /// <param name="all">The courses of all parties and topics.</param>
    /// <param name="lastDay">The last day of the readings they come from, see <see cref="LastDay"/>.</param>
    /// <param name="question">Which party and topic, as of which day.</param>
    public static MatrixAnswer Of(ImmutableArray<PositionCourse> all, string? lastDay, Question question)
    {
        ImmutableArray<PositionCourse> courses = [.. all.Where(course => question.IsTopic(course.Topic))];
        var threads = courses
            .GroupBy(course => course.Topic, StringComparer.Ordinal)
            .SelectMany(topic => ProposalThreads.Of(topic.SelectMany(course => course.Tellings), question.AsOf ?? lastDay))
            .Where(thread => thread.Steps.Any(step => step.Telling is { } telling && question.IsParty(telling.Side, telling.Party)));
        return new MatrixAnswer([.. courses.Where(course => question.IsParty(course.Side, course.Party))], [.. threads]);
    }

    /// <summary>The last day of publication; null where none is known.</summary>
    public static string? LastDay(IEnumerable<Reading> readings) =>
        readings.Select(ReadingOrder.Day).OfType<string>().Max(StringComparer.Ordinal);
}
