using Parley.Ledger;
using Parley.Records;

namespace Parley.Stores;

/// <summary>Makes the tables of a ledger, or brings older ones to this version, in one transaction.</summary>
internal static class SqlMigrations
{
    private const int OldestReadable = 2;

    /// <summary>The version that brought <see cref="SqlSchema.Added4"/>.</summary>
    private const int WithIndexes = 4;

    /// <summary>Checks the version of a ledger and does what there is to do.</summary>
    public static void Run(SqlDatabase database, SqlLedger ledger)
    {
        if (IsCurrent(database))
            return;
        database.Write(() =>
        {
            // Another process may have done it while this one waited.
            if (IsCurrent(database))
                return;
            if (database.Schema == OldestReadable)
                FromVersion2(database, ledger);
            else if (database.Schema > OldestReadable)
            {
                if (database.Schema < WithIndexes)
                    database.Plain(database.Spelled(SqlSchema.Added4));
                database.Plain(database.Spelled(SqlSchema.Added5));
                database.Schema = SqlSchema.Version;
            }
            else
            {
                database.Plain(database.Tables);
                database.Schema = SqlSchema.Version;
            }
        });
    }

    private static bool IsCurrent(SqlDatabase database)
    {
        var version = database.Schema;
        if (version > SqlSchema.Version)
            throw new LedgerException(
                LedgerFault.Newer,
                $"it is a ledger of version {version}, and this program reads versions {OldestReadable} to {SqlSchema.Version}"
            );
        if (version is > 0 and < OldestReadable)
            throw new LedgerException(
                LedgerFault.NotALedger,
                $"it is a ledger of version {version}, which lacks fields that are needed; read its articles anew into a new ledger"
            );
        return version == SqlSchema.Version;
    }

    /// <summary>Version 2 kept readings as JSON, and of each three tables to look things up by; it did not tell when an article was added or by which run.</summary>
    private static void FromVersion2(SqlDatabase database, SqlLedger ledger)
    {
        database.Plain("DROP TABLE actor; DROP TABLE event; DROP TABLE undertaking; ALTER TABLE article RENAME TO article_2");
        database.Plain(database.Tables);
        database.Schema = SqlSchema.Version;
        var note = new Note("", DateTimeOffset.UnixEpoch, "");
        foreach (var id in database.Rows("SELECT id FROM article_2 ORDER BY id", row => row.GetString(0)))
            ledger.Keep(
                ReadingJson.Read(database.Text("SELECT reading FROM article_2 WHERE id = @id", ("@id", id))!),
                LedgerRun.Unknown,
                note
            );
        database.Plain("DROP TABLE article_2");
    }
}
