using System.Globalization;
using Microsoft.Data.Sqlite;
using Parley.Ledger;

namespace Parley.Stores;

/// <summary>A ledger in one SQLite file. Write-ahead logging lets others read while one writes; who writes second waits.</summary>
internal sealed class SqliteDatabase : SqlDatabase
{
    /// <summary>"PRLY" as a number: what the file says it is.</summary>
    private const int Application = 0x50524C59;

    private readonly string _path;
    private readonly SqliteConnection _connection;

    private SqliteDatabase(string path, SqliteConnection connection, bool isReadOnly)
        : base(connection)
    {
        _path = path;
        _connection = connection;
        IsReadOnly = isReadOnly;
    }

    /// <summary>Opens a file, made new where there is none.</summary>
    /// <param name="path">The file.</param>
    /// <param name="patience">How long to wait for others that write.</param>
    public static SqliteDatabase Open(string path, TimeSpan patience)
    {
        var isReadOnly = File.Exists(path) && File.GetAttributes(path).HasFlag(FileAttributes.ReadOnly);
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = path,
                Pooling = false,
                Mode = isReadOnly ? SqliteOpenMode.ReadOnly : SqliteOpenMode.ReadWriteCreate,
                DefaultTimeout = Math.Max(1, (int)patience.TotalSeconds),
            }.ToString()
        );
        var database = new SqliteDatabase(path, connection, isReadOnly);
        try
        {
            database.Guarded(() =>
            {
                connection.Open();
                return true;
            });
            database.Plain($"PRAGMA busy_timeout = {(int)patience.TotalMilliseconds}");
            database.Check();
            database.Plain("PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -16000");
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public override bool IsReadOnly { get; }

    /// <inheritdoc/>
    public override int Schema
    {
        get => (int)Number("PRAGMA user_version")!;
        set => Plain($"PRAGMA application_id = {Application}; PRAGMA user_version = {value.ToString(CultureInfo.InvariantCulture)}");
    }

    /// <inheritdoc/>
    public override long Bytes => new[] { _path, _path + "-wal" }.Where(File.Exists).Sum(file => new FileInfo(file).Length);

    /// <inheritdoc/>
    public override string Tables => SqlSchema.Tables + SqlSchema.SqliteTextIndex;

    /// <inheritdoc/>
    public override string Spelled(string tables) => tables;

    /// <inheritdoc/>
    public override string SearchSql =>
        "SELECT a.id FROM text_index JOIN article a ON a.seq = text_index.rowid WHERE text_index MATCH @words AND a.removed_at IS NULL";

    /// <inheritdoc/>
    public override string SearchOrder => "ORDER BY text_index.rank, a.day DESC, a.id";

    /// <inheritdoc/>
    public override string Listed(string parameter) => $"(SELECT value FROM json_each({parameter}))";

    /// <inheritdoc/>
    public override void IndexText(long article) =>
        Run(
            "INSERT INTO text_index (rowid, title, text, names, topics) SELECT seq, title, text, names, topics FROM article_text WHERE seq = @seq",
            ("@seq", article)
        );

    /// <inheritdoc/>
    public override void UnindexText(long article) =>
        Run(
            "INSERT INTO text_index (text_index, rowid, title, text, names, topics) SELECT 'delete', seq, title, text, names, topics FROM article_text WHERE seq = @seq",
            ("@seq", article)
        );

    /// <inheritdoc/>
    protected override void Begin()
    {
        if (IsReadOnly)
            throw new LedgerException(LedgerFault.ReadOnly, $"{_path} may only be read");
        Plain("BEGIN IMMEDIATE");
    }

    /// <inheritdoc/>
    protected override LedgerException? Translate(Exception fault) =>
        fault is not SqliteException { SqliteErrorCode: var code } said
            ? null
            : code switch
            {
                5 or 6 => new LedgerException(LedgerFault.Locked, $"another process holds {_path}", said),
                8 => new LedgerException(LedgerFault.ReadOnly, $"{_path} may only be read", said),
                13 => new LedgerException(LedgerFault.Full, $"there is no room left for {_path}", said),
                11 => new LedgerException(LedgerFault.Damaged, $"a page of {_path} is damaged", said),
                26 => new LedgerException(LedgerFault.NotALedger, $"{_path} is no database", said),
                10 => new LedgerException(LedgerFault.Unreachable, $"{_path} cannot be read or written", said),
                14 => new LedgerException(LedgerFault.Unreachable, $"{_path} cannot be opened", said),
                _ => null,
            };

    /// <summary>A file of another program is left alone.</summary>
    private void Check()
    {
        var isOurs = Number("PRAGMA application_id") == Application;
        var isEmpty = Number("SELECT COUNT(*) FROM sqlite_master") == 0;
        var isFirstForm = Number("SELECT COUNT(*) FROM pragma_table_info('article') WHERE name = 'reading'") == 1;
        if (!isOurs && !isEmpty && !isFirstForm)
            throw new LedgerException(LedgerFault.NotALedger, $"{_path} is a database of another program");
        if (isEmpty && !IsReadOnly)
            Plain("PRAGMA journal_mode = WAL");
    }
}
