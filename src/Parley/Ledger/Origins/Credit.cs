namespace Parley.Ledger.Origins;

/// <summary>Whom an article credits for its words.</summary>
/// <param name="Agency">The agency, by the name that all its forms share; null where a feed or "agencies" is credited and none is named.</param>
/// <param name="Place">Where the credit stands.</param>
public sealed record Credit(string? Agency, CreditPlace Place);

/// <summary>Where a credit stands.</summary>
public enum CreditPlace
{
    /// <summary>In the dateline: "KYIV, March 30 (Reuters) -".</summary>
    Dateline,

    /// <summary>In the line of the author.</summary>
    Byline,

    /// <summary>Alone on one of the last lines.</summary>
    LastLine,

    /// <summary>In a note that the text came in by a feed or was put together from agencies.</summary>
    Note,
}
