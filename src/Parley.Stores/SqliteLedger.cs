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

    /// <summary>Writes a whole copy of the ledger as it stands at this moment, whoever else writes to it; the same ledger gives the same bytes.</summary>
    /// <param name="file">The copy, which must not be there yet.</param>
    public void CopyTo(string file) => Copy(file);
}
