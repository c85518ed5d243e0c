namespace Parley.Times;

/// <summary>On which side of the article's day something lies.</summary>
internal enum TimeSide
{
    /// <summary>The words do not say.</summary>
    Unknown,

    /// <summary>On or before the article's day.</summary>
    Past,

    /// <summary>On or after the article's day.</summary>
    Ahead,
}
