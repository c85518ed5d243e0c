using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Data.Common;
using Parley.Ledger;
using Parley.Records;

namespace Parley.Stores;

/// <summary>
/// Results over several articles. The history says which articles changed since a function last looked; only the blocks that they tell something
/// in are joined anew, only new subjects are weighed against older articles, and only subjects that something changed for are assessed again.
/// Every step is a short transaction, and a process that ends in between leaves work for the next to ask.
/// </summary>
public abstract partial class SqlLedger
{
    private static readonly ConcurrentDictionary<(string Ledger, string Function), Lock> s_gates = new();

    /// <inheritdoc/>
    public ImmutableArray<DerivedRow> Derived(IBlockFunction function, DerivedQuery query)
    {
        if (query.MinConfidence is { } least)
            return BlockFold.Pick(
                BlockFold.Make(
                    function,
                    Readings(new ReadingQuery { AsOf = query.AsOf }).Select(reading => reading.WithMinConfidence(least)),
                    Joins()
                ),
                query
            );
        if (query.AsOf is null && (query.AsKept || GivesOlder))
        {
            if (IsBehind(function))
                return Older(function, query);
            if (query.AsKept && IsMade(function))
                return Results(function, query);
        }
        if (_database.IsReadOnly)
            return IsUpToDate(function)
                ? Results(function, query)
                : BlockFold.Pick(BlockFold.Make(function, Readings(new ReadingQuery { AsOf = query.AsOf }), Joins()), query);
        Refresh(function);
        return Results(function, query);
    }

    private ImmutableArray<DerivedRow> Results(IBlockFunction function, DerivedQuery query) =>
        function is RowsByArticle ? RowsOf(function.Name, query)
        : query.AsOf is { } day ? AsOf(function, query, day)
        : Kept(function.Name, query);

    /// <inheritdoc/>
    public void Refresh(IBlockFunction function)
    {
        LinkCopies();
        if (!IsUpToDate(function))
            // Of several threads that ask at once one does it: the others would do the same work beside it.
            lock (s_gates.GetOrAdd((_database.Name, function.Name), _ => new Lock()))
                if (!IsUpToDate(function))
                    BringUp(function);
        ForgetOlder(function);
    }

    private void BringUp(IBlockFunction function)
    {
        Register(function);
        if (function is RowsByArticle rows)
            while (LookAtRows(rows))
                Told(function);
        else
        {
            while (Look(function))
                Told(function);
            while (JoinStale(function))
                Told(function);
            while (AssessStale(function))
                Told(function);
        }
    }

    /// <inheritdoc/>
    public Action<double>? Refreshing { get; set; }

    /// <summary>Tells how far a function is: half of it is looking at articles, a quarter each joining and assessing.</summary>
    private void Told(IBlockFunction function)
    {
        if (Refreshing is null)
            return;
        const double Looking = 0.5;
        const double Half = 0.5;
        var all = Math.Max(1, _database.Number("SELECT MAX(number) FROM change") ?? 1);
        var looked = SeenBy(function) / (double)all;
        var blocks = Share("SELECT COUNT(*) FILTER (WHERE changed = made), COUNT(*) FROM block WHERE derivation = @name");
        var subjects = Share(
            "SELECT COUNT(*) FILTER (WHERE s.changed = s.made), COUNT(*) FROM subject s JOIN block b ON b.id = s.block WHERE b.derivation = @name"
        );
        Refreshing(looked < 1 ? looked * Looking : Looking + (1 - Looking) * (Half * blocks + Half * (blocks < 1 ? 0 : subjects)));

        double Share(string sql) =>
            _database.Rows(sql, row => row.GetInt64(1) is > 0 and var all ? row.GetInt64(0) / (double)all : 1, ("@name", function.Name))[0];
    }

    private BlockContext Context(JoinDecisions joins, IEnumerable<Reading> readings) =>
        new(joins, OriginsOf(readings.Select(reading => reading.Article.Id)));

    private JoinDecisions Joins() => new(InForce().InForce);

    /// <summary>True where nothing changed since a function last looked, and all that it found then is made.</summary>
    private bool IsUpToDate(IBlockFunction function) =>
        _database.Number(
            "SELECT 1 FROM derivation d WHERE d.name = @name AND d.version = @version AND d.seen = (SELECT COALESCE(MAX(number), 0) FROM change)",
            ("@name", function.Name),
            ("@version", StampOf(function))
        )
            is not null
        && IsWhole(function);

    /// <summary>True where all is made of what a function found when it last looked.</summary>
    private bool IsWhole(IBlockFunction function) =>
        _database.Number("SELECT 1 FROM block WHERE derivation = @name AND changed <> made LIMIT 1", ("@name", function.Name)) is null
        && _database.Number(
            "SELECT 1 FROM subject s JOIN block b ON b.id = s.block WHERE s.changed <> s.made AND b.derivation = @name LIMIT 1",
            ("@name", function.Name)
        )
            is null;

    private ImmutableArray<DerivedRow> Kept(string derivation, DerivedQuery query)
    {
        var sql =
            $"SELECT kind, id, party, topic, day, state, rank, {BodyOf(query)} FROM derived WHERE derivation = @derivation AND kind = @kind";
        return Chosen(sql, [("@derivation", derivation), ("@kind", query.Kind)], query);
    }

    /// <summary>The column of the body, which is not touched where nobody asks for it.</summary>
    private static string BodyOf(DerivedQuery query) => query.Bodiless ? "''" : "body";

    /// <summary>The rows of a statement that a query asks for, in order.</summary>
    private ImmutableArray<DerivedRow> Chosen(string sql, List<(string, object?)> values, DerivedQuery query, string table = "")
    {
        foreach (var (column, value) in new[] { ("party", query.Party), ("topic", query.Topic), ("id", query.Id) })
            if (value is not null)
            {
                sql += $" AND {table}{column} = @{column}";
                values.Add(($"@{column}", value));
            }
        if (query.OneOfParty)
            sql +=
                $" AND ({table}party IS NULL OR {table}id IN (SELECT MIN(o.id) FROM derived o WHERE o.derivation = @derivation AND o.kind = @kind GROUP BY o.party))";
        sql += $" ORDER BY {table}rank DESC, COALESCE({table}day, '9999'), {table}id";
        if (query.Limit is { } limit)
        {
            sql += " LIMIT @limit";
            values.Add(("@limit", (long)limit));
        }
        return [.. _database.Rows(sql, DerivedOf, [.. values])];
    }

    private static DerivedRow DerivedOf(DbDataReader row) =>
        new()
        {
            Kind = row.GetString(0),
            Id = row.GetString(1),
            Party = SqlDatabase.TextAt(row, 2),
            Topic = SqlDatabase.TextAt(row, 3),
            Day = SqlDatabase.TextAt(row, 4),
            State = SqlDatabase.TextAt(row, 5),
            Rank = row.GetDouble(6),
            Body = row.GetString(7),
        };

    private static ImmutableArray<Reading> Involved(BlockSubject subject, IEnumerable<Reading> tellers, IEnumerable<Reading> bearing)
    {
        var told = subject.Tellers.ToHashSet(StringComparer.Ordinal);
        return ReadingOrder.Sort(
            tellers.Where(reading => told.Contains(reading.Article.Id)).Concat(bearing).DistinctBy(reading => reading.Article.Id)
        );
    }

    private static bool SameScope(BlockSubject a, BlockSubject b) => a.Scope == b.Scope && a.Since == b.Since && a.Until == b.Until;

    /// <summary>Writes a function down; what another version of it made is forgotten, but for the rows (<see cref="PutAside"/>).</summary>
    private void Register(IBlockFunction function)
    {
        if (IsMade(function))
            return;
        _database.Write(() =>
        {
            if (IsMade(function))
                return;
            PutAside(function);
            const string OfFunction = "(SELECT id FROM block WHERE derivation = @name)";
            foreach (
                var sql in new[]
                {
                    "DELETE FROM derived WHERE derivation = @name",
                    $"DELETE FROM subject_scope WHERE subject IN (SELECT id FROM subject WHERE block IN {OfFunction})",
                    $"DELETE FROM bearing WHERE subject IN (SELECT id FROM subject WHERE block IN {OfFunction})",
                    $"DELETE FROM subject WHERE block IN {OfFunction}",
                    $"DELETE FROM member WHERE block IN {OfFunction}",
                    "DELETE FROM reach WHERE derivation = @name",
                    "DELETE FROM block WHERE derivation = @name",
                    "DELETE FROM derivation WHERE name = @name",
                }
            )
                _database.Run(sql, ("@name", function.Name));
            _database.Run(
                "INSERT INTO derivation (name, version, seen, joined) VALUES (@name, @version, 0, 0)",
                ("@name", function.Name),
                ("@version", StampOf(function))
            );
        });
    }
}
