using System.Collections.Immutable;
using Parley.Ledger;
using Parley.Records;

namespace Parley.Negotiations;

/// <summary>A position as one article tells it.</summary>
public sealed record PositionTelling
{
    /// <summary>The side whose position it is (<c>RUS</c>).</summary>
    public required string Side { get; init; }

    /// <summary>The name of the side: the country's own, else that of the party in the article.</summary>
    public required string Party { get; init; }

    /// <summary>Who takes it, by the name in the article: a person, a ministry, the party itself.</summary>
    public required string By { get; init; }

    /// <summary>The topic, in the words of <c>lexicons/topics.tsv</c>.</summary>
    public required string Topic { get; init; }

    /// <summary>How the party stands to it.</summary>
    public required PositionStance Stance { get; init; }

    /// <summary>The words that take it.</summary>
    public required string Words { get; init; }

    /// <summary>Names of what it is about.</summary>
    public ImmutableArray<string> About { get; init; } = [];

    /// <summary>Names of those who are to guarantee it.</summary>
    public ImmutableArray<string> Guarantors { get; init; } = [];

    /// <summary>A period as ISO 8601 (<c>P15Y</c>); null when none is named.</summary>
    public string? Term { get; init; }

    /// <summary>The words of its condition; null when none is told.</summary>
    public string? Condition { get; init; }

    /// <summary>Who tells it, by name; null where the article does.</summary>
    public string? Teller { get; init; }

    /// <summary>The side of who tells it; null where it is not known or the article tells it.</summary>
    public string? TellerSide { get; init; }

    /// <summary>The day it was said, else the day of publication, as an ISO date; null when neither is known.</summary>
    public string? Day { get; init; }

    /// <summary>Confidence of the record, 0 to 1.</summary>
    public double Confidence { get; init; }

    /// <summary>Where it is told.</summary>
    public required Citation Citation { get; init; }

    /// <summary>True for a yes that hangs on something.</summary>
    public bool IsConditional => Stance == PositionStance.Accepts && Condition is not null;

    /// <summary>True where another side tells it.</summary>
    public bool IsByOther => TellerSide is not null && TellerSide != Side;
}
