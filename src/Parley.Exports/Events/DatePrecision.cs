namespace Parley.Exports.Events;

/// <summary>How exactly the day of an event is told.</summary>
internal enum DatePrecision
{
    /// <summary>The day.</summary>
    Day,

    /// <summary>A week or a few days.</summary>
    Week,

    /// <summary>A month.</summary>
    Month,

    /// <summary>Longer than a month.</summary>
    Longer,

    /// <summary>Nobody tells the day: it is that of the first report.</summary>
    Reported,
}
