using System.Collections.Frozen;
using Parley.Ledger.Origins;
using Parley.Records;

namespace Parley.Stores;

/// <summary>
/// Which articles are copies of which. The sketch of each article is kept with its keys; when one comes or goes, only those that share keys with
/// it are compared, and the chains of copies that this changes are resolved anew.
/// </summary>
public abstract partial class SqlLedger
{
    private const string CopyDerivation = "copies";

    /// <summary>Brings the links between copies up to date.</summary>
    private void LinkCopies()
    {
        while (LinkSome()) { }
    }

    private bool LinkSome()
    {
        var seen = _database.Number("SELECT seen FROM derivation WHERE name = @name", ("@name", CopyDerivation)) ?? 0;
        var articles = Changed(seen);
        if (articles.Count == 0)
            return false;
        var inForce = InForceOf(articles.Select(change => change.Article));
        var sketches = new Dictionary<string, ArticleSketch>(StringComparer.Ordinal);
        foreach (var reading in Load(Unsketched(inForce.Values), corrected: false))
            sketches[reading.Article.Id] = ArticleSketch.Of(reading.Article);
        return _database.Write(() =>
        {
            if ((_database.Number("SELECT seen FROM derivation WHERE name = @name", ("@name", CopyDerivation)) ?? 0) != seen)
                return true;
            foreach (var (article, _) in articles)
                if (SeqOf(article) is { } seq)
                    Link(article, seq, inForce.ContainsKey(article), sketches.GetValueOrDefault(article));
            _database.Run(
                "INSERT INTO derivation (name, version, seen, joined) VALUES (@name, '1', @seen, 0) ON CONFLICT (name) DO UPDATE SET seen = excluded.seen",
                ("@name", CopyDerivation),
                ("@seen", articles.Max(change => change.Number))
            );
            return true;
        });
    }

    private List<long> Unsketched(IEnumerable<long> seqs) =>
        [.. seqs.Where(seq => _database.Number("SELECT 1 FROM sketch WHERE article = @seq", ("@seq", seq)) is null)];

    /// <summary>Puts an article in, or takes it out, and looks again at those that are like it.</summary>
    private void Link(string article, long seq, bool isInForce, ArticleSketch? sketch)
    {
        var isKnown = OriginAt(seq) is not null;
        if (isInForce == isKnown)
            return;
        sketch ??= SketchOf(article, seq) ?? throw Damaged(seq);
        if (isInForce)
            Put(seq, sketch);
        var like = Alike(sketch, seq);
        if (!isInForce)
            Drop(seq, sketch);
        var changed = new HashSet<string>(StringComparer.Ordinal);
        if (isInForce)
            Relink(sketch, seq, like, changed);
        else
            changed.UnionWith(CopiesOf(article));
        // Another is looked at again only where this one makes, or made, a difference to it.
        foreach (var (other, otherSeq) in like)
            if (other.ArticleId != article && IsFrom(other, sketch))
                Relink(other, otherSeq, Alike(other, otherSeq), changed);
        foreach (var chain in changed.Select(RootOf).ToHashSet(StringComparer.Ordinal).Order(StringComparer.Ordinal))
            Resolve(chain);
    }

    private static bool IsFrom(ArticleSketch article, ArticleSketch other)
    {
        var link = CopyFinder.Find(article, [other]);
        return link.CopyOf is not null || !link.DrawsOn.IsEmpty;
    }

    private void Put(long seq, ArticleSketch sketch)
    {
        KeepSketch(seq, sketch);
        _database.Run(
            $"INSERT INTO sketch_key (key, article) SELECT k.value, @article FROM {_database.Listed("@keys")} k",
            ("@keys", SqlDatabase.List(sketch.Keys)),
            ("@article", seq)
        );
    }

    /// <summary>Keeps what is compared of an article, before it is linked: to make it anew takes the whole reading.</summary>
    private void KeepSketch(long seq, ArticleSketch sketch) =>
        _database.Run(
            "INSERT INTO sketch (article, body) VALUES (@article, @body) ON CONFLICT (article) DO NOTHING",
            ("@article", seq),
            ("@body", sketch.ToBytes())
        );

    private void Drop(long seq, ArticleSketch sketch)
    {
        // The keys are found by themselves alone, so they are named.
        _database.Run(
            $"DELETE FROM sketch_key WHERE article = @seq AND key IN (SELECT value FROM {_database.Listed("@keys")} k)",
            ("@seq", seq),
            ("@keys", SqlDatabase.List(sketch.Keys))
        );
        _database.Run("DELETE FROM sketch WHERE article = @seq", ("@seq", seq));
        _database.Run("DELETE FROM origin WHERE article = @seq", ("@seq", seq));
    }

    /// <summary>Those that share enough keys with an article, itself among them.</summary>
    private List<(ArticleSketch Sketch, long Seq)> Alike(ArticleSketch sketch, long seq) =>
        [
            .. _database
                .Rows(
                    $"SELECT s.article, a.id FROM (SELECT o.article, COUNT(*) AS shared FROM {_database.Listed("@keys")} k CROSS JOIN sketch_key o WHERE o.key = k.value GROUP BY o.article HAVING COUNT(*) >= @least) s JOIN article a ON a.seq = s.article ORDER BY s.shared DESC, a.id LIMIT @most",
                    row => (Seq: row.GetInt64(0), Id: row.GetString(1)),
                    ("@keys", SqlDatabase.List(sketch.Keys)),
                    ("@least", (long)sketch.LeastKeys),
                    ("@most", (long)SketchIndex.MostCandidates)
                )
                .Select(other => (other.Seq == seq ? sketch : SketchOf(other.Id, other.Seq)!, other.Seq)),
        ];

    private ArticleSketch? SketchOf(string article, long seq) =>
        _database.Rows("SELECT body FROM sketch WHERE article = @seq", row => (byte[])row.GetValue(0), ("@seq", seq)) is [var body]
            ? ArticleSketch.Read(article, body)
            : null;

    /// <summary>Writes down what an article has from others; it is added to <paramref name="changed"/> where that is new.</summary>
    private void Relink(ArticleSketch sketch, long seq, List<(ArticleSketch Sketch, long Seq)> like, HashSet<string> changed)
    {
        var link = CopyFinder.Find(sketch, like.Select(other => other.Sketch));
        var drawsOn = string.Join(' ', link.DrawsOn);
        var before = OriginAt(seq);
        if (
            before is { } known
            && known.CopyOf == link.CopyOf
            && string.Join(' ', known.DrawsOn) == drawsOn
            && known.Shared.Equals(link.Shared)
        )
            return;
        if (before is { } old)
            changed.UnionWith(CopiesOf(old.Root).Append(old.Root));
        _database.Run(
            "INSERT INTO origin (article, copy_of, shared, draws_on, root, key, basis) VALUES (@article, @copy, @shared, @draws, '', '', 'Outlet') ON CONFLICT (article) DO UPDATE SET copy_of = excluded.copy_of, shared = excluded.shared, draws_on = excluded.draws_on",
            ("@article", seq),
            ("@copy", link.CopyOf),
            ("@shared", link.Shared),
            ("@draws", drawsOn)
        );
        changed.Add(sketch.ArticleId);
    }

    private List<string> CopiesOf(string article) =>
        _database.Rows(
            "SELECT a.id FROM origin o JOIN article a ON a.seq = o.article WHERE o.copy_of = @id",
            row => row.GetString(0),
            ("@id", article)
        );

    /// <summary>The first article of the chain of copies that an article stands in.</summary>
    private string RootOf(string article)
    {
        while (
            _database.Text(
                "SELECT o.copy_of FROM origin o JOIN article a ON a.seq = o.article WHERE a.id = @id AND EXISTS (SELECT 1 FROM origin x JOIN article y ON y.seq = x.article WHERE y.id = o.copy_of)",
                ("@id", article)
            )
                is { } original
        )
            article = original;
        return article;
    }

    /// <summary>Tells the origins of all articles of a chain; those for which it is new are touched.</summary>
    private void Resolve(string root)
    {
        var chain = new List<(string Id, long Seq)>();
        var open = new Queue<string>([root]);
        while (open.TryDequeue(out var id))
        {
            if (SeqOf(id) is not { } seq || OriginAt(seq) is null)
                continue;
            chain.Add((id, seq));
            foreach (var copy in CopiesOf(id))
                open.Enqueue(copy);
        }
        var links = chain.ConvertAll(entry =>
        {
            var known = OriginAt(entry.Seq)!;
            return (SketchOf(entry.Id, entry.Seq)!, new CopyLink(entry.Id, known.CopyOf, known.Shared, known.DrawsOn));
        });
        var origins = OriginFinder.Resolve(links);
        foreach (var (id, seq) in chain)
        {
            var (origin, before) = (origins[id], OriginAt(seq)!);
            if (before.Root == origin.Root && before.Key == origin.Key && before.Basis == origin.Basis)
                continue;
            var isFirst = before.Root.Length == 0;
            _database.Run(
                "UPDATE origin SET root = @root, key = @key, basis = @basis WHERE article = @seq",
                ("@root", origin.Root),
                ("@key", origin.Key),
                ("@basis", origin.Basis.ToString()),
                ("@seq", seq)
            );
            // A new article is looked at anyhow.
            if (!isFirst)
                Touch(id);
        }
    }

    private ArticleOrigin? OriginAt(long seq) =>
        _database
            .Rows(
                "SELECT a.id, o.key, o.copy_of, o.shared, o.draws_on, o.root, o.basis FROM origin o JOIN article a ON a.seq = o.article WHERE o.article = @seq",
                row => new ArticleOrigin(row.GetString(0), row.GetString(1), SqlDatabase.TextAt(row, 2), row.GetDouble(3))
                {
                    DrawsOn = [.. row.GetString(4).Split(' ', StringSplitOptions.RemoveEmptyEntries)],
                    Root = row.GetString(5),
                    Basis = Enum.Parse<OriginBasis>(row.GetString(6)),
                },
                ("@seq", seq)
            )
            .FirstOrDefault();

    /// <summary>The origins of articles that are in force.</summary>
    private FrozenDictionary<string, ArticleOrigin> OriginsOf(IEnumerable<string> articles)
    {
        var origins = new Dictionary<string, ArticleOrigin>(StringComparer.Ordinal);
        foreach (var article in articles)
            origins[article] =
                SeqOf(article) is { } seq && OriginAt(seq) is { } known ? known : new ArticleOrigin(article, article, null, 0);
        return origins.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
