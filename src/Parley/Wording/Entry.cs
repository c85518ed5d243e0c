using System.Collections.Immutable;
using System.Globalization;
using Parley.Records;

namespace Parley.Wording;

/// <summary>A record as people are shown it, on a terminal and in a page alike.</summary>
/// <param name="Id">Id of the record (<c>s4</c>).</param>
/// <param name="Kind">What it is.</param>
/// <param name="Heading">The record in a few words: "Russia's military promises".</param>
/// <param name="Facts">What else it says, in the order to show it.</param>
/// <param name="Marks">The words to underline: what was said, what was done; the first are where the record stands.</param>
/// <param name="Parts">The words to show when the record is chosen: evidence, speaker, cue.</param>
/// <param name="Evidence">The spans that prove it.</param>
/// <param name="Confidence">How likely it is right, 0 to 1; 1 where that is not reckoned.</param>
/// <param name="IsUncertain">True where it is folded away.</param>
/// <param name="Status">How a deed or an undertaking stands, as the ledger spells it; null for other records.</param>
/// <param name="From">The words that name who says it, one of <paramref name="Parts"/>; null where none do.</param>
public sealed record Entry(
    string Id,
    EntryKind Kind,
    string Heading,
    ImmutableArray<Fact> Facts,
    ImmutableArray<Span> Marks,
    ImmutableArray<Span> Parts,
    ImmutableArray<Span> Evidence,
    double Confidence = 1,
    bool IsUncertain = false,
    string? Status = null,
    Span? From = null
)
{
    /// <summary>"0.87"; null where it is not reckoned.</summary>
    public string? ConfidenceShown => Confidence < 1 ? Confidence.ToString("0.00", CultureInfo.InvariantCulture) : null;
}

/// <summary>One thing that a record says.</summary>
/// <param name="Label">What it is: "place".</param>
/// <param name="Value">What it says.</param>
public readonly record struct Fact(string Label, string Value);

/// <summary>The kinds of records that people are shown, in their order.</summary>
public enum EntryKind
{
    /// <summary>Who said what.</summary>
    Statement,

    /// <summary>Who did what.</summary>
    Event,

    /// <summary>How many.</summary>
    Figure,

    /// <summary>Who bound himself.</summary>
    Undertaking,

    /// <summary>Who wants what.</summary>
    Position,

    /// <summary>Where and when.</summary>
    Setting,
}
