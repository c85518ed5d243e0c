using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Parley.Answers;
using Parley.Claims;
using Parley.Web.Parts;

namespace Parley.Web.Figures;

/// <summary>Draws a number as the range that it can mean, on a scale from 0 that all values of a count share. The number beside it says the same.</summary>
internal static class FigureRange
{
    private const double Width = 180;
    private const double Height = 16;
    private const double Open = 12;

    /// <summary>The greatest number of a count.</summary>
    public static decimal Most(ImmutableArray<FigureValue> values) => values.Max(value => AmountOf(value).Most ?? value.Value);

    /// <summary>The drawing of a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="most">The end of the scale.</param>
    public static MarkupString Draw(FigureValue value, decimal most)
    {
        var amount = AmountOf(value);
        var (from, to) = (At(amount.Least, most), amount.Most is { } end ? At(end, most) : Math.Min(Width, At(value.Value, most) + Open));
        var svg = new SvgText().Open(
            "svg",
            ("class", "range"),
            ("width", Width),
            ("height", Height),
            ("viewBox", $"0 0 {Width} {Height}"),
            ("aria-hidden", "true")
        );
        svg.Empty("line", ("class", "scale"), ("x1", 0), ("x2", Width), ("y1", Height / 2), ("y2", Height / 2));
        svg.Empty(
            "rect",
            ("class", amount.Most is null ? "span open" : "span"),
            ("x", from),
            ("y", Height / 2 - 3),
            ("width", Math.Max(2, to - from)),
            ("height", 6)
        );
        svg.Empty("circle", ("class", "told"), ("cx", At(value.Value, most)), ("cy", Height / 2), ("r", 4));
        return svg.Close().Markup;
    }

    private static double At(decimal value, decimal most) => most <= 0 ? 6 : 6 + (double)(value / most) * (Width - Open - 12);

    private static Amount AmountOf(FigureValue value) => new(default, value.Value, value.High, value.Bound);
}
