using System.Collections.Immutable;
using Parley.Corrections;

namespace Parley.Ledger;

/// <summary>Reads a log of corrections: which are in force, and which were taken back.</summary>
public static class CorrectionLog
{
    /// <summary>The corrections that are in force, oldest first. An undo that was itself undone counts no more.</summary>
    /// <param name="log">All entries, oldest first.</param>
    public static ImmutableArray<Correction> InForce(IReadOnlyList<Correction> log)
    {
        var undone = new HashSet<string>(StringComparer.Ordinal);
        var inForce = new List<Correction>();
        for (var at = log.Count - 1; at >= 0; at--)
        {
            var entry = log[at];
            if (undone.Contains(entry.Id) || entry.Batch is not null && undone.Contains(entry.Batch))
                continue;
            if (entry is { Verb: CorrectionVerb.Undo, Undoes: { } target })
                undone.Add(target);
            else
                inForce.Add(entry);
        }
        inForce.Reverse();
        return [.. inForce];
    }
}
