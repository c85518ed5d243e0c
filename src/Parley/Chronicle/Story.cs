using System.Collections.Immutable;

namespace Parley.Chronicle;

/// <summary>Articles on one happening.</summary>
public sealed record Story
{
    /// <summary>Id of the first article, its first eight digits.</summary>
    public required string Id { get; init; }

    /// <summary>Headline of the first article; null where it has none.</summary>
    public string? Title { get; init; }

    /// <summary>Day of the first report as an ISO date; null when unknown.</summary>
    public string? From { get; init; }

    /// <summary>Day of the last report; null when unknown.</summary>
    public string? To { get; init; }

    /// <summary>The articles in the order of the ledger.</summary>
    public required ImmutableArray<StoryArticle> Articles { get; init; }

    /// <summary>Number of outlets.</summary>
    public required int Outlets { get; init; }

    /// <summary>Number of origins of the articles' own words.</summary>
    public required int Origins { get; init; }
}

/// <summary>An article in a story.</summary>
/// <param name="Article">Its id.</param>
/// <param name="Source">The file or id that it came in with; null when unknown.</param>
/// <param name="Outlet">Who printed it.</param>
/// <param name="Published">Day of publication; null when unknown.</param>
/// <param name="Title">Headline; null where it has none.</param>
/// <param name="CopyOf">The outlet whose text it copies; null where it is none that is known.</param>
/// <param name="Sides">Sides named in it, for choosing by party.</param>
public sealed record StoryArticle(
    string Article,
    string? Source,
    string Outlet,
    string? Published,
    string? Title,
    string? CopyOf,
    ImmutableArray<string> Sides
);
