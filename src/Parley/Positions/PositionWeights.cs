using System.Collections.Concurrent;
using System.Globalization;
using Parley.Lexicons;

namespace Parley.Positions;

/// <summary>The weights by which mentions become positions: each model errs in its own way, so each has its own. Tables: <c>rules/positions</c>.</summary>
internal sealed class PositionWeights
{
    private static readonly ConcurrentDictionary<string, PositionWeights> s_known = new(StringComparer.Ordinal);

    private PositionWeights(string weights, double least, double certain, double told)
    {
        Scorer = new WeightTable("rules/positions/" + weights);
        (Least, Certain, Told) = (least, certain, told);
    }

    /// <summary>What speaks for and against a side taking a stance: <c>tools/train/compose_positions.py</c>.</summary>
    public WeightTable Scorer { get; }

    /// <summary>A position less likely than this is not made.</summary>
    public double Least { get; }

    /// <summary>A position less likely than this is uncertain.</summary>
    public double Certain { get; }

    /// <summary>What being told once more adds to the log-odds.</summary>
    public double Told { get; }

    /// <summary>The weights for a model.</summary>
    /// <param name="model">Its name, with or without a version: <c>en-fast 2.1</c>. A model that the table does not name takes its first row.</param>
    public static PositionWeights Of(string model) =>
        s_known.GetOrAdd(
            model.Split(' ')[0],
            name =>
            {
                var table = LexiconSet.Get("rules/positions/scoring");
                var row = Math.Max(0, table.Find(name));
                return new PositionWeights(table.Text(row, table.Column("weights")), Number("least"), Number("certain"), Number("told"));

                double Number(string column) => double.Parse(table.Cell(row, table.Column(column)), CultureInfo.InvariantCulture);
            }
        );
}
