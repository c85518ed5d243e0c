using System.Collections.Immutable;
using System.Data.Common;
using Parley.Ledger;
using Parley.Records;

namespace Parley.Stores;

/// <summary>The subjects of blocks: joined anew where a block changed, assessed anew where something bears on them.</summary>
public abstract partial class SqlLedger
{
    /// <summary>Blocks, or subjects, that are made in one transaction.</summary>
    private const int MadeAtOnce = 64;

    /// <summary>Blocks that are joined together: their new subjects are weighed in one pass over the articles, each of which is unpacked for it.</summary>
    private const int JoinedAtOnce = 1024;

    /// <summary>A subject as it is kept.</summary>
    private sealed record KeptSubject(long Id, BlockSubject Subject, long Changed);

    /// <summary>Joins the next blocks that changed; false when there are none.</summary>
    private bool JoinStale(IBlockFunction function)
    {
        var stale = _database.Rows(
            "SELECT id, key, changed FROM block WHERE derivation = @name AND changed <> made ORDER BY key LIMIT @most",
            row => (Id: row.GetInt64(0), Key: row.GetString(1), Changed: row.GetInt64(2)),
            ("@name", function.Name),
            ("@most", (long)JoinedAtOnce)
        );
        if (stale.Count == 0)
            return false;
        var joins = Joins();
        var seen = SeenBy(function);
        var joined = new List<JoinedBlock>();
        foreach (var block in stale)
        {
            var subjects = function.Join(block.Key, [.. Load(Members(block.Id))], joins);
            var kept = Subjects(block.Id).ToDictionary(subject => subject.Subject.Id, StringComparer.Ordinal);
            joined.Add(new JoinedBlock(block.Id, block.Changed, subjects, kept));
        }
        WeighFresh(function, joined);
        foreach (var some in joined.Chunk(MadeAtOnce))
            _database.Write(() =>
            {
                foreach (var block in some)
                    if (_database.Number("SELECT changed FROM block WHERE id = @id", ("@id", block.Id)) == block.Changed)
                        Keep(function, block, seen);
                if (some.Any(block => block.Fresh.Count > 0))
                    _database.Run("UPDATE derivation SET joined = joined + 1 WHERE name = @name", ("@name", function.Name));
            });
        return true;
    }

    /// <summary>Weighs all new subjects in one pass over the articles that reach their scopes.</summary>
    private void WeighFresh(IBlockFunction function, List<JoinedBlock> blocks)
    {
        var fresh = blocks.SelectMany(block => block.Fresh).ToList();
        if (fresh.Count == 0)
            return;
        var whole = new BlockSubject
        {
            Id = "",
            Scope = "",
            Since = fresh.Exists(entry => entry.Subject.Since is null) ? null : fresh.Min(entry => entry.Subject.Since),
            Until = fresh.Exists(entry => entry.Subject.Until is null) ? null : fresh.Max(entry => entry.Subject.Until),
            Tellers = [],
        };
        var scales = new Scales<(BlockSubject Subject, List<long> Bearing)>(function, entry => entry.Subject);
        foreach (var entry in fresh)
            scales.Add(entry);
        foreach (var chunk in Reached(function, scales.Scopes, whole, null, 0).Chunk(ChunkSize))
        {
            var readings = LoadChunk(chunk);
            for (var at = 0; at < readings.Length; at++)
                readings[at] = Corrected(readings[at]);
            var borne = new List<(BlockSubject Subject, List<long> Bearing)>[chunk.Length];
            Parallel.For(0, chunk.Length, at => borne[at] = scales.Weigh(readings[at]));
            for (var at = 0; at < chunk.Length; at++)
                foreach (var entry in borne[at])
                    entry.Bearing.Add(chunk[at]);
        }
    }

    private void Keep(IBlockFunction function, JoinedBlock block, long seen)
    {
        var names = block.Subjects.Select(subject => subject.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var gone in block.Kept.Values.Where(kept => !names.Contains(kept.Subject.Id)))
            Delete(gone.Id);
        var fresh = block.Fresh.ToDictionary(entry => entry.Subject.Id, entry => entry.Bearing, StringComparer.Ordinal);
        foreach (var subject in block.Subjects)
        {
            if (block.Kept.TryGetValue(subject.Id, out var kept) && !fresh.ContainsKey(subject.Id) && Same(kept.Subject, subject))
                continue;
            var id = Put(block.Id, subject);
            if (!fresh.TryGetValue(subject.Id, out var bearing))
                continue;
            _database.Run("DELETE FROM bearing WHERE subject = @id", ("@id", id));
            _database.Run("DELETE FROM subject_scope WHERE subject = @id", ("@id", id));
            _database.RunMany(
                "INSERT INTO subject_scope (scope, subject) VALUES (@scope, @subject)",
                ["@scope", "@subject"],
                function.ScopesOf(subject).Distinct(StringComparer.Ordinal).Select(scope => new object?[] { scope, id })
            );
            _database.RunMany(
                // An article that changed meanwhile was looked at again: then it is among the late ones below, or bears no more.
                "INSERT INTO bearing (article, subject) SELECT a.seq, s.id FROM article a, subject s WHERE a.seq = @article AND s.id = @subject AND EXISTS (SELECT 1 FROM reach r WHERE r.derivation = @name AND r.article = @article AND r.seen <= @seen)",
                ["@article", "@subject", "@name", "@seen"],
                bearing.Select(article => new object?[] { article, id, function.Name, seen })
            );
            // What others added meanwhile was weighed against the subjects that were kept then, not against this one.
            foreach (var late in Reached(function, function.ScopesOf(subject), subject, null, seen))
                if (Load(late) is { } reading && function.Bears(subject, Corrected(reading)))
                    Bear(late, id);
        }
        _database.Run("UPDATE block SET made = @changed WHERE id = @id", ("@changed", block.Changed), ("@id", block.Id));
    }

    private long Put(long block, BlockSubject subject) =>
        _database
            .Number(
                "INSERT INTO subject (block, name, scope, since, until, tellers, body, changed, made) VALUES (@block, @name, @scope, @since, @until, @tellers, @body, 1, 0) ON CONFLICT (block, name) DO UPDATE SET scope = excluded.scope, since = excluded.since, until = excluded.until, tellers = excluded.tellers, body = excluded.body, changed = subject.changed + 1 RETURNING id",
                ("@block", block),
                ("@name", subject.Id),
                ("@scope", subject.Scope),
                ("@since", subject.Since),
                ("@until", subject.Until),
                ("@tellers", string.Join(' ', subject.Tellers)),
                ("@body", subject.Body)
            )!
            .Value;

    private void Delete(long subject)
    {
        _database.Run("DELETE FROM derived WHERE subject = @id", ("@id", subject));
        _database.Run("DELETE FROM bearing WHERE subject = @id", ("@id", subject));
        _database.Run("DELETE FROM subject_scope WHERE subject = @id", ("@id", subject));
        _database.Run("DELETE FROM subject WHERE id = @id", ("@id", subject));
    }

    /// <summary>Assesses the next subjects that something changed for; false when there are none.</summary>
    private bool AssessStale(IBlockFunction function)
    {
        var stale = _database.Rows(
            "SELECT s.id, s.name, s.scope, s.since, s.until, s.tellers, s.body, s.changed, b.key FROM subject s JOIN block b ON b.id = s.block WHERE s.changed <> s.made AND b.derivation = @name ORDER BY s.id LIMIT @most",
            row => (Kept: SubjectOf(row), Key: row.GetString(8)),
            ("@name", function.Name),
            ("@most", (long)MadeAtOnce)
        );
        if (stale.Count == 0)
            return false;
        var joins = Joins();
        var made = stale.ConvertAll(entry =>
        {
            var subject = entry.Kept.Subject;
            var seqs = subject.Tellers.Select(SeqOf).OfType<long>().Concat(Bearing(entry.Kept.Id)).Distinct().ToList();
            var involved = ReadingOrder.Sort(Load(seqs));
            return (entry.Kept, Rows: function.Assess(entry.Key, subject, involved, Context(joins, involved)));
        });
        _database.Write(() =>
        {
            foreach (var (kept, rows) in made)
                if (_database.Number("SELECT changed FROM subject WHERE id = @id", ("@id", kept.Id)) == kept.Changed)
                {
                    Put(function, kept.Id, rows);
                    _database.Run("UPDATE subject SET made = @changed WHERE id = @id", ("@changed", kept.Changed), ("@id", kept.Id));
                }
        });
        return true;
    }

    private void Put(IBlockFunction function, long subject, ImmutableArray<DerivedRow> rows)
    {
        _database.Run("DELETE FROM derived WHERE subject = @id", ("@id", subject));
        Insert(function, subject, rows);
    }

    private void Insert(IBlockFunction function, long subject, ImmutableArray<DerivedRow> rows) =>
        _database.RunMany(
            "INSERT INTO derived (subject, derivation, kind, id, party, topic, day, state, rank, body) VALUES (@subject, @derivation, @kind, @id, @party, @topic, @day, @state, @rank, @body)",
            ["@subject", "@derivation", "@kind", "@id", "@party", "@topic", "@day", "@state", "@rank", "@body"],
            rows.Select(row =>
                new object?[] { subject, function.Name, row.Kind, row.Id, row.Party, row.Topic, row.Day, row.State, row.Rank, row.Body }
            )
        );

    private List<KeptSubject> Subjects(long block) =>
        _database.Rows(
            "SELECT id, name, scope, since, until, tellers, body, changed FROM subject WHERE block = @block ORDER BY name",
            SubjectOf,
            ("@block", block)
        );

    private List<KeptSubject> SubjectsIn(IBlockFunction function, string scope) =>
        _database.Rows(
            "SELECT s.id, s.name, s.scope, s.since, s.until, s.tellers, s.body, s.changed FROM subject_scope x JOIN subject s ON s.id = x.subject JOIN block b ON b.id = s.block WHERE b.derivation = @name AND x.scope = @scope ORDER BY s.id",
            SubjectOf,
            ("@name", function.Name),
            ("@scope", scope)
        );

    private static KeptSubject SubjectOf(DbDataReader row) =>
        new(
            row.GetInt64(0),
            new BlockSubject
            {
                Id = row.GetString(1),
                Scope = row.GetString(2),
                Since = SqlDatabase.TextAt(row, 3),
                Until = SqlDatabase.TextAt(row, 4),
                Tellers = [.. row.GetString(5).Split(' ', StringSplitOptions.RemoveEmptyEntries)],
                Body = row.GetString(6),
            },
            row.GetInt64(7)
        );

    private static bool Same(BlockSubject a, BlockSubject b) => SameScope(a, b) && a.Body == b.Body && a.Tellers.SequenceEqual(b.Tellers);

    /// <summary>The subjects that are kept, read as articles reach their scopes.</summary>
    private sealed class SubjectsAtHand(SqlLedger ledger, IBlockFunction function)
    {
        private readonly HashSet<string> _scopes = new(StringComparer.Ordinal);
        private readonly HashSet<long> _subjects = [];
        private readonly Scales<KeptSubject> _scales = new(function, kept => kept.Subject);

        /// <summary>The ids of the subjects that each article bears on.</summary>
        public Dictionary<string, List<long>> Weigh(IReadOnlyCollection<Reading> readings)
        {
            foreach (var scope in readings.SelectMany(function.Scopes).Where(_scopes.Add))
            foreach (var subject in ledger.SubjectsIn(function, scope))
                if (_subjects.Add(subject.Id))
                    _scales.Add(subject);
            return readings
                .AsParallel()
                .Select(reading => (reading.Article.Id, Borne: _scales.Weigh(reading).ConvertAll(kept => kept.Id)))
                .ToDictionary(pair => pair.Id, pair => pair.Borne, StringComparer.Ordinal);
        }
    }

    /// <summary>A block as it was just joined.</summary>
    private sealed class JoinedBlock(long id, long changed, ImmutableArray<BlockSubject> subjects, Dictionary<string, KeptSubject> kept)
    {
        public long Id { get; } = id;

        public long Changed { get; } = changed;

        public ImmutableArray<BlockSubject> Subjects { get; } = subjects;

        public Dictionary<string, KeptSubject> Kept { get; } = kept;

        /// <summary>Subjects that no article was weighed against yet, with the articles that bear on them.</summary>
        public List<(BlockSubject Subject, List<long> Bearing)> Fresh { get; } =
        [
            .. subjects
                .Where(subject => !kept.TryGetValue(subject.Id, out var known) || !SameScope(known.Subject, subject))
                .Select(subject => (subject, new List<long>())),
        ];
    }
}
