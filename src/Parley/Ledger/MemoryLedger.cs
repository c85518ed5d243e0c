using System.Collections.Immutable;
using Parley.Corrections;
using Parley.Ledger.Origins;
using Parley.Records;
using Parley.Sources;

namespace Parley.Ledger;

/// <summary>A ledger that lives as long as the process and keeps no results: the plainest form of the door, by which others are tested. Safe to use from several threads at once.</summary>
public sealed class MemoryLedger : ILedger
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private readonly List<HistoryEntry> _history = [];
    private readonly List<Correction> _log = [];
    private readonly List<SourceNote> _notes = [];

    /// <inheritdoc/>
    public Kept Keep(Reading reading, LedgerRun run, Note note, SourceDocument? document = null)
    {
        lock (_lock)
        {
            var id = reading.Article.Id;
            if (_entries.TryGetValue(id, out var entry))
            {
                var isOld = entry.Readings[^1].Run == run;
                if (!isOld)
                    entry.Readings.Add((run, reading));
                if (entry.Removed is null)
                    return isOld ? new Kept(KeptAs.Present, []) : Write(id, KeptAs.ReadAnew, "read-anew", note, []);
                entry.Removed = null;
                return Write(id, KeptAs.Restored, "restored", note, []);
            }
            var before = ArticleAddress.Of(reading.Article) is { } address ? Versions(address).LastOrDefault() : null;
            entry = new Entry(note, document, [(run, reading)]);
            _entries.Add(id, entry);
            if (before is null)
                return Write(id, KeptAs.Added, "added", note, []);
            entry.Changes = VersionComparison.Compare(before.Reading, reading);
            return Write(id, KeptAs.Version, "version", note, entry.Changes);
        }
    }

    /// <inheritdoc/>
    public ReadyReading Prepare(Reading reading, LedgerRun run, SourceDocument? document = null) => new(reading, run, document);

    /// <inheritdoc/>
    public ImmutableArray<Kept> KeepAll(IReadOnlyList<ReadyReading> readings, Note note)
    {
        lock (_lock)
            return [.. readings.Select(ready => Keep(ready.Reading, ready.Run, note, ready.Document))];
    }

    /// <inheritdoc/>
    public bool Holds(string articleId)
    {
        lock (_lock)
            return _entries.TryGetValue(articleId, out var entry) && entry.Removed is null;
    }

    /// <inheritdoc/>
    public Note? Removal(string articleId)
    {
        lock (_lock)
            return _entries.GetValueOrDefault(articleId)?.Removed;
    }

    /// <inheritdoc/>
    public bool Remove(string articleId, Note note)
    {
        lock (_lock)
        {
            if (!_entries.TryGetValue(articleId, out var entry) || entry.Removed is not null)
                return false;
            entry.Removed = note;
            Write(articleId, KeptAs.Present, "removed", note, []);
            return true;
        }
    }

    /// <inheritdoc/>
    public Reading? Find(string articleId)
    {
        lock (_lock)
            return _entries.TryGetValue(articleId, out var entry) ? Corrected(entry.Reading) : null;
    }

    /// <inheritdoc/>
    public Reading? FindUncorrected(string articleId)
    {
        lock (_lock)
            return _entries.GetValueOrDefault(articleId)?.Reading;
    }

    /// <inheritdoc/>
    public SourceDocument? Document(string articleId)
    {
        lock (_lock)
            return _entries.GetValueOrDefault(articleId)?.Document;
    }

    /// <inheritdoc/>
    public ImmutableArray<string> IdsThatBegin(string prefix, int most = 2)
    {
        lock (_lock)
            return [.. _entries.Keys.Where(id => id.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal).Take(most)];
    }

    /// <inheritdoc/>
    public IEnumerable<Reading> Readings(ReadingQuery query)
    {
        lock (_lock)
        {
            var readings = ReadingOrder.Sort(Chosen(query).Select(entry => query.Uncorrected ? entry.Reading : Corrected(entry.Reading)));
            return query.Newest is { } most ? readings.TakeLast(most) : readings;
        }
    }

    /// <inheritdoc/>
    public int Count(ReadingQuery query)
    {
        lock (_lock)
            return Chosen(query).Count;
    }

    /// <inheritdoc/>
    public ImmutableArray<ArticleEntry> Articles(ReadingQuery query, bool all = false)
    {
        lock (_lock)
        {
            var chosen = all ? [.. _entries.Values] : Chosen(query);
            var byId = chosen.ToDictionary(entry => entry.Reading.Article.Id, StringComparer.Ordinal);
            var heads = ReadingOrder.Sort(chosen.Select(entry => entry.Reading)).Select(reading => Head(byId[reading.Article.Id]));
            return [.. query.Newest is { } most && !all ? heads.TakeLast(most) : heads];
        }
    }

    /// <inheritdoc/>
    public ImmutableArray<DerivedRow> Derived(IBlockFunction function, DerivedQuery query)
    {
        var readings = Readings(new ReadingQuery { AsOf = query.AsOf });
        if (query.MinConfidence is { } least)
            readings = readings.Select(reading => reading.WithMinConfidence(least));
        return BlockFold.Pick(BlockFold.Make(function, readings, new JoinDecisions(CorrectionLog.InForce(Corrections()))), query);
    }

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> Copies() =>
        OriginFinder
            .Find(Readings(ReadingQuery.All))
            .Values.Where(origin => origin.CopyOf is not null)
            .ToDictionary(origin => origin.ArticleId, origin => origin.CopyOf!, StringComparer.Ordinal);

    /// <inheritdoc/>
    public void Refresh(IBlockFunction function) { }

    /// <inheritdoc/>
    public Action<double>? Refreshing { get; set; }

    /// <inheritdoc/>
    public bool GivesOlder { get; set; }

    /// <inheritdoc/>
    public bool IsBehind(IBlockFunction function) => false;

    /// <inheritdoc/>
    public string? LastDay(string until) =>
        Readings(ReadingQuery.All)
            .Select(ReadingOrder.Day)
            .Where(day => day is not null && string.CompareOrdinal(day, until) <= 0)
            .Max(StringComparer.Ordinal);

    /// <inheritdoc/>
    public int CountUncertain(RecordKind kind, string? asOf, double? least)
    {
        var readings = Readings(new ReadingQuery { AsOf = asOf });
        if (least is { } confidence)
            readings = readings.Select(reading => reading.WithMinConfidence(confidence));
        return readings.Sum(reading =>
            kind switch
            {
                RecordKind.Statement => reading.Statements.Count(record => record.Uncertain),
                RecordKind.Event => reading.Events.Count(record => record.Uncertain),
                RecordKind.Undertaking => reading.Undertakings.Count(record => record.Uncertain),
                RecordKind.Position => reading.Positions.Count(record => record.Uncertain),
                _ => 0,
            }
        );
    }

    /// <inheritdoc/>
    public ImmutableArray<string> Search(SearchQuery query)
    {
        // Words between quotation marks, which are the odd parts, stand together.
        var words = query
            .Words.Split('"')
            .SelectMany((part, at) => at % 2 == 1 ? [part] : part.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            .Where(word => word.Any(char.IsLetterOrDigit))
            .ToList();
        if (words.Count == 0)
            return [];
        return
        [
            .. Readings(new ReadingQuery { AsOf = query.AsOf, Side = query.Party })
                .Where(reading => words.All(word => Searched(reading).Contains(word, StringComparison.OrdinalIgnoreCase)))
                .Where(reading => query.Topic is null || reading.Positions.Any(position => position.Topic == query.Topic))
                .Select(reading => reading.Article.Id)
                .Take(query.Limit),
        ];
    }

    /// <inheritdoc/>
    public int Log(IReadOnlyList<Correction> corrections)
    {
        lock (_lock)
        {
            var known = _log.Select(entry => entry.Id).ToHashSet(StringComparer.Ordinal);
            var added = corrections.Where(correction => known.Add(correction.Id)).ToList();
            _log.AddRange(added);
            return added.Count;
        }
    }

    /// <inheritdoc/>
    public ImmutableArray<Correction> Corrections(string? articleId = null)
    {
        lock (_lock)
            return [.. _log.Where(entry => articleId is null || entry.Targets.Any(target => target.Article == articleId))];
    }

    /// <inheritdoc/>
    public ImmutableArray<HistoryEntry> History(string? articleId = null, long after = 0, int? most = null)
    {
        lock (_lock)
            return
            [
                .. _history
                    .Where(entry => entry.Number > after && (articleId is null || entry.Article == articleId))
                    .Take(most ?? int.MaxValue),
            ];
    }

    /// <inheritdoc/>
    public long LastNumber() => History() is [.., var last] ? last.Number : 0;

    /// <inheritdoc/>
    public DateTimeOffset? LastEntry()
    {
        lock (_lock)
            return _history.Count == 0 ? null : _history[^1].Note.At;
    }

    /// <inheritdoc/>
    public ImmutableArray<RecordChange> VersionChanges(string articleId)
    {
        lock (_lock)
            return _entries.GetValueOrDefault(articleId)?.Changes ?? [];
    }

    /// <inheritdoc/>
    public void Describe(SourceNote note)
    {
        lock (_lock)
            _notes.Add(note);
    }

    /// <inheritdoc/>
    public ImmutableArray<SourceNote> SourceNotes()
    {
        lock (_lock)
            return [.. _notes];
    }

    /// <inheritdoc/>
    public LedgerStatistics Statistics()
    {
        lock (_lock)
        {
            var inForce = Chosen(ReadingQuery.All);
            var removed = _entries.Values.Count(entry => entry.Removed is not null);
            return new LedgerStatistics
            {
                Articles = inForce.Count,
                Superseded = _entries.Count - removed - inForce.Count,
                Removed = removed,
                Readings = _entries.Values.Sum(entry => entry.Readings.Count),
                Corrections = _log.Count,
                Records =
                [
                    .. inForce
                        .SelectMany(entry => RecordFinder.All(Corrected(entry.Reading)))
                        .Where(record => record.Kind is not (RecordKind.Place or RecordKind.Time))
                        .GroupBy(record => CorrectionJson.Spell(record.Kind), StringComparer.Ordinal)
                        .OrderBy(group => group.Key, StringComparer.Ordinal)
                        .Select(group => (group.Key, (long)group.Count())),
                ],
                Runs =
                [
                    .. inForce
                        .GroupBy(entry => entry.Readings[^1].Run)
                        .OrderBy(group => group.Key.Id, StringComparer.Ordinal)
                        .Select(group => (group.Key, (long)group.Count())),
                ],
                Schema = 0,
                Bytes = 0,
            };
        }
    }

    /// <summary>Forgets everything.</summary>
    public void Dispose() { }

    private static string Searched(Reading reading) =>
        string.Join(
            '\n',
            reading.Places.Select(place => place.Name).Concat(reading.Actors.Select(actor => actor.Name)).Append(reading.Article.Text)
        );

    private Kept Write(string id, KeptAs kept, string what, Note note, ImmutableArray<RecordChange> changes)
    {
        _history.Add(new HistoryEntry(_history.Count + 1, id, what, note));
        return new Kept(kept, changes);
    }

    private Reading Corrected(Reading reading) =>
        Corrector.Apply(
            reading,
            [.. CorrectionLog.InForce(_log).Where(entry => entry.Targets.Any(target => target.Article == reading.Article.Id))]
        );

    /// <summary>The versions at an address that are not removed, oldest first.</summary>
    private IEnumerable<Entry> Versions(string address) =>
        _entries
            .Values.Where(entry => entry.Removed is null && ArticleAddress.Of(entry.Reading.Article) == address)
            .OrderBy(entry => entry.Reading.Article.Published, StringComparer.Ordinal)
            .ThenBy(entry => entry.Added.At)
            .ThenBy(entry => entry.Reading.Article.Id, StringComparer.Ordinal);

    private List<Entry> Chosen(ReadingQuery query) =>
        [
            .. _entries.Values.Where(entry =>
                entry.Removed is null
                && IsWithin(ReadingOrder.Day(entry.Reading), query)
                && IsNewest(entry, query.AsOf)
                && (query.Side is null || entry.Reading.Actors.Any(actor => IsOf(actor.Code, query.Side)))
            ),
        ];

    private bool IsNewest(Entry entry, string? asOf) =>
        ArticleAddress.Of(entry.Reading.Article) is not { } address
        || Versions(address).Last(other => asOf is null || IsWithin(ReadingOrder.Day(other.Reading), new ReadingQuery { AsOf = asOf }))
            == entry;

    private static bool IsWithin(string? day, ReadingQuery query) =>
        (query.AsOf is null || day is not null && string.CompareOrdinal(day, query.AsOf) <= 0)
        && (query.Until is null || day is not null && string.CompareOrdinal(day, query.Until) <= 0)
        && (query.From is null || day is not null && string.CompareOrdinal(day, query.From) >= 0);

    private static bool IsOf(string code, string side) =>
        code.StartsWith(side, StringComparison.Ordinal) && (code.Length == side.Length || code[side.Length] == '.');

    private ArticleEntry Head(Entry entry)
    {
        var article = entry.Reading.Article;
        var versions = ArticleAddress.Of(article) is { } address ? Versions(address).ToList() : [];
        var at = versions.IndexOf(entry);
        return new ArticleEntry
        {
            Id = article.Id,
            Source = article.Source,
            Url = article.Url,
            Publisher = article.Publisher,
            Title = article.Title,
            Published = article.Published,
            AddedAt = Instant.Of(entry.Added.At),
            Run = entry.Readings[^1].Run.Id,
            NextVersion = at >= 0 && at + 1 < versions.Count ? versions[at + 1].Reading.Article.Id : null,
            Removed = entry.Removed,
        };
    }

    private sealed class Entry(Note added, SourceDocument? document, List<(LedgerRun Run, Reading Reading)> readings)
    {
        public SourceDocument Document => document ?? Documents.Of(Reading.Article);

        public Note Added { get; } = added;

        public List<(LedgerRun Run, Reading Reading)> Readings { get; } = readings;

        public Reading Reading => Readings[^1].Reading;

        public Note? Removed { get; set; }

        public ImmutableArray<RecordChange> Changes { get; set; } = [];
    }
}
