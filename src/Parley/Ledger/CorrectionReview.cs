using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Parley.Corrections;

namespace Parley.Ledger;

/// <summary>Tells how each correction stands to a ledger as it is now: in force, undone, disputed by something newer, or orphaned.</summary>
public static class CorrectionReview
{
    private static readonly string[] s_evidence = ["supports", "contradicts", "doubts"];

    /// <summary>All corrections, oldest first.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="board">The function whose rows of kind <c>board</c> tell how undertakings stand.</param>
    public static ImmutableArray<CorrectionStanding> Of(ILedger ledger, IBlockFunction board)
    {
        var log = ledger.Corrections();
        if (log.IsEmpty)
            return [];
        var inForce = CorrectionLog.InForce(log).ToLookup(correction => correction.Id, StringComparer.Ordinal);
        var effective = CorrectionLog.Effective(log).Select(correction => correction.Id).ToHashSet(StringComparer.Ordinal);
        var newer = ledger
            .Articles(ReadingQuery.All, all: true)
            .ToDictionary(entry => entry.Id, entry => entry.NextVersion, StringComparer.Ordinal);
        var standings = Applied(ledger, log, newer);
        return
        [
            .. log.Select(correction =>
                !effective.Contains(correction.Id) ? new CorrectionStanding(correction, CorrectionMark.Undone, null)
                : !inForce.Contains(correction.Id) ? new CorrectionStanding(correction, CorrectionMark.InForce, null)
                : correction.Verb == CorrectionVerb.Decide ? Decided(ledger, board, correction)
                : standings.GetValueOrDefault(correction.Id) ?? new CorrectionStanding(correction, CorrectionMark.InForce, null)
            ),
        ];
    }

    /// <summary>How the corrections in force of each article find its records; of two articles, the worse.</summary>
    private static Dictionary<string, CorrectionStanding> Applied(
        ILedger ledger,
        ImmutableArray<Correction> log,
        Dictionary<string, string?> newer
    )
    {
        var standings = new Dictionary<string, CorrectionStanding>(StringComparer.Ordinal);
        var inForce = CorrectionLog.InForce(log);
        foreach (
            var article in inForce
                .SelectMany(correction => correction.Targets)
                .Select(target => target.Article)
                .Distinct(StringComparer.Ordinal)
        )
        {
            var own = inForce.Where(correction => correction.Targets.Any(target => target.Article == article)).ToList();
            var why =
                !newer.TryGetValue(article, out var next) || ledger.FindUncorrected(article) is not { } reading
                    ? "the ledger does not have its article"
                : ledger.Removal(article) is not null ? "its article was removed"
                : next is not null
                    ? $"the text has changed: a newer version of the article is {next[..Math.Min(next.Length, RecordKey.ShortId)]}"
                : null;
            var found = why is null
                ? Corrector.Run(ledger.FindUncorrected(article)!, own).Standings
                : [.. own.Select(correction => new CorrectionStanding(correction, CorrectionMark.Orphaned, why))];
            foreach (var standing in found)
                if (!standings.TryGetValue(standing.Correction.Id, out var other) || standing.Mark > other.Mark)
                    standings[standing.Correction.Id] = standing;
        }
        return standings;
    }

    /// <summary>A decision is disputed when the undertaking has evidence that was published after it.</summary>
    private static CorrectionStanding Decided(ILedger ledger, IBlockFunction board, Correction correction)
    {
        var row = ledger.Derived(board, new DerivedQuery("board") { Id = correction.Subject }).FirstOrDefault();
        if (row is null)
            return new(correction, CorrectionMark.Orphaned, $"there is no undertaking {correction.Subject} any more");
        var newest = NewestEvidence(row.Body);
        return newest is not null && string.CompareOrdinal(newest, correction.At[..10]) > 0
            ? new(correction, CorrectionMark.Disputed, $"there is evidence of {newest}, after the decision")
            : new(correction, CorrectionMark.InForce, null);
    }

    /// <summary>The last day of publication among the evidence of an entry of the board; null where there is none.</summary>
    public static string? NewestEvidence(string entry)
    {
        var tree = JsonNode.Parse(entry)!;
        return s_evidence
            .SelectMany(list => tree[list] as JsonArray ?? [])
            .Select(evidence => (string?)evidence?["published"])
            .Where(published => published is { Length: >= 10 })
            .Select(published => published![..10])
            .Max(StringComparer.Ordinal);
    }
}
