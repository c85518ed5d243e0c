namespace Parley.Sources;

/// <summary>What a user says of an outlet. Fields that are null say nothing.</summary>
public sealed record SourceNote
{
    /// <summary>The outlet.</summary>
    public required string Outlet { get; init; }

    /// <summary>Who owns it.</summary>
    public string? Owner { get; init; }

    /// <summary>Its country, ISO 3166 alpha-3.</summary>
    public string? Country { get; init; }

    /// <summary>Whether a state runs it.</summary>
    public bool? StateRun { get; init; }

    /// <summary>Whether it is an agency, whose text others print.</summary>
    public bool? Agency { get; init; }

    /// <summary>Reliability on the Admiralty scale: A always, B mostly, C fairly, D not usually, E not reliable, F cannot be judged.</summary>
    public char? Reliability { get; init; }

    /// <summary>Who says so.</summary>
    public required string By { get; init; }

    /// <summary>ISO instant at which it was said.</summary>
    public required string At { get; init; }

    /// <summary>Why; a reliability without a reason is refused by the commands.</summary>
    public string Why { get; init; } = "";
}
