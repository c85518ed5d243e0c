using System.Collections.Immutable;
using Parley.Records;

namespace Parley.Links;

/// <summary>A deed, a statement or a plain sentence of a reading, with what the rules and the scorer ask of it. It knows no undertaking.</summary>
internal sealed record EvidenceRecord
{
    /// <summary>The deed; null for words alone.</summary>
    public Event? Event { get; init; }

    /// <summary>The statement, or the one that tells the deed; null where the article itself speaks.</summary>
    public Statement? Statement { get; init; }

    /// <summary>The smallest clause that proves it.</summary>
    public required Span Span { get; init; }

    /// <summary>Number of its sentence in the article.</summary>
    public required int Sentence { get; init; }

    /// <summary>Its words: the clause of a deed, the content and the cue of a statement.</summary>
    public required EvidenceWords Words { get; init; }

    /// <summary>The words of its whole sentence.</summary>
    public required EvidenceWords Around { get; init; }

    /// <summary>True for a sentence in which a deed stands: it can doubt, and leaves the rest to the deed.</summary>
    public bool IsCovered { get; init; }

    /// <summary>True for a sentence that tells an uncertain deed or statement: what features make of it is not believed.</summary>
    public bool IsUnsure { get; init; }

    /// <summary>Sides of the doers.</summary>
    public ImmutableArray<string> Doers { get; init; } = [];

    /// <summary>Sides of those it is done to.</summary>
    public ImmutableArray<string> Targets { get; init; } = [];

    /// <summary>Side of the speaker; null where the article itself speaks, or nobody knows.</summary>
    public string? Speaker { get; init; }

    /// <summary>Sides of all who speak jointly.</summary>
    public ImmutableArray<string> Speakers { get; init; } = [];

    /// <summary>Sides that its words name, doers and targets among them.</summary>
    public ImmutableArray<string> Named { get; init; } = [];

    /// <summary>Where: the places of the deed, else those that its sentence names, else that of the label above; empty when not told.</summary>
    public ImmutableArray<Place> Places { get; init; } = [];

    /// <summary>ISO day of the deed; null when not told.</summary>
    public string? Day { get; init; }

    /// <summary>ISO day of the latest and the earliest time that its sentence names; null when it names none.</summary>
    public (string Earliest, string Latest)? DaysAround { get; init; }
}
