namespace Parley.Stores;

/// <summary>A ledger in one SQLite file, which several processes may read and write at once.</summary>
/// <param name="path">The file; made new where there is none.</param>
/// <param name="patience">How long to wait for another process that writes; null for half a minute.</param>
/// <exception cref="Parley.Ledger.LedgerException">The file is no ledger, is of a newer version, or cannot be opened.</exception>
public sealed class SqliteLedger(string path, TimeSpan? patience = null)
    : SqlLedger(SqliteDatabase.Open(path, patience ?? TimeSpan.FromSeconds(30)))
{
    /// <summary>The most pages of 4 KB that the file may have, for those who have little room.</summary>
    public int MostPages
    {
        init => Limit(value);
    }
}
