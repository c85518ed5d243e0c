using Parley.Ledger;
using Parley.Records;

namespace Parley.Stores;

/// <summary>Where the articles of a function stand: the blocks that they tell something in, and the scopes that they reach.</summary>
public abstract partial class SqlLedger
{
    /// <summary>Changes that are looked at in one transaction.</summary>
    private const int ChangesAtOnce = 200;

    /// <summary>Looks at the next changes; false when there are none.</summary>
    private bool Look(IBlockFunction function)
    {
        // Readings are unpacked before the others are made to wait.
        var seen = SeenBy(function);
        var articles = Changed(seen);
        if (articles.Count == 0)
            return false;
        var inForce = InForceOf(articles.Select(change => change.Article));
        var readings = new Dictionary<string, Reading>(StringComparer.Ordinal);
        foreach (var reading in Load([.. inForce.Values]))
            readings[reading.Article.Id] = reading;
        var known = new SubjectsAtHand(this, function);
        var joined = JoinedBy(function);
        var weighed = known.Weigh(readings.Values);
        _database.Write(() =>
        {
            // Where another process looked, or joined, meanwhile, this is done again.
            if (SeenBy(function) != seen || JoinedBy(function) != joined)
                return;
            foreach (var (article, number) in articles)
            {
                if (SeqOf(article) is not { } seq)
                    MarkSubject(function, article);
                else
                {
                    Forget(function, seq);
                    if (readings.TryGetValue(article, out var reading))
                        Enter(function, seq, reading, number, weighed[article]);
                }
            }
            _database.Run(
                "UPDATE derivation SET seen = @seen WHERE name = @name",
                ("@seen", articles.Max(change => change.Number)),
                ("@name", function.Name)
            );
        });
        return true;
    }

    /// <summary>Grows whenever subjects come that older articles were weighed against.</summary>
    private long JoinedBy(IBlockFunction function) =>
        _database.Number("SELECT joined FROM derivation WHERE name = @name", ("@name", function.Name)) ?? 0;

    private long SeenBy(IBlockFunction function) =>
        _database.Number("SELECT seen FROM derivation WHERE name = @name", ("@name", function.Name)) ?? 0;

    /// <summary>The articles that changed next, each once, with its last change.</summary>
    private List<(string Article, long Number)> Changed(long seen) =>
        [
            .. _database
                .Rows(
                    "SELECT number, article FROM change WHERE number > @seen ORDER BY number LIMIT @most",
                    row => (Article: row.GetString(1), Number: row.GetInt64(0)),
                    ("@seen", seen),
                    ("@most", (long)ChangesAtOnce)
                )
                .GroupBy(change => change.Article, StringComparer.Ordinal)
                .Select(changes => (changes.Key, changes.Max(change => change.Number))),
        ];

    private Dictionary<string, long> InForceOf(IEnumerable<string> articles)
    {
        var inForce = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var article in articles)
            if (
                _database.Number("SELECT seq FROM article WHERE id = @id AND removed_at IS NULL AND next IS NULL", ("@id", article)) is
                { } seq
            )
                inForce[article] = seq;
        return inForce;
    }

    /// <summary>Takes an article out of blocks and scopes; what it told or bore on is to be made anew.</summary>
    private void Forget(IBlockFunction function, long seq)
    {
        const string Mine = "(SELECT m.block FROM member m JOIN block b ON b.id = m.block WHERE m.article = @seq AND b.derivation = @name)";
        const string Touched =
            "(SELECT x.subject FROM bearing x JOIN subject s ON s.id = x.subject JOIN block b ON b.id = s.block WHERE x.article = @seq AND b.derivation = @name)";
        (string, object?)[] values = [("@seq", seq), ("@name", function.Name)];
        _database.Run($"UPDATE subject SET changed = changed + 1 WHERE id IN {Touched} OR block IN {Mine}", values);
        _database.Run($"DELETE FROM bearing WHERE article = @seq AND subject IN {Touched}", values);
        _database.Run($"UPDATE block SET changed = changed + 1 WHERE id IN {Mine}", values);
        _database.Run($"DELETE FROM member WHERE article = @seq AND block IN {Mine}", values);
        _database.Run("DELETE FROM reach WHERE article = @seq AND derivation = @name", values);
    }

    /// <summary>Puts an article into its blocks and scopes, and to the subjects that it bears on.</summary>
    private void Enter(IBlockFunction function, long seq, Reading reading, long number, List<long> subjects)
    {
        foreach (var key in function.Keys(reading).Distinct(StringComparer.Ordinal))
        {
            var block = _database.Number(
                "INSERT INTO block (derivation, key, changed, made) VALUES (@name, @key, 1, 0) ON CONFLICT (derivation, key) DO UPDATE SET changed = block.changed + 1 RETURNING id",
                ("@name", function.Name),
                ("@key", key)
            );
            _database.Run("INSERT INTO member (article, block) VALUES (@article, @block)", ("@article", seq), ("@block", block));
        }
        var day = ReadingOrder.Day(reading);
        foreach (var scope in function.Scopes(reading).Distinct(StringComparer.Ordinal))
        {
            _database.Run(
                "INSERT INTO reach (derivation, scope, article, day, seen) VALUES (@name, @scope, @article, @day, @seen)",
                ("@name", function.Name),
                ("@scope", scope),
                ("@article", seq),
                ("@day", day),
                ("@seen", number)
            );
        }
        foreach (var subject in subjects)
            Bear(seq, subject);
    }

    private void Bear(long article, long subject)
    {
        _database.Run(
            "INSERT INTO bearing (article, subject) VALUES (@article, @subject) ON CONFLICT (article, subject) DO NOTHING",
            ("@article", article),
            ("@subject", subject)
        );
        _database.Run("UPDATE subject SET changed = changed + 1 WHERE id = @id", ("@id", subject));
    }

    /// <summary>A decision on a subject: it is to be assessed anew.</summary>
    private void MarkSubject(IBlockFunction function, string name) =>
        _database.Run(
            "UPDATE subject SET changed = changed + 1 WHERE name = @subject AND block IN (SELECT id FROM block WHERE derivation = @name)",
            ("@subject", name),
            ("@name", function.Name)
        );

    /// <summary>The articles of a block up to a day, in the order of readings; null for all days.</summary>
    private List<long> Members(long block, string? day = null) =>
        _database.Rows(
            $"SELECT a.seq FROM member m JOIN article a ON a.seq = m.article WHERE m.block = @block {(day is null ? "" : "AND a.day <= @day ")}ORDER BY COALESCE(a.day, '9999'), COALESCE(a.published, ''), a.id",
            row => row.GetInt64(0),
            day is null ? [("@block", block)] : [("@block", block), ("@day", day)]
        );

    /// <summary>The articles that bear on a subject up to a day.</summary>
    private List<long> Bearing(long subject, string? day = null) =>
        _database.Rows(
            $"SELECT x.article FROM bearing x JOIN article a ON a.seq = x.article WHERE x.subject = @subject {(day is null ? "" : "AND a.day <= @day ")}ORDER BY x.article",
            row => row.GetInt64(0),
            day is null ? [("@subject", subject)] : [("@subject", subject), ("@day", day)]
        );

    /// <summary>The articles that reach one of the scopes in the time of a subject, and were looked at after a change.</summary>
    private List<long> Reached(IBlockFunction function, IEnumerable<string> scopes, BlockSubject subject, string? day, long after)
    {
        var until = day is null || subject.Until is not null && string.CompareOrdinal(subject.Until, day) < 0 ? subject.Until : day;
        var found = new SortedSet<long>();
        foreach (var scope in scopes.Distinct(StringComparer.Ordinal))
            found.UnionWith(
                _database.Rows(
                    $"SELECT article FROM reach WHERE derivation = @name AND scope = @scope AND seen > @after AND ({(day is null ? "day IS NULL OR " : "")}(day >= @since AND day <= @until))",
                    row => row.GetInt64(0),
                    ("@name", function.Name),
                    ("@scope", scope),
                    ("@after", after),
                    ("@since", subject.Since ?? ""),
                    ("@until", until ?? "9999")
                )
            );
        return [.. found];
    }
}
