using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using Parley.Ledger;
using Parley.Records;

namespace Parley.Stores;

/// <summary>
/// A ledger in one SQLite file. A reading is kept as JSON, with small tables beside it to look things up by; one transaction keeps it whole or
/// not at all. Write-ahead logging lets others read meanwhile. One instance is for one thread.
/// </summary>
public sealed class SqliteLedger : ILedger, IDisposable
{
    private const int Version = 2;
    private readonly SqliteConnection _connection;

    /// <summary>Opens the ledger in a file, and makes it when there is none.</summary>
    /// <exception cref="SqliteException">The file is no ledger, or cannot be opened.</exception>
    /// <exception cref="InvalidDataException">The ledger was written by another version.</exception>
    public SqliteLedger(string path)
    {
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        try
        {
            _connection.Open();
            Prepare(path);
        }
        catch
        {
            _connection.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public bool Keep(Reading reading)
    {
        using var transaction = _connection.BeginTransaction();
        var article = reading.Article;
        var isNew =
            Run(
                "INSERT OR IGNORE INTO article (id, published, publisher, title, source, url, reading) VALUES ($id, $published, $publisher, $title, $source, $url, $reading)",
                ("$id", article.Id),
                ("$published", article.Published),
                ("$publisher", article.Publisher),
                ("$title", article.Title),
                ("$source", article.Source),
                ("$url", article.Url),
                ("$reading", ReadingJson.Write(reading))
            ) > 0;
        if (isNew)
            Index(reading);
        transaction.Commit();
        return isNew;
    }

    /// <inheritdoc/>
    public bool Holds(string articleId)
    {
        using var command = Command("SELECT 1 FROM article WHERE id = $id", ("$id", articleId));
        return command.ExecuteScalar() is not null;
    }

    /// <inheritdoc/>
    public ImmutableArray<Reading> Readings()
    {
        using var command = Command("SELECT reading FROM article ORDER BY id");
        using var rows = command.ExecuteReader();
        var readings = new List<Reading>();
        while (rows.Read())
            readings.Add(ReadingJson.Read(rows.GetString(0)));
        return ReadingOrder.Sort(readings);
    }

    /// <summary>Closes the file.</summary>
    public void Dispose() => _connection.Dispose();

    private void Prepare(string path)
    {
        using var command = Command("PRAGMA user_version");
        var version = Convert.ToInt32(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
        if (version == Version)
            return;
        if (version != 0)
            throw new InvalidDataException($"{path} is a ledger of version {version}; this program reads version {Version}");
        Run("PRAGMA journal_mode = WAL");
        using var transaction = _connection.BeginTransaction();
        Run(SqliteSchema.Create);
        Run($"PRAGMA user_version = {Version}");
        transaction.Commit();
    }

    private void Index(Reading reading)
    {
        var id = reading.Article.Id;
        foreach (var actor in reading.Actors)
            Run(
                "INSERT INTO actor (article, id, name, code) VALUES ($article, $id, $name, $code)",
                ("$article", id),
                ("$id", actor.Id),
                ("$name", actor.Name),
                ("$code", actor.Code)
            );
        foreach (var happening in reading.Events)
            Run(
                "INSERT INTO event (article, id, type, status, attestation, place, day, confidence, uncertain) VALUES ($article, $id, $type, $status, $attestation, $place, $day, $confidence, $uncertain)",
                ("$article", id),
                ("$id", happening.Id),
                ("$type", happening.Type.ToString()),
                ("$status", happening.Status.ToString()),
                ("$attestation", happening.Attestation.ToString()),
                ("$place", reading.Places.FirstOrDefault(place => place.Id == happening.Place)?.Name),
                ("$day", reading.Times.FirstOrDefault(time => time.Id == happening.Time)?.Value),
                ("$confidence", happening.Confidence),
                ("$uncertain", happening.Uncertain)
            );
        foreach (var undertaking in reading.Undertakings)
            Run(
                "INSERT INTO undertaking (article, id, party, kind, status, confidence, uncertain) VALUES ($article, $id, $party, $kind, $status, $confidence, $uncertain)",
                ("$article", id),
                ("$id", undertaking.Id),
                ("$party", reading.Actors.FirstOrDefault(actor => actor.Id == undertaking.By)?.Code),
                ("$kind", undertaking.Kind.ToString()),
                ("$status", undertaking.Status.ToString()),
                ("$confidence", undertaking.Confidence),
                ("$uncertain", undertaking.Uncertain)
            );
    }

    private int Run(string sql, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        using var command = Command(sql, values);
        return command.ExecuteNonQuery();
    }

    private SqliteCommand Command(string sql, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        return command;
    }
}
