using System.Collections.Immutable;
using Parley.Ledger;
using Parley.Records;
using Parley.Tallies;

namespace Parley.Cli;

/// <summary>One count, as <c>parley figures</c> answers it.</summary>
internal sealed record FigureAnswer(FigureMeasure Measure, string? Place, string? Who, string? Day, ImmutableArray<FigureValue> Values)
{
    /// <summary>A count with all that is told of it.</summary>
    public static FigureAnswer Of(FigureSeries series) =>
        new(
            series.Measure,
            series.Place,
            series.Who,
            series.Day,
            [
                .. series.Entries.Select(entry => new FigureValue(
                    entry.Telling.Amount.Value,
                    entry.Telling.Amount.High,
                    entry.Telling.Amount.Bound,
                    entry.Telling.Unit,
                    entry.Telling.Words,
                    entry.Telling.Who,
                    entry.Telling.Counter,
                    entry.Telling.Side,
                    entry.Telling.Before,
                    entry.Telling.PartOf is { } whole
                        ? entry.Telling.Citation with { Record = whole } is var of
                            ? of.Id
                            : null
                        : null,
                    entry.Standing,
                    entry.Telling.Citation,
                    [.. entry.Also.Select(also => also.Citation)]
                )),
            ]
        );
}

/// <summary>One value of a count.</summary>
internal sealed record FigureValue(
    decimal Value,
    decimal? High,
    FigureBound Bound,
    string? Unit,
    string Words,
    string? Who,
    string Counter,
    string? Side,
    decimal? Before,
    string? PartOf,
    FigureStanding Standing,
    Citation Citation,
    ImmutableArray<Citation> Also
);
