namespace Parley.Ledger;

/// <summary>What a ledger tells of an article without its text and records.</summary>
public sealed record ArticleEntry
{
    /// <summary>The hash of its text.</summary>
    public required string Id { get; init; }

    /// <summary>The file, or the <c>id</c> of a JSON line, that it came in with; null when unknown.</summary>
    public string? Source { get; init; }

    /// <summary>Its address; null when unknown.</summary>
    public string? Url { get; init; }

    /// <summary>The outlet; null when unknown.</summary>
    public string? Publisher { get; init; }

    /// <summary>The headline; null when there is none.</summary>
    public string? Title { get; init; }

    /// <summary>ISO date or instant of publication; null when unknown.</summary>
    public string? Published { get; init; }

    /// <summary>ISO instant at which it was added.</summary>
    public required string AddedAt { get; init; }

    /// <summary>The run that made its records in force.</summary>
    public required string Run { get; init; }

    /// <summary>Id of the version that came after it; null where it is the newest, or has no other.</summary>
    public string? NextVersion { get; init; }

    /// <summary>Who removed it, when and why; null where it is in force.</summary>
    public Note? Removed { get; init; }

    /// <summary>The article that this one copies, by id; null where it copies none, or that was not looked at.</summary>
    public string? CopyOf { get; init; }

    /// <summary>What articles on one happening have in common; null where that was not looked at.</summary>
    public string? Story { get; init; }
}
