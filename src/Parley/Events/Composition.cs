using System.Collections.Concurrent;
using System.Globalization;
using Parley.Lexicons;

namespace Parley.Events;

/// <summary>The weights by which mentions become happenings: each model errs in its own way, so each has its own. Tables: <c>rules/events/composition</c>.</summary>
internal sealed class Composition
{
    private static readonly ConcurrentDictionary<string, Composition> s_known = new(StringComparer.Ordinal);

    private Composition(string weights, double alone, double lone, double same, double unnamed, double unnamedForce, double certain)
    {
        Alone = alone;
        Lone = lone;
        Same = same;
        Unnamed = unnamed;
        UnnamedForce = unnamedForce;
        Certain = certain;
        Weights = weights;
        Keeping = new WeightTable(weights + "/keeping");
        Joining = new WeightTable(weights + "/joining");
        Parties = new WeightTable(weights + "/parties");
    }

    /// <summary>The folder of the weights.</summary>
    public string Weights { get; }

    /// <summary>From this probability on a telling stands for itself; below it can only tell of a happening that is known.</summary>
    public double Alone { get; }

    /// <summary>From this probability on the likeliest telling of a text of one sentence stands for itself where none is likely enough for an article.</summary>
    public double Lone { get; }

    /// <summary>From this probability on two tellings are of one happening.</summary>
    public double Same { get; }

    /// <summary>From this probability on the likeliest side is the doer of a deed without force that a noun tells and no word gives a doer of a known side.</summary>
    public double Unnamed { get; }

    /// <summary>From this probability on it is the doer of a deed of force that a noun tells, where a word stands for its doer and leads to nobody.</summary>
    public double UnnamedForce { get; }

    /// <summary>Below this confidence an event is uncertain: kept, never shown as fact nor counted as evidence.</summary>
    public double Certain { get; }

    /// <summary>What speaks for and against a mention being worth a record.</summary>
    public WeightTable Keeping { get; }

    /// <summary>What speaks for and against two mentions being of one happening.</summary>
    public WeightTable Joining { get; }

    /// <summary>What speaks for and against a side being doer or target.</summary>
    public WeightTable Parties { get; }

    /// <summary>The weights for a model.</summary>
    /// <param name="model">Its name, with or without a version: <c>en-fast 2.1</c>.</param>
    public static Composition Of(string model) =>
        s_known.GetOrAdd(
            model.Split(' ')[0],
            name =>
            {
                var table = LexiconSet.Get("rules/events/composition");
                var row = Math.Max(0, table.Find(name));
                return new Composition(
                    "rules/events/" + table.Text(row, table.Column("weights")),
                    Number("alone"),
                    Number("lone"),
                    Number("same"),
                    Number("unnamed"),
                    Number("unnamed-force"),
                    Number("certain")
                );

                double Number(string column) => double.Parse(table.Cell(row, table.Column(column)), CultureInfo.InvariantCulture);
            }
        );
}
