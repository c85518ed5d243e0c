using System.Collections.Immutable;

namespace Parley.Records;

/// <summary>One article as it was read: the text that all spans point into, and what it says of itself.</summary>
public sealed record Article
{
    /// <summary>SHA-256 of the UTF-8 bytes of <see cref="Text"/>, as 64 lower-case hexadecimal digits.</summary>
    public required string Id { get; init; }

    /// <summary>The file, or the <c>id</c> that a JSON Lines input gave; null when read from memory or standard input.</summary>
    public string? Source { get; init; }

    /// <summary>Where it was published on the web; null when unknown.</summary>
    public string? Url { get; init; }

    /// <summary>The outlet; null where neither the text nor the input names it.</summary>
    public string? Publisher { get; init; }

    /// <summary>The section of the outlet ("Big Story"); null when unknown.</summary>
    public string? Section { get; init; }

    /// <summary>The headline; null when there is none.</summary>
    public string? Title { get; init; }

    /// <summary>The author's line; null when there is none.</summary>
    public string? Byline { get; init; }

    /// <summary>The place and date that open the report; null when there is none.</summary>
    public Dateline? Dateline { get; init; }

    /// <summary>ISO 8601 date or instant of publication; null when unknown, never guessed.</summary>
    public string? Published { get; init; }

    /// <summary>True where <see cref="Published"/> was read from the address of the page, since nothing better tells it.</summary>
    public bool DatedByAddress { get; init; }

    /// <summary>ISO 639-1 code of the language of the text.</summary>
    public string Language { get; init; } = "en";

    /// <summary>The text, decoded; every span of the reading points into it.</summary>
    public required string Text { get; init; }

    /// <summary>Masthead, section label, repeated headline, share and next-story links: marked, and not read.</summary>
    public ImmutableArray<Span> Furniture { get; init; } = [];

    /// <summary>The sentences, in order; none overlap.</summary>
    public ImmutableArray<Span> Sentences { get; init; } = [];
}
