using System.Globalization;
using Npgsql;
using Parley.Ledger;

namespace Parley.Stores;

/// <summary>A ledger in a PostgreSQL database, which a team shares: in the schema that the connection names, by default <c>public</c>.</summary>
internal sealed class PostgresDatabase : SqlDatabase
{
    /// <summary>Writers wait for each other by this number, so that the history has no holes.</summary>
    private const long WriterLock = 0x50524C59;

    private readonly NpgsqlConnection _connection;

    private PostgresDatabase(NpgsqlConnection connection)
        : base(connection) => _connection = connection;

    /// <summary>Connects.</summary>
    /// <param name="address">A <c>postgres://user:password@host:port/database</c> address or a connection string of Npgsql.</param>
    /// <param name="patience">How long to wait for others that write.</param>
    public static PostgresDatabase Open(string address, TimeSpan patience)
    {
        NpgsqlConnection connection;
        try
        {
            connection = new NpgsqlConnection(PostgresAddress.ToConnectionString(address, patience));
        }
        catch (ArgumentException e)
        {
            throw new LedgerException(
                LedgerFault.Unreachable,
                $"'{PostgresAddress.Shown(address)}' is no address of a PostgreSQL database",
                e
            );
        }
        var database = new PostgresDatabase(connection);
        try
        {
            database.Guarded(() =>
            {
                connection.Open();
                return true;
            });
            database.Plain(
                $"SET lock_timeout = {((int)patience.TotalMilliseconds).ToString(CultureInfo.InvariantCulture)}; SET client_min_messages = warning"
            );
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public override int Schema
    {
        get =>
            Number("SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = current_schema() AND table_name = 'parley_schema'")
            == 0
                ? 0
                : (int)(Number("SELECT version FROM parley_schema") ?? 0);
        set =>
            Plain(
                $"DELETE FROM parley_schema; INSERT INTO parley_schema (version) VALUES ({value.ToString(CultureInfo.InvariantCulture)})"
            );
    }

    /// <inheritdoc/>
    public override long Bytes =>
        Number(
            "SELECT COALESCE(SUM(pg_total_relation_size(c.oid)), 0)::bigint FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = current_schema() AND c.relkind = 'r'"
        )!.Value;

    /// <inheritdoc/>
    public override string Tables => SqlSchema.PostgresTables;

    /// <inheritdoc/>
    public override string Spelled(string tables) => SqlSchema.InPostgres(tables);

    /// <inheritdoc/>
    public override string SearchSql =>
        "SELECT a.id FROM article_text t JOIN article a ON a.seq = t.seq WHERE t.is_indexed AND t.words @@ websearch_to_tsquery('english', @words) AND a.removed_at IS NULL";

    /// <inheritdoc/>
    public override string SearchOrder => "ORDER BY ts_rank(t.words, websearch_to_tsquery('english', @words)) DESC, a.day DESC, a.id";

    /// <inheritdoc/>
    public override string Listed(string parameter) =>
        $"(SELECT CAST(listed AS BIGINT) AS value FROM json_array_elements_text(CAST({parameter} AS JSON)) AS listed)";

    /// <inheritdoc/>
    public override void IndexText(long article) => Run("UPDATE article_text SET is_indexed = true WHERE seq = @seq", ("@seq", article));

    /// <inheritdoc/>
    public override void UnindexText(long article) => Run("UPDATE article_text SET is_indexed = false WHERE seq = @seq", ("@seq", article));

    /// <summary>One round trip for all rows.</summary>
    public override void RunMany(string sql, string[] names, IEnumerable<object?[]> rows) =>
        Guarded(() =>
        {
            using var batch = _connection.CreateBatch();
            foreach (var row in rows)
            {
                var command = new NpgsqlBatchCommand(sql);
                for (var at = 0; at < names.Length; at++)
                    command.Parameters.AddWithValue(names[at], row[at] ?? DBNull.Value);
                batch.BatchCommands.Add(command);
            }
            return batch.BatchCommands.Count == 0 ? 0 : batch.ExecuteNonQuery();
        });

    /// <inheritdoc/>
    protected override void Begin()
    {
        Plain("BEGIN");
        try
        {
            Plain($"SELECT pg_advisory_xact_lock({WriterLock.ToString(CultureInfo.InvariantCulture)})");
        }
        catch
        {
            Plain("ROLLBACK");
            throw;
        }
    }

    /// <inheritdoc/>
    protected override LedgerException? Translate(Exception fault) =>
        fault switch
        {
            PostgresException { SqlState: "55P03" or "40P01" or "40001" } said => new(
                LedgerFault.Locked,
                "another process holds the ledger",
                said
            ),
            PostgresException { SqlState: "25006" or "42501" } said => new(LedgerFault.ReadOnly, "the ledger may only be read", said),
            PostgresException { SqlState: "53100" } said => new(LedgerFault.Full, "there is no room left on the server", said),
            PostgresException { SqlState: "XX001" or "XX002" } said => new(LedgerFault.Damaged, "a page of the ledger is damaged", said),
            PostgresException { SqlState: ['2', '8', ..] or "3D000" } said => new(LedgerFault.Unreachable, said.MessageText, said),
            PostgresException => null,
            NpgsqlException said => new(LedgerFault.Unreachable, $"the server cannot be reached: {said.Message}", said),
            System.Net.Sockets.SocketException said => new(LedgerFault.Unreachable, $"the server cannot be reached: {said.Message}", said),
            _ => null,
        };
}
