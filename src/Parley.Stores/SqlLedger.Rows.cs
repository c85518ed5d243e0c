using System.Collections.Immutable;
using Parley.Corrections;
using Parley.Ledger;

namespace Parley.Stores;

/// <summary>Rows that articles have by themselves: made once an article changed, under the negative of its number, older versions' too.</summary>
public abstract partial class SqlLedger
{
    /// <summary>Makes the rows of the articles that changed next; false when there are none.</summary>
    private bool LookAtRows(RowsByArticle function)
    {
        var seen = SeenBy(function);
        var articles = Changed(seen);
        if (articles.Count == 0)
            return false;
        var changed = articles.Select(change => SeqOf(change.Article)).OfType<long>().ToList();
        var told = changed.FindAll(seq => Tells(seq, function));
        var rows = told.Zip(Load(told), (seq, reading) => (seq, Rows: function.Of(reading))).ToList();
        _database.Write(() =>
        {
            if (SeenBy(function) != seen)
                return;
            foreach (var seq in changed)
                _database.Run("DELETE FROM derived WHERE subject = @id AND derivation = @name", ("@id", -seq), ("@name", function.Name));
            foreach (var (seq, made) in rows)
                Insert(function, -seq, made);
            _database.Run(
                "UPDATE derivation SET seen = @seen WHERE name = @name",
                ("@seen", articles.Max(change => change.Number)),
                ("@name", function.Name)
            );
        });
        return true;
    }

    /// <summary>True for an article that is not removed and has a record of the kind. The kind stands in the statement, as it does for others.</summary>
    private bool Tells(long seq, RowsByArticle function) =>
        _database.Number(
            "SELECT 1 FROM article a WHERE a.seq = @seq AND a.removed_at IS NULL AND EXISTS (SELECT 1 FROM record r WHERE r.article = a.seq AND r.kind = @kind)",
            ("@seq", seq),
            ("@kind", CorrectionJson.Spell(function.Source))
        )
            is not null;

    /// <summary>The rows of the articles that are in force, or were on a day.</summary>
    private ImmutableArray<DerivedRow> RowsOf(string derivation, DerivedQuery query, long by = 0)
    {
        var (conditions, more) = Conditions(new ReadingQuery { AsOf = query.AsOf });
        var sql =
            $"SELECT d.kind, d.id, d.party, d.topic, d.day, d.state, d.rank, {BodyOf(query)} FROM derived d JOIN article a ON a.seq = -(d.subject + @by) WHERE d.derivation = @derivation AND d.kind = @kind AND {conditions}";
        List<(string, object?)> values = [("@derivation", derivation), ("@kind", query.Kind), ("@by", by), .. more];
        return Chosen(sql, values, query, "d.");
    }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> Copies()
    {
        if (!_database.IsReadOnly)
            LinkCopies();
        return _database
            .Rows(
                "SELECT a.id, o.copy_of FROM origin o JOIN article a ON a.seq = o.article WHERE o.copy_of IS NOT NULL",
                row => (Article: row.GetString(0), Original: row.GetString(1))
            )
            .ToDictionary(copy => copy.Article, copy => copy.Original, StringComparer.Ordinal);
    }
}
