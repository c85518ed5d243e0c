namespace Parley.Intake.Watch;

/// <summary>What is kept of a feed between two polls.</summary>
public sealed class FeedEntry
{
    /// <summary>The server's mark of the content; null where it gave none.</summary>
    public string? ETag { get; set; }

    /// <summary>When the server says that the content changed, as it wrote it.</summary>
    public string? LastModified { get; set; }

    /// <summary>When it was last asked.</summary>
    public DateTimeOffset? Asked { get; set; }

    /// <summary>Until when it is left alone; null where it may be asked.</summary>
    public DateTimeOffset? RestsUntil { get; set; }

    /// <summary>How often in a row it failed.</summary>
    public int Failures { get; set; }

    /// <summary>Why it failed the last time; null where it did not.</summary>
    public string? Problem { get; set; }

    /// <summary>The keys of items that are done with, and the day on which the feed last had each, as a number of days.</summary>
    public Dictionary<string, int> Seen { get; set; } = [];

    /// <summary>The keys of items that could not be had yet, and how often they were tried.</summary>
    public Dictionary<string, int> Tries { get; set; } = [];
}
