namespace Parley.EvidenceWeights;

/// <summary>Measures in five parts by document: each part judged by weights that were learned from the others.</summary>
internal static class Parts
{
    private const int Count = 5;

    /// <summary>The likeliest allowed bearing of each row with its probability.</summary>
    public static (int Best, double Likely)[] Judge(IReadOnlyList<Row> rows)
    {
        var documents = rows.Select(row => row.Document).Distinct().Order(StringComparer.Ordinal).ToList();
        var found = new (int, double)[rows.Count];
        for (var part = 0; part < Count; part++)
        {
            var held = documents.Where((_, i) => i % Count == part).ToHashSet(StringComparer.Ordinal);
            var fit = new Fit([.. rows.Where(row => !held.Contains(row.Document))]);
            for (var r = 0; r < rows.Count; r++)
                if (held.Contains(rows[r].Document))
                    found[r] = Best(fit.Judge(rows[r].Features), rows[r].Allowed);
        }
        return found;
    }

    /// <summary>Precision, recall and F1 at some thresholds, of those rows that are asked for.</summary>
    public static void Print(
        TextWriter output,
        string name,
        IReadOnlyList<Row> rows,
        (int Best, double Likely)[] found,
        Func<Row, bool> among
    )
    {
        var wanted = rows.Count(row => among(row) && row.Label > 0);
        output.WriteLine($"{name}: {wanted} wanted");
        foreach (var least in (double[])[0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6])
        {
            var (given, right) = (0, 0);
            for (var r = 0; r < rows.Count; r++)
                if (among(rows[r]) && found[r].Likely >= least)
                {
                    given++;
                    right += found[r].Best == rows[r].Label ? 1 : 0;
                }
            output.WriteLine(
                $"  {least:F2}  P {(double)right / Math.Max(1, given):F2}  R {(double)right / wanted:F2}  F1 {2.0 * right / (given + wanted):F3}"
            );
        }
    }

    /// <summary>The likeliest bearing of those allowed with its probability.</summary>
    public static (int, double) Best(double[] likely, bool[] allowed)
    {
        var best = 0;
        for (var c = 1; c < likely.Length; c++)
            if (allowed[c] && (best == 0 || likely[c] > likely[best]))
                best = c;
        return best == 0 ? (0, 0) : (best, likely[best]);
    }
}
