using System.Globalization;
using Microsoft.AspNetCore.Components;
using Parley.Claims;
using Parley.Records;

namespace Parley.Web.Parts;

/// <summary>A number as the range that it can mean: drawn on a scale from 0, and in words, which stand beside the drawing.</summary>
internal static class AmountRange
{
    private const double Width = 180;
    private const double Height = 16;
    private const double Edge = 6;

    /// <summary>True where it can mean more than one number.</summary>
    public static bool IsWide(Amount amount) => amount.Least != amount.Most;

    /// <summary>The least scale that has all of it; half as much again where it has no upper end.</summary>
    public static decimal ScaleOf(Amount amount) => amount.Most ?? amount.Value * 1.5m;

    /// <summary>The drawing of a number.</summary>
    /// <param name="amount">The number.</param>
    /// <param name="most">The end of the scale.</param>
    public static MarkupString Draw(Amount amount, decimal most)
    {
        var (from, to) = (At(amount.Least, most), amount.Most is { } end ? At(end, most) : Width);
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
        svg.Empty("circle", ("class", "told"), ("cx", At(amount.Value, most)), ("cy", Height / 2), ("r", 4));
        return svg.Close().Markup;
    }

    /// <summary>"9 or more", "up to 100", "3,600 to 4,400"; the number alone where it can mean no other.</summary>
    public static string Words(Amount amount) =>
        amount switch
        {
            { Most: null } =>
                $"{(amount.Bound == FigureBound.MoreThan ? "more than " : "")}{Number(amount.Least)}{(amount.Bound == FigureBound.MoreThan ? "" : " or more")}",
            { Bound: FigureBound.LessThan } => $"fewer than {Number(amount.High ?? amount.Value)}",
            { Bound: FigureBound.AtMost } => $"up to {Number(amount.High ?? amount.Value)}",
            _ when !IsWide(amount) => Number(amount.Value),
            { Most: { } most } => $"{Number(amount.Least)} to {Number(most)}",
        };

    private static double At(decimal value, decimal most) => Edge + (most <= 0 ? 0 : (double)(value / most) * (Width - 2 * Edge));

    private static string Number(decimal value) => value.ToString("#,0.##", CultureInfo.InvariantCulture);
}
