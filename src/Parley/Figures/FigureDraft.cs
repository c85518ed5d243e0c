using Parley.Records;

namespace Parley.Figures;

/// <summary>A figure while the article is being read.</summary>
/// <param name="Quantity">The number and its bound.</param>
/// <param name="Count">What it counts.</param>
/// <param name="Measure">The measure.</param>
/// <param name="Whole">Index of the draft it is part of; -1 where there is none.</param>
internal sealed record FigureDraft(Quantity Quantity, Count Count, FigureMeasure Measure, int Whole)
{
    /// <summary>The clauses that prove it; later tellings are added.</summary>
    public required List<Span> Evidence { get; init; }

    /// <summary>Unit of a share; null for counts and for money, whose unit is its currency.</summary>
    public string? Unit { get; init; }
}
