using System.Data.Common;
using System.Globalization;
using Parley.Ledger;

namespace Parley.Stores;

/// <summary>
/// A connection to a database that keeps a ledger: runs SQL that all of them understand, in transactions that end whole or not at all, and turns what
/// a database says is wrong into a <see cref="LedgerException"/>. Times, numbers and names go in as parameters, which begin with <c>@</c>.
/// </summary>
internal abstract class SqlDatabase(DbConnection connection) : IDisposable
{
    private readonly Dictionary<string, DbCommand> _commands = new(StringComparer.Ordinal);
    private bool _isWriting;

    /// <summary>True where nothing can be written.</summary>
    public virtual bool IsReadOnly => false;

    /// <summary>Which database it is, among those of this process.</summary>
    public string Name => $"{connection.DataSource} {connection.Database}";

    /// <summary>The version of the tables; 0 where there are none.</summary>
    public abstract int Schema { get; set; }

    /// <summary>Bytes that the ledger takes on disk.</summary>
    public abstract long Bytes { get; }

    /// <summary>Statements that make the tables.</summary>
    public abstract string Tables { get; }

    /// <summary>Statements that make tables, written as <see cref="SqlSchema"/> has them, in this database's words.</summary>
    public abstract string Spelled(string tables);

    /// <summary>Ids of articles whose text or names have all of <c>@words</c>, best first; conditions on <c>a</c>, the article, may follow.</summary>
    public abstract string SearchSql { get; }

    /// <summary>The order of <see cref="SearchSql"/>.</summary>
    public abstract string SearchOrder { get; }

    /// <summary>A table of one column, <c>value</c>, of the whole numbers in a parameter that <see cref="List{T}"/> made.</summary>
    public abstract string Listed(string parameter);

    /// <summary>Whole numbers as the one parameter that <see cref="Listed"/> unfolds.</summary>
    public static string List<T>(IEnumerable<T> numbers)
        where T : System.Numerics.IBinaryInteger<T> => $"[{string.Join(',', numbers)}]";

    /// <summary>What goes in as <c>@words</c>: each word must stand there, those in quotation marks together. What a database reads as its own signs is only a word.</summary>
    public static string SearchWords(string words)
    {
        var terms = new List<string>();
        var parts = words.Split('"');
        for (var at = 0; at < parts.Length; at++)
            if (at % 2 == 1)
                terms.Add(parts[at]);
            else
                terms.AddRange(parts[at].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return string.Join(' ', terms.Where(term => term.Any(char.IsLetterOrDigit)).Select(term => $"\"{term}\""));
    }

    /// <summary>Puts the text of an article into the index of words.</summary>
    public abstract void IndexText(long article);

    /// <summary>Takes it out again, before the text's row changes.</summary>
    public abstract void UnindexText(long article);

    /// <summary>What is wrong with the ledger; null where the program is at fault.</summary>
    protected abstract LedgerException? Translate(Exception fault);

    /// <summary>Begins a transaction that may write, and waits for others that do.</summary>
    protected abstract void Begin();

    /// <summary>The connection itself.</summary>
    protected DbConnection Connection => connection;

    /// <summary>Does something whole or not at all. Inside another call it is a part of that.</summary>
    public T Write<T>(Func<T> work)
    {
        if (_isWriting)
            return work();
        return Guarded(() =>
        {
            Begin();
            _isWriting = true;
            try
            {
                var result = work();
                Plain("COMMIT");
                return result;
            }
            catch
            {
                TakeBack();
                throw;
            }
            finally
            {
                _isWriting = false;
            }
        });
    }

    /// <inheritdoc cref="Write{T}(Func{T})"/>
    public void Write(Action work) =>
        Write(() =>
        {
            work();
            return true;
        });

    /// <summary>Runs a statement; gives the number of rows that it changed.</summary>
    public int Run(string sql, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var command = Command(sql, values);
        return Guarded(command.ExecuteNonQuery);
    }

    /// <summary>Runs several statements without parameters.</summary>
    public void Plain(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        Guarded(command.ExecuteNonQuery);
    }

    /// <summary>The first column of the first row; null where there is none.</summary>
    public string? Text(string sql, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var command = Command(sql, values);
        var value = Guarded(command.ExecuteScalar);
        return value is null or DBNull ? null : Convert.ToString(value, CultureInfo.InvariantCulture);
    }

    /// <summary>The first column of the first row as a number; null where there is none.</summary>
    public long? Number(string sql, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var command = Command(sql, values);
        var value = Guarded(command.ExecuteScalar);
        return value is null or DBNull ? null : Convert.ToInt64(value, CultureInfo.InvariantCulture);
    }

    /// <summary>All rows of a query.</summary>
    public List<T> Rows<T>(string sql, Func<DbDataReader, T> row, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var command = Command(sql, values);
        return Guarded(() =>
        {
            using var reader = command.ExecuteReader();
            var rows = new List<T>();
            while (reader.Read())
                rows.Add(row(reader));
            return rows;
        });
    }

    /// <summary>Runs one statement for many rows of values, in the order of <paramref name="names"/>.</summary>
    public virtual void RunMany(string sql, string[] names, IEnumerable<object?[]> rows)
    {
        DbCommand? command = null;
        foreach (var row in rows)
        {
            command ??= Command(sql, []);
            while (command.Parameters.Count < names.Length)
                Add(command, names[command.Parameters.Count], null);
            for (var at = 0; at < names.Length; at++)
                command.Parameters[at].Value = row[at] ?? DBNull.Value;
            Guarded(command.ExecuteNonQuery);
        }
    }

    /// <summary>Closes the connection.</summary>
    public virtual void Dispose()
    {
        foreach (var command in _commands.Values)
            command.Dispose();
        connection.Dispose();
    }

    /// <summary>Does something with the database, and says in our own words what it finds wrong.</summary>
    protected T Guarded<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception e) when (e is not LedgerException && Translate(e) is { } said)
        {
            throw said;
        }
    }

    /// <summary>A text of a column; null where there is none.</summary>
    public static string? TextAt(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private DbCommand Command(string sql, ReadOnlySpan<(string Name, object? Value)> values)
    {
        if (!_commands.TryGetValue(sql, out var command))
        {
            command = connection.CreateCommand();
            command.CommandText = sql;
            _commands.Add(sql, command);
        }
        for (var at = 0; at < values.Length; at++)
            if (at < command.Parameters.Count)
                command.Parameters[at].Value = values[at].Value ?? DBNull.Value;
            else
                Add(command, values[at].Name, values[at].Value);
        return command;
    }

    private static void Add(DbCommand command, string name, object? value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value ?? DBNull.Value;
        command.Parameters.Add(parameter);
    }

    private void TakeBack()
    {
        try
        {
            Plain("ROLLBACK");
        }
        catch (Exception e) when (e is DbException or LedgerException)
        {
            // The database took it back itself, as it does when it is full.
        }
    }
}
