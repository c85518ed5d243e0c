namespace Parley.Corrections;

/// <summary>How a correction stands to the ledger as it is now.</summary>
/// <param name="Correction">The correction.</param>
/// <param name="Mark">Its mark.</param>
/// <param name="Because">Why it is marked so, for people; null where there is nothing to say.</param>
public sealed record CorrectionStanding(Correction Correction, CorrectionMark Mark, string? Because);

/// <summary>How a correction stands.</summary>
public enum CorrectionMark
{
    /// <summary>It is in force.</summary>
    InForce,

    /// <summary>It was taken back.</summary>
    Undone,

    /// <summary>It is in force, and something newer disagrees with it: a person should look again.</summary>
    Disputed,

    /// <summary>The record that it names is gone, or the text has changed. It is kept and changes nothing; no other record is guessed.</summary>
    Orphaned,
}
