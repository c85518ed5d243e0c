using Parley.Links;
using Parley.Records;

namespace Parley.Assessments;

/// <summary>One record of one article that speaks for or against an undertaking, or in doubt of it, with who stands behind it.</summary>
public sealed record Testimony
{
    /// <summary>What it shows.</summary>
    public required Evidence Evidence { get; init; }

    /// <summary>The article's reading.</summary>
    public required Reading Reading { get; init; }

    /// <summary>Id of the record in the ledger: the first letters of the article's id and the record's own, <c>3fa2b1c0/e7</c>.</summary>
    public required string Record { get; init; }

    /// <summary>Who says it: the speaker's name, or null where the article says it itself.</summary>
    public string? Speaker { get; init; }

    /// <summary>The side of the origin (<c>UKR</c>); null where none is known.</summary>
    public string? Side { get; init; }

    /// <summary>The sentence that proves it.</summary>
    public required Span Sentence { get; init; }

    /// <summary>The piece as the rules see it.</summary>
    public required EvidenceItem Item { get; init; }

    /// <summary>ISO day of the article; null when unknown, then it takes no part in the history.</summary>
    public string? Known { get; init; }
}
