using System.Globalization;
using System.Text;
using Parley.Figures;
using Parley.Records;
using Parley.Tests.Specs;
using Parley.Times;
using Xunit;

namespace Parley.Tests.Figures;

public sealed class FigureSpecs
{
    [Fact]
    public void Figures_are_read_as_the_rule_book_says() => SpecFile.Check("figures", Print, atLeast: 30);

    private static IEnumerable<string> Print(SpecExample example)
    {
        var parsed = TestModel.Parse(example.Text, example.Published);
        foreach (var figure in new FigureReader().Read(parsed, new TimeReader().Read(parsed)).Figures)
            yield return Line(figure, example.Text);
    }

    private static string Line(Figure figure, string text)
    {
        var line = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{Name(figure.Measure)} {figure.Value}");
        if (figure.High is { } high)
            line.Append(CultureInfo.InvariantCulture, $"..{high}");
        line.Append(CultureInfo.InvariantCulture, $" {Name(figure.Bound)} \"{figure.Span.Of(text)}\"");
        if (figure.Who is { } who)
            line.Append(CultureInfo.InvariantCulture, $" of {who}");
        if (figure.Unit is { } unit)
            line.Append(CultureInfo.InvariantCulture, $" in {unit}");
        if (figure.Before is { } before)
            line.Append(CultureInfo.InvariantCulture, $" before {before}");
        if (figure.PartOf is { } whole)
            line.Append(CultureInfo.InvariantCulture, $" part of {whole}");
        return line.ToString();
    }

    private static string Name(FigureMeasure measure) => measure.ToString().ToLowerInvariant();

    private static string Name(FigureBound bound) =>
        bound switch
        {
            FigureBound.AtLeast => "at-least",
            FigureBound.AtMost => "at-most",
            FigureBound.MoreThan => "more-than",
            FigureBound.LessThan => "less-than",
            _ => bound.ToString().ToLowerInvariant(),
        };
}
