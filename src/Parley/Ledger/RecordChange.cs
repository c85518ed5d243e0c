using Parley.Corrections;

namespace Parley.Ledger;

/// <summary>A record in which two versions of an article differ.</summary>
/// <param name="IsGone">True for a record of the older version that the newer has not, false for one that is new.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Its id in its version.</param>
/// <param name="Words">The words of its evidence.</param>
public sealed record RecordChange(bool IsGone, RecordKind Kind, string Id, string Words);
