using Parley.Records;

namespace Parley.Links;

/// <summary>How a record bears on an undertaking.</summary>
public enum Bearing
{
    /// <summary>It shows that the undertaking is kept.</summary>
    For,

    /// <summary>It shows that it is not kept.</summary>
    Against,

    /// <summary>It doubts that it is, which contradicts nothing.</summary>
    Doubt,

    /// <summary>The party itself takes it back.</summary>
    Revokes,

    /// <summary>It tells that the condition on which it hangs has failed.</summary>
    Voids,
}

/// <summary>A record of a reading, or a plain sentence of its article, that bears on an undertaking.</summary>
/// <param name="Bearing">How it bears.</param>
/// <param name="Event">The deed; null where words alone bear.</param>
/// <param name="Statement">The statement that tells it; null where the article itself does.</param>
/// <param name="Place">Where; null when not told.</param>
/// <param name="Span">The smallest clause that proves it.</param>
public sealed record Evidence(Bearing Bearing, Event? Event, Statement? Statement, Place? Place, Span Span)
{
    /// <summary>ISO day of the deed; null when not told.</summary>
    public string? Day { get; init; }

    /// <summary>True where it tells that the whole is done: "completed its withdrawal", "the last prisoners".</summary>
    public bool Completes { get; init; }

    /// <summary>True where it tells of a part only: "several", "the first", "began to".</summary>
    public bool IsPart { get; init; }

    /// <summary>True where the one who tells it has it as a success of his own: "had been freed", "repelled".</summary>
    public bool IsBoast { get; init; }

    /// <summary>True where the bound side is named as the doer, or the deed is the undertaking's own.</summary>
    public bool IsAttributed { get; init; }

    /// <summary>True where people were killed or wounded.</summary>
    public bool HasCasualties { get; init; }

    /// <summary>True where the teller saw, heard or counted it.</summary>
    public bool IsSeen { get; init; }

    /// <summary>True where it is concluded: "probably", "analysts".</summary>
    public bool IsDeduced { get; init; }

    /// <summary>The rule or the features that made it evidence, for an explanation.</summary>
    public string Because { get; init; } = "";

    /// <summary>Id of the record in its reading; of a plain sentence <c>x</c> and where it begins.</summary>
    public string Record => Event?.Id ?? Statement?.Id ?? $"x{Span.Start}";
}
