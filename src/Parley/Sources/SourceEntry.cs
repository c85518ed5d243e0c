using System.Collections.Immutable;

namespace Parley.Sources;

/// <summary>What is known of an outlet.</summary>
public sealed record SourceEntry
{
    /// <summary>Its name.</summary>
    public required string Outlet { get; init; }

    /// <summary>Who owns it; null when unknown.</summary>
    public string? Owner { get; init; }

    /// <summary>Its country, ISO 3166 alpha-3; null when unknown or of no one country.</summary>
    public string? Country { get; init; }

    /// <summary>Whether a state runs it; null when unknown.</summary>
    public bool? StateRun { get; init; }

    /// <summary>Whether it is an agency; null when unknown.</summary>
    public bool? Agency { get; init; }

    /// <summary>Reliability A to F; F, cannot be judged, until somebody judges it.</summary>
    public char Reliability { get; init; } = 'F';

    /// <summary>Every judgement of its reliability with its day and reason, oldest first; the last holds.</summary>
    public ImmutableArray<SourceNote> Grades { get; init; } = [];
}
