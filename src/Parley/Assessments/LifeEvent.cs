namespace Parley.Assessments;

/// <summary>A piece of evidence in the life of an undertaking: when it became known, of which day and place it speaks.</summary>
public sealed record LifeEvent
{
    /// <summary>The piece as the rules of claims see it; it supports or contradicts that the undertaking is kept, or doubts it.</summary>
    public required EvidenceItem Item { get; init; }

    /// <summary>ISO day of the report that tells it.</summary>
    public required string Known { get; init; }

    /// <summary>ISO day of the deed; null when not told.</summary>
    public string? Day { get; init; }

    /// <summary>The part of the area it speaks of; empty for all of it, or when not told.</summary>
    public string Place { get; init; } = "";

    /// <summary>True where the bound party itself speaks.</summary>
    public bool IsOwn { get; init; }

    /// <summary>True where the deed is laid to the bound party: a deed of unknown doers is no breach.</summary>
    public bool IsAttributed { get; init; }

    /// <summary>True where people were killed or wounded.</summary>
    public bool HasCasualties { get; init; }

    /// <summary>True where it tells that the whole is done.</summary>
    public bool Completes { get; init; }

    /// <summary>True where it tells of a part only.</summary>
    public bool IsPart { get; init; }

    /// <summary>ISO day on which its origin withdrew it; null where it stands.</summary>
    public string? RetractedOn { get; init; }

    /// <summary>What it does besides.</summary>
    public Turn Turn { get; init; }
}
