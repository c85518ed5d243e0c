using System.Collections.Immutable;
using Parley.Ledger;

namespace Parley.Stores;

/// <summary>Results as of a day: what nothing later touches is taken as it is kept; the rest is joined, weighed and assessed anew.</summary>
public abstract partial class SqlLedger
{
    /// <summary>True for an article that came after the day, or of which no day is known.</summary>
    private const string IsLater = "(a.day IS NULL OR a.day > @day)";

    private const string LateMember = $"SELECT 1 FROM member m JOIN article a ON a.seq = m.article WHERE m.block = b.id AND {IsLater}";

    private const string LateBearing = $"SELECT 1 FROM bearing x JOIN article a ON a.seq = x.article WHERE x.subject = s.id AND {IsLater}";

    private ImmutableArray<DerivedRow> AsOf(IBlockFunction function, DerivedQuery query, string day)
    {
        // An older version of an article was in force then, but its blocks know only the newer one.
        if (
            _database.Number(
                "SELECT 1 FROM article WHERE removed_at IS NULL AND next IS NOT NULL AND day <= @day AND next_day > @day LIMIT 1",
                ("@day", day)
            )
            is not null
        )
            return BlockFold.Pick(BlockFold.Make(function, Readings(new ReadingQuery { AsOf = day }), Joins()), query);
        var joins = Joins();
        var rows = Untouched(function, query.Kind, day);
        foreach (var (id, key) in Touched(function, day))
            rows.AddRange(Remade(function, id, key, day, joins));
        return BlockFold.Pick(BlockFold.Order(rows), query);
    }

    /// <summary>The rows of subjects that no later article tells or bears on, in blocks that have no later article.</summary>
    private List<DerivedRow> Untouched(IBlockFunction function, string kind, string day) =>
        _database.Rows(
            $"SELECT d.kind, d.id, d.party, d.topic, d.day, d.state, d.rank, d.body FROM block b JOIN subject s ON s.block = b.id JOIN derived d ON d.subject = s.id WHERE b.derivation = @name AND d.kind = @kind AND NOT EXISTS ({LateMember}) AND NOT EXISTS ({LateBearing})",
            DerivedOf,
            ("@name", function.Name),
            ("@kind", kind),
            ("@day", day)
        );

    /// <summary>The blocks that were there on the day, and that something later touches.</summary>
    private List<(long Id, string Key)> Touched(IBlockFunction function, string day) =>
        _database.Rows(
            $"SELECT b.id, b.key FROM block b WHERE b.derivation = @name AND EXISTS (SELECT 1 FROM member m JOIN article a ON a.seq = m.article WHERE m.block = b.id AND a.day <= @day) AND (EXISTS ({LateMember}) OR EXISTS (SELECT 1 FROM subject s WHERE s.block = b.id AND EXISTS ({LateBearing}))) ORDER BY b.key",
            row => (row.GetInt64(0), row.GetString(1)),
            ("@name", function.Name),
            ("@day", day)
        );

    /// <summary>The rows of a block of which something is later than the day, but for those of its subjects that nothing later touches.</summary>
    private List<DerivedRow> Remade(IBlockFunction function, long block, string key, string day, JoinDecisions joins)
    {
        var rows = new List<DerivedRow>();
        var members = Members(block, day);
        var isWhole = members.Count == Members(block).Count;
        var kept = Subjects(block).ToDictionary(subject => subject.Subject.Id, StringComparer.Ordinal);
        var tellers = Load(members).ToImmutableArray();
        foreach (var subject in isWhole ? kept.Values.Select(one => one.Subject) : function.Join(key, tellers, joins))
        {
            var known = kept.GetValueOrDefault(subject.Id);
            if (known is not null && !SameScope(known.Subject, subject))
                known = null;
            var bearing = known is null ? [] : Bearing(known.Id, day);
            if (isWhole && bearing.Count == Bearing(known!.Id).Count)
                continue;
            var involved = Involved(
                subject,
                tellers,
                known is not null
                    ? Load(bearing)
                    : Load(Reached(function, function.ScopesOf(subject), subject, day, 0))
                        .Where(reading => function.Bears(subject, reading))
            );
            rows.AddRange(function.Assess(key, subject, involved, Context(joins, involved)));
        }
        return rows;
    }
}
