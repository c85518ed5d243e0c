namespace Parley.Intake;

/// <summary>What is known of a text from outside it: from the feed, the archive or the server that it came with. Null means that nobody said.</summary>
/// <remarks>What a page says of itself goes before it.</remarks>
public sealed record InputFacts
{
    /// <summary>Nothing is known.</summary>
    public static InputFacts None { get; } = new();

    /// <summary>Where it was published on the web.</summary>
    public string? Url { get; init; }

    /// <summary>The outlet.</summary>
    public string? Publisher { get; init; }

    /// <summary>The headline.</summary>
    public string? Title { get; init; }

    /// <summary>The author's line.</summary>
    public string? Byline { get; init; }

    /// <summary>ISO 8601 date or instant of publication.</summary>
    public string? Published { get; init; }

    /// <summary>The encoding that a server named, as it wrote it.</summary>
    public string? Charset { get; init; }

    /// <summary>These facts, filled up with others where nothing is known.</summary>
    internal InputFacts Or(InputFacts others) =>
        this == None
            ? others
            : new()
            {
                Url = Url ?? others.Url,
                Publisher = Publisher ?? others.Publisher,
                Title = Title ?? others.Title,
                Byline = Byline ?? others.Byline,
                Published = Published ?? others.Published,
                Charset = Charset ?? others.Charset,
            };
}
