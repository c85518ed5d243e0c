using System.Collections.Immutable;
using Parley.Corrections;

namespace Parley.Ledger;

/// <summary>Reads a log of corrections: which are in force, and which were taken back.</summary>
public static class CorrectionLog
{
    /// <summary>The corrections that are in force, oldest first.</summary>
    /// <param name="log">All entries, oldest first.</param>
    public static ImmutableArray<Correction> InForce(IReadOnlyList<Correction> log) =>
        [.. Effective(log).Where(correction => correction.Verb != CorrectionVerb.Undo)];

    /// <summary>The same with the undoings that count; one that was itself undone counts no more.</summary>
    /// <param name="log">All entries, oldest first.</param>
    public static ImmutableArray<Correction> Effective(IReadOnlyList<Correction> log)
    {
        var undone = new HashSet<string>(StringComparer.Ordinal);
        var effective = new List<Correction>();
        for (var at = log.Count - 1; at >= 0; at--)
        {
            var entry = log[at];
            if (undone.Contains(entry.Id) || entry.Batch is not null && undone.Contains(entry.Batch))
                continue;
            if (entry is { Verb: CorrectionVerb.Undo, Undoes: { } target })
                undone.Add(target);
            effective.Add(entry);
        }
        effective.Reverse();
        return [.. effective];
    }
}
