using System.Collections.Immutable;

namespace Parley.Ledger;

/// <summary>What became of a reading that was given to a ledger.</summary>
/// <param name="As">How it was kept.</param>
/// <param name="Changes">For a new version of an article, the records in which it differs from the version before; else empty.</param>
public sealed record Kept(KeptAs As, ImmutableArray<RecordChange> Changes)
{
    /// <summary>True where the article was not in force before.</summary>
    public bool IsNew => As is KeptAs.Added or KeptAs.Version or KeptAs.Restored;
}

/// <summary>How a reading was kept.</summary>
public enum KeptAs
{
    /// <summary>The article is new.</summary>
    Added,

    /// <summary>The article is new, and its address is that of another text in the ledger: both are kept, as versions.</summary>
    Version,

    /// <summary>The article was there with a reading of the same run: nothing changed.</summary>
    Present,

    /// <summary>The article was there; this reading of another run is now in force, the older ones are kept.</summary>
    ReadAnew,

    /// <summary>The article had been removed and is in force again.</summary>
    Restored,
}
