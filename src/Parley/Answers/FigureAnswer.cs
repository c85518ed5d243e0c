using System.Collections.Immutable;
using Parley.Ledger;
using Parley.Records;
using Parley.Tallies;

namespace Parley.Answers;

/// <summary>One count, with all that is told of it.</summary>
/// <param name="Measure">What is counted.</param>
/// <param name="Place">Name of the place; null when not told.</param>
/// <param name="Who">The words for those counted; null when not told.</param>
/// <param name="Day">Day of what is counted, as an ISO date; null when not told.</param>
/// <param name="Values">The values, by counter, then by day.</param>
public sealed record FigureAnswer(FigureMeasure Measure, string? Place, string? Who, string? Day, ImmutableArray<FigureValue> Values)
{
    /// <summary>"killed, people"; what is neither people, arms nor money is named by its own words.</summary>
    /// <returns>What is counted, in words.</returns>
    public string Name() =>
        Values.Any(value => value.Unit == "percent") ? $"share of {Who ?? "what is not told"}"
        : Measure == FigureMeasure.Other ? Who ?? "other"
        : Who is null ? ReadingJson.Spell(Measure)
        : $"{ReadingJson.Spell(Measure)}, {Who}";

    /// <summary>True where it is of the party and topic that are asked for.</summary>
    public bool IsAsked(Question question) =>
        Values.Any(value => question.IsParty(value.Side, value.Counter)) && question.IsTopic(ReadingJson.Spell(Measure), Who, Place);

    /// <summary>The counts of readings, in the order of their first tellings.</summary>
    public static ImmutableArray<FigureAnswer> Of(IEnumerable<Reading> readings) => [.. FigureSeriesJoiner.Join(readings).Select(Of)];

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
/// <param name="Value">The number; the lower end of a range.</param>
/// <param name="High">The upper end of a range; else null.</param>
/// <param name="Bound">How the number bounds the truth.</param>
/// <param name="Unit">Unit of money or measure; null for counts of people and things.</param>
/// <param name="Words">The words of the number ("at least 12").</param>
/// <param name="Who">The words for those counted; null when not told.</param>
/// <param name="Counter">Who counts.</param>
/// <param name="Side">The side of the counter; null where none is known.</param>
/// <param name="Before">The value before, in "rose from 9 to 14"; else null.</param>
/// <param name="PartOf">Id of the record that it is a part of; else null.</param>
/// <param name="Standing">Whether it still is its counter's.</param>
/// <param name="Citation">Where it is told.</param>
/// <param name="Also">Where else.</param>
public sealed record FigureValue(
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
