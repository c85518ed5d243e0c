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
}

/// <summary>A record of a reading that bears on an undertaking.</summary>
/// <param name="Bearing">How it bears.</param>
/// <param name="Event">The deed; null where a statement alone bears.</param>
/// <param name="Statement">The statement that tells it; null where the article itself does.</param>
/// <param name="Place">Where; null when not told.</param>
/// <param name="Span">The smallest clause that proves it.</param>
public sealed record Evidence(Bearing Bearing, Event? Event, Statement? Statement, Place? Place, Span Span);
