using System.Collections.Immutable;
using Parley.Corrections;
using Parley.Records;

namespace Parley.Assessments;

/// <summary>
/// What a person should check of an undertaking, by uncertainty × consequence: each record that it rests on is left out, and its life judged
/// again. Only what changes its standing is listed.
/// </summary>
internal static class CheckList
{
    /// <summary>A record that is surer than this is not worth a look.</summary>
    private const double Sure = 0.98;

    /// <summary>What to check, in the order of the evidence.</summary>
    /// <param name="assessment">How it stands.</param>
    /// <param name="entry">The same as the board shows it.</param>
    /// <param name="judge">How it would stand on these testimonies alone.</param>
    public static IEnumerable<Check> Of(Assessment assessment, BoardEntry entry, Func<IReadOnlyList<Testimony>, UndertakingStatus> judge)
    {
        if (assessment.Undertaking.Tellings is [var telling] && telling.Undertaking.Confidence < Sure)
            yield return Make(assessment, entry, telling.Reading, telling.Undertaking.Id, telling.Undertaking.Confidence, null);
        ImmutableArray<Testimony> all = [.. assessment.Supports, .. assessment.Contradicts, .. assessment.Doubts];
        foreach (var group in all.GroupBy(one => one.Record, StringComparer.Ordinal))
        {
            var reading = group.First().Reading;
            var id = group.Key[(group.Key.LastIndexOf('/') + 1)..];
            if (ConfidenceOf(reading, id) is not { } confidence || confidence >= Sure)
                continue;
            var then = BoardEntries.StateName(judge([.. all.Where(one => one.Record != group.Key)]));
            if (then != BoardEntries.StateName(assessment.State))
                yield return Make(assessment, entry, reading, id, confidence, then);
        }
    }

    private static Check Make(Assessment assessment, BoardEntry entry, Reading reading, string id, double confidence, string? then) =>
        new(
            RecordFinder.KeyOf(reading, id)!,
            confidence,
            entry.Id,
            entry.State,
            then,
            // A standing that is lost altogether weighs double; more reports make it weightier.
            Math.Round((1 - confidence) * (then is null ? 2 : 1) * Math.Log2(1 + assessment.Reports), 4)
        );

    private static double? ConfidenceOf(Reading reading, string id) =>
        reading.Events.FirstOrDefault(deed => deed.Id == id)?.Confidence
        ?? reading.Statements.FirstOrDefault(said => said.Id == id)?.Confidence;
}
