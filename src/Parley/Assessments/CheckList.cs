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

    /// <summary>The most records of one undertaking that are tried, those that are least sure: each costs a judgement of its whole life.</summary>
    private const int MostTried = 8;

    /// <summary>What to check, least sure first.</summary>
    /// <param name="assessment">How it stands.</param>
    /// <param name="entry">The same as the board shows it.</param>
    /// <param name="judge">How it would stand on these testimonies alone.</param>
    public static IEnumerable<Check> Of(Assessment assessment, BoardEntry entry, Func<IReadOnlyList<Testimony>, UndertakingStatus> judge)
    {
        if (assessment.Undertaking.Tellings is [var telling] && telling.Undertaking.Confidence < Sure)
            yield return Make(assessment, entry, telling.Reading, telling.Undertaking.Id, telling.Undertaking.Confidence, null);
        ImmutableArray<Testimony> all = [.. assessment.Supports, .. assessment.Contradicts, .. assessment.Doubts];
        var unsure = all.GroupBy(one => one.Record, StringComparer.Ordinal)
            .Select(group => (Record: group.Key, group.First().Reading, Id: group.Key[(group.Key.LastIndexOf('/') + 1)..]))
            .Select(entry => (entry.Record, entry.Reading, entry.Id, Confidence: ConfidenceOf(entry.Reading, entry.Id) ?? 1))
            .Where(entry => entry.Confidence < Sure)
            .OrderBy(entry => entry.Confidence)
            .ThenBy(entry => entry.Record, StringComparer.Ordinal)
            .Take(MostTried);
        foreach (var (record, reading, id, confidence) in unsure)
        {
            var then = BoardEntries.StateName(judge([.. all.Where(one => one.Record != record)]));
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
