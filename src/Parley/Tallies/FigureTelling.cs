using Parley.Claims;
using Parley.Ledger;
using Parley.Records;

namespace Parley.Tallies;

/// <summary>A figure as one article tells it.</summary>
public sealed record FigureTelling
{
    /// <summary>The number with its bounds.</summary>
    public required Amount Amount { get; init; }

    /// <summary>Unit of money or measure; null for counts of people and things.</summary>
    public string? Unit { get; init; }

    /// <summary>The words for those counted ("people"); null when not told.</summary>
    public string? Who { get; init; }

    /// <summary>Name of the place; null when not told.</summary>
    public string? Place { get; init; }

    /// <summary>Who counts: a speaker by name, else the outlet.</summary>
    public required string Counter { get; init; }

    /// <summary>The side of the counter; null where none is known.</summary>
    public string? Side { get; init; }

    /// <summary>When what is counted happened, as far as it is told.</summary>
    public TimeRange? Time { get; init; }

    /// <summary>The time that the sentence around it names; it keeps counts of other times apart, and is not shown.</summary>
    internal TimeRange? Around { get; init; }

    /// <summary>The value before, in "rose from 9 to 14"; else null.</summary>
    public decimal? Before { get; init; }

    /// <summary>Id of the record that this one is a part of; else null.</summary>
    public string? PartOf { get; init; }

    /// <summary>Day of publication as an ISO date; null when unknown.</summary>
    public string? Day { get; init; }

    /// <summary>True where the sentence says that a number is corrected or revised.</summary>
    public bool IsCorrection { get; init; }

    /// <summary>The words of the number ("at least 12").</summary>
    public required string Words { get; init; }

    /// <summary>Where it is told.</summary>
    public required Citation Citation { get; init; }
}
