namespace Parley.Eval;

/// <summary>How many of a whole.</summary>
/// <param name="Part">The part.</param>
/// <param name="Whole">The whole; where it is 0 there is no share.</param>
internal readonly record struct Ratio(int Part, int Whole)
{
    /// <summary>The share, 0 where there is no whole.</summary>
    public double Value => Whole == 0 ? 0 : (double)Part / Whole;

    /// <summary>F1 of what was right, found and wanted, as a ratio of twice the right ones to both others.</summary>
    public static Ratio F1(int right, int found, int wanted) => new(2 * right, found + wanted);

    /// <summary>Three decimals, a dash where there is no whole.</summary>
    public override string ToString() => Whole == 0 ? "–" : Table.Share(Value);
}
