using Parley.Links;
using Parley.Records;

namespace Parley.Assessments;

/// <summary>One article's word for or against an undertaking, or in doubt of it.</summary>
public sealed record Testimony
{
    /// <summary>How it bears.</summary>
    public required Bearing Bearing { get; init; }

    /// <summary>The article's reading.</summary>
    public required Reading Reading { get; init; }

    /// <summary>Who says it: the speaker's name, or null where the article says it itself.</summary>
    public string? Speaker { get; init; }

    /// <summary>
    /// What tells independent origins apart: the speaker's side (one command is one origin), a speaker without side by name, else the origin
    /// of the article's own words.
    /// </summary>
    public required string Origin { get; init; }

    /// <summary>The side of the origin (<c>UKR</c>); null where none is known.</summary>
    public string? Side { get; init; }

    /// <summary>Where; null when not told.</summary>
    public Place? Place { get; init; }

    /// <summary>The sentence that proves it.</summary>
    public required Span Sentence { get; init; }
}
