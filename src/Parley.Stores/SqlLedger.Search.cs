using System.Collections.Immutable;
using Parley.Corrections;
using Parley.Ledger;

namespace Parley.Stores;

public abstract partial class SqlLedger
{
    /// <inheritdoc/>
    public ImmutableArray<string> Search(SearchQuery query)
    {
        var words = SqlDatabase.SearchWords(query.Words);
        if (words.Length == 0)
            return [];
        var sql = _database.SearchSql;
        var values = new List<(string, object?)> { ("@words", words) };
        var (conditions, more) = Conditions(new ReadingQuery { AsOf = query.AsOf, Side = query.Party });
        sql += " AND " + conditions;
        values.AddRange(more);
        if (query.Topic is { } topic)
        {
            sql +=
                " AND EXISTS (SELECT 1 FROM record k WHERE k.article = a.seq AND (k.kind = 'position' OR k.kind = 'undertaking') AND k.name = @topic)";
            values.Add(("@topic", topic));
        }
        values.Add(("@limit", (long)query.Limit));
        return [.. _database.Rows($"{sql} {_database.SearchOrder} LIMIT @limit", row => row.GetString(0), [.. values])];
    }

    /// <inheritdoc/>
    public string? LastDay(string until) =>
        _database.Text("SELECT MAX(day) FROM article WHERE day <= @until AND removed_at IS NULL AND next IS NULL", ("@until", until));

    /// <inheritdoc/>
    public int CountUncertain(RecordKind kind, string? asOf, double? least)
    {
        if (asOf is null && least is null)
        {
            // Few articles are gone: they are counted apart, so that no other has to be looked up.
            var unsure = $"FROM record r WHERE r.kind = '{CorrectionJson.Spell(kind)}' AND r.uncertain = 1";
            return (int)(
                _database.Number($"SELECT COUNT(*) {unsure}")!.Value
                - _database.Number($"SELECT COUNT(*) {unsure} AND r.article IN (SELECT seq FROM article WHERE {Gone})")!.Value
            );
        }
        var (conditions, values) = Conditions(new ReadingQuery { AsOf = asOf });
        // The kind stands in the statement, so that the index of that kind serves.
        var sql =
            $"SELECT COUNT(*) FROM record r JOIN article a ON a.seq = r.article WHERE r.kind = '{CorrectionJson.Spell(kind)}' AND {conditions} AND {(least is null ? "r.uncertain = 1" : "r.confidence < @least")}";
        return (int)_database.Number(sql, least is null ? values : [.. values, ("@least", least)])!.Value;
    }

    /// <inheritdoc/>
    public LedgerStatistics Statistics()
    {
        long Rows(string sql) => _database.Number(sql)!.Value;
        return new LedgerStatistics
        {
            Articles = Count(ReadingQuery.All),
            Superseded = Rows("SELECT COUNT(*) FROM article WHERE removed_at IS NULL AND next IS NOT NULL"),
            Removed = Rows("SELECT COUNT(*) FROM article WHERE removed_at IS NOT NULL"),
            Readings = Rows("SELECT COUNT(*) FROM reading"),
            Corrections = Rows("SELECT COUNT(*) FROM correction"),
            Records =
            [
                .. _database.Rows(
                    "SELECT kind, number FROM record_count WHERE number > 0 ORDER BY kind",
                    row => (row.GetString(0), row.GetInt64(1))
                ),
            ],
            Runs =
            [
                .. _database.Rows(
                    "SELECT r.model, r.rules, c.number FROM (SELECT run, COUNT(*) AS number FROM article WHERE removed_at IS NULL AND next IS NULL GROUP BY run) c JOIN run r ON r.id = c.run ORDER BY r.id",
                    row => (new LedgerRun(row.GetString(0), row.GetString(1)), row.GetInt64(2))
                ),
            ],
            Schema = _database.Schema,
            Bytes = _database.Bytes,
        };
    }
}
