using Parley.Ledger;

namespace Parley.Chronicle;

/// <summary>Something said or done, on its day.</summary>
public sealed record TimelineEntry
{
    /// <summary>The day it stands on: of the deed, else of the word, else of the report, as an ISO date; null when none is known.</summary>
    public string? Day { get; init; }

    /// <summary><c>word</c> or <c>deed</c>.</summary>
    public required string Track { get; init; }

    /// <summary>The side that speaks or acts; null where it is not told.</summary>
    public string? Side { get; init; }

    /// <summary>Its name; null where it is not told.</summary>
    public string? Party { get; init; }

    /// <summary>What is said or done: a kind of undertaking, a stance and topic, an act of speech, a type of deed.</summary>
    public required string What { get; init; }

    /// <summary>Whether it is told as done, how that claim stands, and by whose word where it is one alone: "done, claimed by the governor"; null for words.</summary>
    public string? Status { get; init; }

    /// <summary>The words.</summary>
    public required string Words { get; init; }

    /// <summary>Name of the place; null when not told.</summary>
    public string? Place { get; init; }

    /// <summary>Day it was said; null when not told.</summary>
    public string? Said { get; init; }

    /// <summary>Day it happened; null when not told.</summary>
    public string? Happened { get; init; }

    /// <summary>Day of the first report; null when unknown.</summary>
    public string? Reported { get; init; }

    /// <summary>Number of reports.</summary>
    public int Reports { get; init; } = 1;

    /// <summary>Where it is told first.</summary>
    public required Citation Citation { get; init; }
}
