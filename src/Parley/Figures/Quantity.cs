using Parley.Records;
using Parley.Text;

namespace Parley.Figures;

/// <summary>A number with what bounds it, before it is known what it counts.</summary>
/// <param name="Words">The number with bound and currency.</param>
/// <param name="Number">The words of the number alone; of both numbers in a range.</param>
/// <param name="Value">In single units; the lower end of a range.</param>
/// <param name="High">The upper end of a range; else null.</param>
/// <param name="Bound">How it bounds the truth.</param>
/// <param name="Currency">ISO 4217 code of a sum of money; else null.</param>
internal readonly record struct Quantity(
    WordRange Words,
    WordRange Number,
    decimal Value,
    decimal? High,
    FigureBound Bound,
    string? Currency
)
{
    /// <summary>What it was before ("rose from 9 to 14"); null where that is not told.</summary>
    public decimal? Before { get; init; }

    /// <summary>The words of the number before; of none where it is not told.</summary>
    public WordRange BeforeWords { get; init; }
}
