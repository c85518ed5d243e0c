using System.Collections.Immutable;

namespace Parley.Records;

/// <summary>What is handed in to be read: a text and what is known of it from outside. Null means that nobody said.</summary>
public sealed record SourceDocument
{
    /// <summary>The text as it stands, decoded, line ends as <c>\n</c>, no byte-order mark.</summary>
    public required string Text { get; init; }

    /// <summary>The file, or the <c>id</c> that a JSON Lines input gave.</summary>
    public string? Source { get; init; }

    /// <summary>Where it was published on the web.</summary>
    public string? Url { get; init; }

    /// <summary>The outlet.</summary>
    public string? Publisher { get; init; }

    /// <summary>The section of the outlet.</summary>
    public string? Section { get; init; }

    /// <summary>The headline; it need not stand in the text.</summary>
    public string? Title { get; init; }

    /// <summary>The author's line.</summary>
    public string? Byline { get; init; }

    /// <summary>ISO 8601 date (<c>2022-03-30</c>) or instant of publication; weekdays are counted from it.</summary>
    public string? Published { get; init; }

    /// <summary>What the page sets as headings: they hold no sentences, whatever they look like. In order; each is a line of its own.</summary>
    public ImmutableArray<Span> Headings { get; init; } = [];

    /// <summary>True where the text is known to hold only the article (a page whose furniture was cut away).</summary>
    public bool IsExtracted { get; init; }
}
