using System.Collections.Immutable;

namespace Parley.Intake.Feeds;

/// <summary>What a feed, a sitemap or a list of feeds holds.</summary>
/// <param name="Kind">Which of them it is.</param>
/// <param name="Title">Its name; null where it gives none.</param>
/// <param name="Items">Its items, in its order.</param>
/// <param name="Feeds">Feeds or sitemaps that it names.</param>
/// <param name="Faults">What is wrong with it, in a few words each; empty where it is sound.</param>
internal sealed record Feed(
    FeedKind Kind,
    string? Title,
    ImmutableArray<FeedItem> Items,
    ImmutableArray<NamedFeed> Feeds,
    ImmutableArray<string> Faults
);

/// <summary>What kind of list it is.</summary>
internal enum FeedKind
{
    /// <summary>None that is known.</summary>
    None,

    /// <summary>RSS, Atom or JSON Feed.</summary>
    Feed,

    /// <summary>A sitemap.</summary>
    Sitemap,

    /// <summary>A list of sitemaps.</summary>
    SitemapIndex,

    /// <summary>A list of feeds.</summary>
    Opml,
}

/// <summary>A feed or sitemap that another names.</summary>
/// <param name="Address">Its address.</param>
/// <param name="Changed">When it changed, as it is written; null where that is not said.</param>
internal sealed record NamedFeed(string Address, string? Changed);

/// <summary>One item of a feed, as it is written there. Null means that it does not say.</summary>
internal sealed record FeedItem
{
    /// <summary>What the feed knows it by.</summary>
    public string? Guid { get; init; }

    /// <summary>The address of the article.</summary>
    public string? Link { get; init; }

    /// <summary>The headline.</summary>
    public string? Title { get; init; }

    /// <summary>When it was published, as it is written.</summary>
    public string? Date { get; init; }

    /// <summary>The whole article, as HTML or text.</summary>
    public string? Content { get; init; }

    /// <summary>A summary, as HTML or text.</summary>
    public string? Summary { get; init; }

    /// <summary>The author.</summary>
    public string? Author { get; init; }

    /// <summary>The outlet that it is from, where that is not the feed's own.</summary>
    public string? Publisher { get; init; }

    /// <summary>True for an address of a sitemap without news.</summary>
    public bool IsPlainAddress { get; init; }
}
