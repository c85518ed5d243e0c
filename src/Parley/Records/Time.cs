using System.Collections.Immutable;

namespace Parley.Records;

/// <summary>When: an expression of time and its value in TimeML.</summary>
public sealed record Time
{
    /// <summary><c>t1</c>, <c>t2</c> … in the order of the text.</summary>
    public required string Id { get; init; }

    /// <summary>The words.</summary>
    public required string Text { get; init; }

    /// <summary>TimeML type: <c>DATE</c>, <c>TIME</c>, <c>DURATION</c> or <c>SET</c>.</summary>
    public required string Type { get; init; }

    /// <summary>
    /// TimeML value: <c>2022-03-29</c>, <c>2022-03-29TMO</c>, <c>P2W</c>, <c>PAST_REF</c>; <c>XXXX-WXX-2</c> for a weekday without a date of publication.
    /// </summary>
    public required string Value { get; init; }

    /// <summary>True when the value stands on the calendar (or is a plain length of time); false while it waits for the article's date.</summary>
    public bool Resolved { get; init; }

    /// <summary>Where it stands.</summary>
    public required Span Span { get; init; }

    /// <summary>The same, as every record has it.</summary>
    public required ImmutableArray<Span> Evidence { get; init; }
}
