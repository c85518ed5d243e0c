namespace Parley.Stores;

/// <summary>A ledger in a PostgreSQL database, which a team shares.</summary>
/// <param name="address"><c>postgres://user:password@host:port/database</c>, or a connection string of Npgsql; <c>Search Path</c> names another schema than <c>public</c>.</param>
/// <param name="patience">How long to wait for others that write; null for half a minute.</param>
/// <exception cref="Parley.Ledger.LedgerException">There is no such database, it is of a newer version, or it cannot be reached.</exception>
public sealed class PostgresLedger(string address, TimeSpan? patience = null)
    : SqlLedger(PostgresDatabase.Open(address, patience ?? TimeSpan.FromSeconds(30)))
{
    /// <summary>True for what is the address of a database, and no file.</summary>
    public static bool IsAddress(string ledger) => PostgresAddress.Is(ledger);

    /// <summary>The address without its password, for messages.</summary>
    public static string Shown(string ledger) => PostgresAddress.Shown(ledger);
}
