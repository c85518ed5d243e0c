using Parley.Records;

namespace Parley.Claims;

/// <summary>A number with its bounds.</summary>
/// <param name="Measure">What is counted.</param>
/// <param name="Value">The number that is told; the lower end of a range.</param>
/// <param name="High">The upper end of a range; else null.</param>
/// <param name="Bound">How the number bounds the truth.</param>
public readonly record struct Amount(FigureMeasure Measure, decimal Value, decimal? High, FigureBound Bound)
{
    /// <summary>How far from the truth "about" and "almost" may lie: a tenth.</summary>
    private const decimal Roughly = 0.1m;

    /// <summary>The least that it can mean.</summary>
    public decimal Least =>
        Bound switch
        {
            FigureBound.AtMost or FigureBound.LessThan => 0,
            FigureBound.About or FigureBound.Almost => Value * (1 - Roughly),
            _ => Value,
        };

    /// <summary>The most that it can mean; null where it has no upper end.</summary>
    public decimal? Most =>
        Bound switch
        {
            FigureBound.AtLeast or FigureBound.MoreThan => null,
            FigureBound.About => (High ?? Value) * (1 + Roughly),
            _ => High ?? Value,
        };

    /// <summary>True where the two numbers that are told are one, give or take what "about" allows.</summary>
    public bool IsSame(Amount other) =>
        Math.Abs(Value - other.Value) <= (IsRough || other.IsRough ? Roughly * Math.Max(Value, other.Value) : 0)
        && (High is null || other.High is null || High == other.High);

    /// <summary>True where both can be so at once.</summary>
    public bool MayBe(Amount other) => (Most is null || other.Least <= Most) && (other.Most is null || Least <= other.Most);

    private bool IsRough => Bound is FigureBound.About or FigureBound.Almost or FigureBound.MoreThan or FigureBound.LessThan;
}
