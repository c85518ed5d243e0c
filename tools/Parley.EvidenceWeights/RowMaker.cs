using Parley.Links;

namespace Parley.EvidenceWeights;

/// <summary>Makes rows of pairs.</summary>
internal static class RowMaker
{
    /// <summary>The classes in the order of their numbers.</summary>
    public static readonly string[] Classes = ["none", "for", "against", "doubt"];

    /// <summary>The row of a pair.</summary>
    public static Row Make(string document, string undertaking, string label, EvidencePair pair, double weight) =>
        new(
            document,
            undertaking,
            Array.IndexOf(Classes, label),
            [true, pair.Allows(Bearing.For), pair.Allows(Bearing.Against), pair.Allows(Bearing.Doubt)],
            pair.Sort,
            [.. pair.Features().Distinct().Order(StringComparer.Ordinal)],
            pair.Record.Span.Of(pair.Reading.Article.Text).ToString().ReplaceLineEndings(" "),
            weight
        );
}
