using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Parley.Corrections;
using Parley.Ledger;
using Parley.Ledger.Origins;
using Parley.Records;

namespace Parley.Stores;

/// <summary>A ledger in a database. What it writes it writes in one transaction, so that a process that ends at any moment leaves all or nothing of it.</summary>
public abstract partial class SqlLedger : ILedger
{
    private readonly SqlDatabase _database;

    /// <summary>Takes a database, whose tables are made, or brought to this version, where they are not.</summary>
    private protected SqlLedger(SqlDatabase database)
    {
        _database = database;
        try
        {
            SqlMigrations.Run(database, this);
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public Kept Keep(Reading reading, LedgerRun run, Note note, SourceDocument? document = null) =>
        KeepAll([Prepare(reading, run, document)], note)[0];

    /// <inheritdoc/>
    public ReadyReading Prepare(Reading reading, LedgerRun run, SourceDocument? document = null) =>
        new(reading, run, document)
        {
            Body = ImmutableCollectionsMarshal.AsImmutableArray(ReadingBody.Pack(reading)),
            Sketch = ArticleSketch.Of(reading.Article),
        };

    /// <inheritdoc/>
    public ImmutableArray<Kept> KeepAll(IReadOnlyList<ReadyReading> readings, Note note)
    {
        // Outside the transaction, which others wait for.
        var ready = readings
            .Select(reading => reading.Sketch is null ? Prepare(reading.Reading, reading.Run, reading.Document) : reading)
            .ToList();
        return _database.Write(() => ready.Select(reading => Keep(reading, note)).ToImmutableArray());
    }

    /// <inheritdoc/>
    public bool Holds(string articleId) =>
        _database.Number("SELECT 1 FROM article WHERE id = @id AND removed_at IS NULL", ("@id", articleId)) is not null;

    /// <inheritdoc/>
    public Note? Removal(string articleId) =>
        _database
            .Rows(
                "SELECT removed_by, removed_at, removed_why FROM article WHERE id = @id AND removed_at IS NOT NULL",
                row => new Note(row.GetString(0), Instant.Read(row.GetString(1)), row.GetString(2)),
                ("@id", articleId)
            )
            .FirstOrDefault();

    /// <inheritdoc/>
    public bool Remove(string articleId, Note note) =>
        _database.Write(() =>
        {
            if (SeqOf(articleId) is not { } seq || IsRemoved(seq))
                return false;
            Unindex(seq);
            _database.Run(
                "UPDATE article SET removed_at = @at, removed_by = @by, removed_why = @why WHERE seq = @seq",
                ("@at", Instant.Of(note.At)),
                ("@by", note.By),
                ("@why", note.Why),
                ("@seq", seq)
            );
            ChainVersions(_database.Text("SELECT address FROM article WHERE seq = @seq", ("@seq", seq)));
            Tell(articleId, "removed", note);
            return true;
        });

    /// <inheritdoc/>
    public ImmutableArray<string> IdsThatBegin(string prefix, int most = 2) =>
        [
            .. _database.Rows(
                "SELECT id FROM article WHERE id >= @prefix AND id < @after ORDER BY id LIMIT @most",
                row => row.GetString(0),
                ("@prefix", prefix),
                ("@after", prefix + '~'),
                ("@most", (long)most)
            ),
        ];

    /// <inheritdoc/>
    public ImmutableArray<RecordChange> VersionChanges(string articleId) =>
        [
            .. _database.Rows(
                "SELECT v.is_gone, v.kind, v.record, v.words FROM version_change v JOIN article a ON a.seq = v.article WHERE a.id = @id ORDER BY v.number",
                row => new RecordChange(
                    row.GetInt64(0) != 0,
                    Enum.Parse<RecordKind>(row.GetString(1), ignoreCase: true),
                    row.GetString(2),
                    row.GetString(3)
                ),
                ("@id", articleId)
            ),
        ];

    /// <inheritdoc/>
    public long LastNumber() => _database.Number("SELECT MAX(number) FROM history") ?? 0;

    /// <inheritdoc/>
    public DateTimeOffset? LastEntry() =>
        _database.Text("SELECT at_time FROM history ORDER BY number DESC LIMIT 1") is { } at ? Instant.Read(at) : null;

    /// <inheritdoc/>
    public ImmutableArray<HistoryEntry> History(string? articleId = null, long after = 0, int? most = null) =>
        [
            .. _database.Rows(
                $"SELECT number, article, what, at_time, by_whom, why FROM history WHERE number > @after {(articleId is null ? "" : "AND article = @id ")}ORDER BY number{(most is { } limit ? $" LIMIT {limit.ToString(System.Globalization.CultureInfo.InvariantCulture)}" : "")}",
                row => new HistoryEntry(
                    row.GetInt64(0),
                    row.GetString(1),
                    row.GetString(2),
                    new Note(row.GetString(4), Instant.Read(row.GetString(3)), row.GetString(5))
                ),
                articleId is null ? [("@after", after)] : [("@after", after), ("@id", articleId)]
            ),
        ];

    /// <summary>Lets an SQLite file have no more pages.</summary>
    private protected void Limit(int pages) =>
        _database.Plain($"PRAGMA max_page_count = {pages.ToString(System.Globalization.CultureInfo.InvariantCulture)}");

    /// <summary>Copies an SQLite file as it stands, others' writes meanwhile left out.</summary>
    private protected void Copy(string file) => _database.Plain($"VACUUM INTO '{file.Replace("'", "''", StringComparison.Ordinal)}'");

    /// <summary>Closes the ledger.</summary>
    public void Dispose()
    {
        _database.Dispose();
        GC.SuppressFinalize(this);
    }

    private Kept Keep(ReadyReading ready, Note note)
    {
        var (reading, run, document) = ready;
        var (id, body) = (reading.Article.Id, ImmutableCollectionsMarshal.AsArray(ready.Body)!);
        if (SeqOf(id) is { } seq)
            return KeepAgain(seq, reading, body, run, note);
        var address = ArticleAddress.Of(reading.Article);
        var before = address is null ? null : Newest(address);
        seq = Insert(reading, address, run, note, document);
        KeepBody(seq, body, run, note);
        KeepSketch(seq, ready.Sketch!);
        Index(seq, reading);
        ChainVersions(address);
        Tell(id, before is null ? "added" : "version", note);
        if (before is null)
            return new Kept(KeptAs.Added, []);
        var changes = Load(before.Value) is { } older ? VersionComparison.Compare(older, reading) : [];
        _database.RunMany(
            "INSERT INTO version_change (article, number, is_gone, kind, record, words) VALUES (@article, @number, @gone, @kind, @record, @words)",
            ["@article", "@number", "@gone", "@kind", "@record", "@words"],
            changes.Select(
                (change, at) =>
                    new object?[] { seq, (long)at, change.IsGone ? 1L : 0L, CorrectionJson.Spell(change.Kind), change.Id, change.Words }
            )
        );
        return new Kept(KeptAs.Version, changes);
    }

    private Kept KeepAgain(long seq, Reading reading, byte[] body, LedgerRun run, Note note)
    {
        var isRemoved = IsRemoved(seq);
        var isSameRun = _database.Text("SELECT run FROM article WHERE seq = @seq", ("@seq", seq)) == run.Id;
        if (!isRemoved && isSameRun)
            return new Kept(KeptAs.Present, []);
        if (!isRemoved)
            Unindex(seq);
        if (!isSameRun)
            KeepBody(seq, body, run, note);
        _database.Run(
            "UPDATE article SET run = @run, removed_at = NULL, removed_by = NULL, removed_why = NULL WHERE seq = @seq",
            ("@run", run.Id),
            ("@seq", seq)
        );
        Index(seq, isSameRun ? Load(seq) ?? reading : reading);
        ChainVersions(ArticleAddress.Of(reading.Article));
        var kept = isRemoved ? KeptAs.Restored : KeptAs.ReadAnew;
        Tell(reading.Article.Id, isRemoved ? "restored" : "read-anew", note);
        return new Kept(kept, []);
    }

    private long Insert(Reading reading, string? address, LedgerRun run, Note note, SourceDocument? document)
    {
        var article = reading.Article;
        return _database
            .Number(
                "INSERT INTO article (id, address, source, url, publisher, title, published, day, added_at, added_by, run, document) VALUES (@id, @address, @source, @url, @publisher, @title, @published, @day, @at, @by, @run, @document) RETURNING seq",
                ("@id", article.Id),
                ("@address", address),
                ("@source", article.Source),
                ("@url", article.Url),
                ("@publisher", article.Publisher),
                ("@title", article.Title),
                ("@published", article.Published),
                ("@day", ReadingOrder.Day(reading)),
                ("@at", Instant.Of(note.At)),
                ("@by", note.By),
                ("@run", run.Id),
                ("@document", document is null ? null : DocumentJson.Write(document))
            )!
            .Value;
    }

    private void KeepBody(long seq, byte[] body, LedgerRun run, Note note)
    {
        _database.Run(
            "INSERT INTO run (id, model, rules) VALUES (@id, @model, @rules) ON CONFLICT (id) DO NOTHING",
            ("@id", run.Id),
            ("@model", run.Model),
            ("@rules", run.Rules)
        );
        _database.Run(
            "INSERT INTO reading (article, run, made_at, body) VALUES (@article, @run, @at, @body) ON CONFLICT (article, run) DO NOTHING",
            ("@article", seq),
            ("@run", run.Id),
            ("@at", Instant.Of(note.At)),
            ("@body", body)
        );
    }

    /// <summary>Writes what is looked up of a reading.</summary>
    private void Index(long seq, Reading reading)
    {
        var corrected = Corrected(reading);
        (string, object?)[] text =
        [
            ("@seq", seq),
            ("@title", reading.Article.Title),
            ("@text", reading.Article.Text.Replace('\0', ' ')),
            ("@names", RecordRows.NamesOf(corrected)),
            ("@topics", RecordRows.TopicsOf(corrected)),
        ];
        _database.Run(
            "INSERT INTO article_text (seq, title, text, names, topics) VALUES (@seq, @title, @text, @names, @topics) ON CONFLICT (seq) DO UPDATE SET names = excluded.names, topics = excluded.topics",
            text
        );
        _database.IndexText(seq);
        _database.RunMany(RecordRows.Insert, RecordRows.Names, RecordRows.Of(seq, corrected));
        CountRecords(seq, 1);
    }

    private void Unindex(long seq)
    {
        _database.UnindexText(seq);
        CountRecords(seq, -1);
        _database.Run("DELETE FROM record WHERE article = @seq", ("@seq", seq));
    }

    /// <summary>Counts the records of an article in, or out, where no newer version of it came.</summary>
    private void CountRecords(long seq, long by) =>
        _database.Run(
            "INSERT INTO record_count (kind, number) SELECT r.kind, @by * COUNT(*) FROM record r JOIN article a ON a.seq = r.article WHERE r.article = @seq AND a.next IS NULL GROUP BY r.kind ON CONFLICT (kind) DO UPDATE SET number = record_count.number + excluded.number",
            ("@by", by),
            ("@seq", seq)
        );

    /// <summary>Tells of each version at an address which one comes after it.</summary>
    private void ChainVersions(string? address)
    {
        if (address is null)
            return;
        var versions = _database.Rows(
            "SELECT seq, id, day, next, next_day FROM article WHERE address = @address AND removed_at IS NULL ORDER BY COALESCE(published, ''), added_at, id",
            row =>
                (
                    Seq: row.GetInt64(0),
                    Id: row.GetString(1),
                    Day: SqlDatabase.TextAt(row, 2),
                    Next: SqlDatabase.TextAt(row, 3),
                    NextDay: SqlDatabase.TextAt(row, 4)
                ),
            ("@address", address)
        );
        for (var at = 0; at < versions.Count; at++)
        {
            var (next, day) = at + 1 < versions.Count ? (versions[at + 1].Id, versions[at + 1].Day) : (null, null);
            if (next == versions[at].Next && day == versions[at].NextDay)
                continue;
            CountRecords(versions[at].Seq, -1);
            _database.Run(
                "UPDATE article SET next = @next, next_day = @day WHERE seq = @seq",
                ("@next", next),
                ("@day", day),
                ("@seq", versions[at].Seq)
            );
            CountRecords(versions[at].Seq, 1);
            // Results that were made of it have to be made anew.
            Touch(versions[at].Id);
        }
    }

    private long? Newest(string address) =>
        _database.Number(
            "SELECT seq FROM article WHERE address = @address AND removed_at IS NULL AND next IS NULL ORDER BY seq",
            ("@address", address)
        );

    private long? SeqOf(string articleId) => _database.Number("SELECT seq FROM article WHERE id = @id", ("@id", articleId));

    private bool IsRemoved(long seq) =>
        _database.Number("SELECT 1 FROM article WHERE seq = @seq AND removed_at IS NOT NULL", ("@seq", seq)) is not null;

    /// <summary>Says that results in which an article has a part are to be made anew.</summary>
    private void Touch(string article) => _database.Run("INSERT INTO change (article) VALUES (@article)", ("@article", article));

    private void Tell(string article, string what, Note note)
    {
        Touch(article);
        _database.Run(
            "INSERT INTO history (article, what, at_time, by_whom, why) VALUES (@article, @what, @at, @by, @why)",
            ("@article", article),
            ("@what", what),
            ("@at", Instant.Of(note.At)),
            ("@by", note.By),
            ("@why", note.Why)
        );
    }
}
