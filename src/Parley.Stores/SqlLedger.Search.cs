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
            Records = RecordCounts(),
            Runs =
            [
                .. _database.Rows(
                    "SELECT r.model, r.rules, COUNT(*) FROM article a JOIN run r ON r.id = a.run WHERE a.removed_at IS NULL AND a.next IS NULL GROUP BY r.id, r.model, r.rules ORDER BY r.id",
                    row => (new LedgerRun(row.GetString(0), row.GetString(1)), row.GetInt64(2))
                ),
            ],
            Schema = _database.Schema,
            Bytes = _database.Bytes,
        };
    }

    private ImmutableArray<(string Kind, long Count)> RecordCounts()
    {
        var counts = Kinds("record").ToDictionary(row => row.Kind, row => row.Count, StringComparer.Ordinal);
        foreach (var (kind, count) in Kinds($"record WHERE article IN (SELECT seq FROM article WHERE {Gone})"))
            counts[kind] -= count;
        return [.. counts.Where(row => row.Value > 0).OrderBy(row => row.Key, StringComparer.Ordinal).Select(row => (row.Key, row.Value))];

        List<(string Kind, long Count)> Kinds(string records) =>
            _database.Rows($"SELECT kind, COUNT(*) FROM {records} GROUP BY kind", row => (row.GetString(0), row.GetInt64(1)));
    }
}
