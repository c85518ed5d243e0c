using System.Collections.Immutable;
using System.Globalization;
using Parley.Corrections;
using Parley.Ledger;
using Parley.Records;

namespace Parley.Stores;

public abstract partial class SqlLedger
{
    /// <summary>Readings that are unpacked together, on all cores.</summary>
    private const int ChunkSize = 64;

    private (long Log, ImmutableArray<Correction> InForce, ILookup<string, Correction> ByArticle)? _corrections;

    /// <inheritdoc/>
    public Reading? Find(string articleId) => SeqOf(articleId) is { } seq && Load(seq) is { } reading ? Corrected(reading) : null;

    /// <inheritdoc/>
    public Reading? FindUncorrected(string articleId) => SeqOf(articleId) is { } seq ? Load(seq) : null;

    /// <inheritdoc/>
    public SourceDocument? Document(string articleId) =>
        FindUncorrected(articleId) is not { } reading ? null
        : _database.Text("SELECT document FROM article WHERE id = @id", ("@id", articleId)) is { } json
            ? DocumentJson.Read(json, reading.Article.Text)
        : Documents.Of(reading.Article);

    /// <inheritdoc/>
    public IEnumerable<Reading> Readings(ReadingQuery query)
    {
        var (conditions, values) = Conditions(query);
        var seqs = _database.Rows($"SELECT seq FROM article a WHERE {conditions} {Order(query)}", row => row.GetInt64(0), values);
        if (query.Newest is not null)
            seqs.Reverse();
        return Load(seqs, !query.Uncorrected);
    }

    /// <inheritdoc/>
    public int Count(ReadingQuery query)
    {
        if (query with { Newest = null } == ReadingQuery.All)
            return (int)(
                _database.Number("SELECT COUNT(*) FROM article")!.Value
                - _database.Number($"SELECT COUNT(*) FROM article WHERE {Gone}")!.Value
            );
        var (conditions, values) = Conditions(query);
        return (int)_database.Number($"SELECT COUNT(*) FROM article a WHERE {conditions}", values)!.Value;
    }

    /// <summary>Holds for articles that do not count: removed, or a newer version came. It is spelled as its index has it.</summary>
    private const string Gone = "removed_at IS NOT NULL OR next IS NOT NULL";

    /// <summary>The order of a ledger; where only the newest are wanted, they come the other way round.</summary>
    private static string Order(ReadingQuery query) =>
        query.Newest is { } most
            ? $"ORDER BY COALESCE(day, '9999') DESC, COALESCE(published, '') DESC, id DESC LIMIT {Math.Max(0, most).ToString(CultureInfo.InvariantCulture)}"
            : "ORDER BY COALESCE(day, '9999'), COALESCE(published, ''), id";

    /// <inheritdoc/>
    public ImmutableArray<ArticleEntry> Articles(ReadingQuery query, bool all = false)
    {
        if (!_database.IsReadOnly)
            LinkCopies();
        var (conditions, values) = all ? ("1 = 1", []) : Conditions(query);
        if (all)
            query = ReadingQuery.All;
        var rows = _database.Rows(
            $"SELECT id, source, url, publisher, title, published, added_at, run, next, removed_at, removed_by, removed_why, o.copy_of FROM article a LEFT JOIN origin o ON o.article = a.seq WHERE {conditions} {Order(query)}",
            row => new ArticleEntry
            {
                Id = row.GetString(0),
                Source = SqlDatabase.TextAt(row, 1),
                Url = SqlDatabase.TextAt(row, 2),
                Publisher = SqlDatabase.TextAt(row, 3),
                Title = SqlDatabase.TextAt(row, 4),
                Published = SqlDatabase.TextAt(row, 5),
                AddedAt = row.GetString(6),
                Run = row.GetString(7),
                NextVersion = SqlDatabase.TextAt(row, 8),
                CopyOf = SqlDatabase.TextAt(row, 12),
                Removed = row.IsDBNull(9) ? null : new Note(row.GetString(10), Instant.Read(row.GetString(9)), row.GetString(11)),
            },
            values
        );
        if (query.Newest is not null)
            rows.Reverse();
        return [.. rows];
    }

    private static (string Conditions, (string, object?)[] Values) Conditions(ReadingQuery query)
    {
        var conditions = new List<string> { "a.removed_at IS NULL" };
        var values = new List<(string, object?)>();
        if (query.AsOf is { } asOf)
        {
            conditions.Add("a.day <= @asof AND (a.next IS NULL OR a.next_day > @asof)");
            values.Add(("@asof", asOf));
        }
        else
            conditions.Add("a.next IS NULL");
        if (query.From is { } from)
        {
            conditions.Add("a.day >= @from");
            values.Add(("@from", from));
        }
        if (query.Until is { } until)
        {
            conditions.Add("a.day <= @until");
            values.Add(("@until", until));
        }
        if (query.Side is { } side)
        {
            conditions.Add(
                "EXISTS (SELECT 1 FROM record r WHERE r.article = a.seq AND r.kind = 'actor' AND (r.party = @side OR r.party >= @below AND r.party < @above))"
            );
            values.Add(("@side", side));
            values.Add(("@below", side + "."));
            values.Add(("@above", side + "/"));
        }
        return (string.Join(" AND ", conditions), [.. values]);
    }

    /// <summary>Readings of articles, in the order asked for, some at a time.</summary>
    private IEnumerable<Reading> Load(List<long> seqs, bool corrected = true)
    {
        foreach (var chunk in seqs.Chunk(ChunkSize))
        foreach (var reading in LoadChunk(chunk))
            yield return corrected ? Corrected(reading) : reading;
    }

    private Reading[] LoadChunk(long[] seqs)
    {
        var packed = new (byte[] Body, string Text)[seqs.Length];
        for (var at = 0; at < seqs.Length; at++)
            packed[at] = Packed(seqs[at]) ?? throw Damaged(seqs[at]);
        var readings = new Reading[seqs.Length];
        Parallel.For(0, seqs.Length, at => readings[at] = ReadingBody.Unpack(packed[at].Body, packed[at].Text)!);
        for (var at = 0; at < seqs.Length; at++)
            if (readings[at] is null)
                throw Damaged(seqs[at]);
        return readings;
    }

    /// <summary>The reading in force as the machine made it.</summary>
    private Reading? Load(long seq) =>
        Packed(seq) is { } packed ? ReadingBody.Unpack(packed.Body, packed.Text) ?? throw Damaged(seq) : null;

    private (byte[] Body, string Text)? Packed(long seq)
    {
        var rows = _database.Rows(
            "SELECT r.body, t.text FROM article a JOIN reading r ON r.article = a.seq AND r.run = a.run JOIN article_text t ON t.seq = a.seq WHERE a.seq = @seq",
            row => ((byte[])row.GetValue(0), row.GetString(1)),
            ("@seq", seq)
        );
        return rows.Count > 0 ? rows[0] : null;
    }

    private LedgerException Damaged(long seq) =>
        new(
            LedgerFault.Damaged,
            $"the reading of article {_database.Text("SELECT id FROM article WHERE seq = @seq", ("@seq", seq)) ?? seq.ToString(System.Globalization.CultureInfo.InvariantCulture)} is damaged"
        );

    private Reading Corrected(Reading reading)
    {
        var corrections = InForce().ByArticle[reading.Article.Id];
        return corrections.Any() ? Corrector.Apply(reading, [.. corrections]) : reading;
    }

    /// <summary>The corrections in force, read again when the log has grown.</summary>
    private (long Log, ImmutableArray<Correction> InForce, ILookup<string, Correction> ByArticle) InForce()
    {
        var log = _database.Number("SELECT MAX(number) FROM correction") ?? 0;
        if (_corrections is { } known && known.Log == log)
            return known;
        var inForce = CorrectionLog.InForce(Corrections());
        var byArticle = inForce
            .SelectMany(entry => entry.Targets.Select(target => (target.Article, entry)).DistinctBy(pair => pair.Article))
            .ToLookup(pair => pair.Article, pair => pair.entry, StringComparer.Ordinal);
        _corrections = (log, inForce, byArticle);
        return (log, inForce, byArticle);
    }
}
