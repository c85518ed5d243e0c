using System.Collections.Immutable;
using Parley.Corrections;
using Parley.Records;
using Parley.Sources;

namespace Parley.Ledger;

/// <summary>
/// The only door to what is kept of many articles. An article is kept once, by the hash of its text, however often it comes and in whatever
/// order; nothing is overwritten. All that a method writes it writes whole or not at all. One instance is for one thread; several instances,
/// also of several processes, may use one ledger.
/// </summary>
/// <exception cref="LedgerException">Every method, where the ledger cannot do it for a reason outside the program.</exception>
public interface ILedger : IDisposable
{
    /// <summary>Keeps a reading. One of an article that is there is kept beside the older ones where another run made it, and is then in force.</summary>
    /// <param name="reading">The reading.</param>
    /// <param name="run">What made it.</param>
    /// <param name="note">Who adds it, and when.</param>
    /// <param name="document">What was read, so that it can be read anew as it came; null where only the reading is left.</param>
    Kept Keep(Reading reading, LedgerRun run, Note note, SourceDocument? document = null);

    /// <summary>Does what can be done of keeping a reading without the ledger, so that the one thread that writes need not. Several threads may call it at once.</summary>
    /// <param name="reading">The reading.</param>
    /// <param name="run">What made it.</param>
    /// <param name="document">What was read; null where only the reading is left.</param>
    ReadyReading Prepare(Reading reading, LedgerRun run, SourceDocument? document = null);

    /// <summary>Keeps several readings, all or none, as <see cref="Keep"/> keeps one after the other.</summary>
    /// <param name="readings">The readings, as this ledger, or another of its kind, prepared them.</param>
    /// <param name="note">Who adds them, and when.</param>
    /// <returns>What became of each.</returns>
    ImmutableArray<Kept> KeepAll(IReadOnlyList<ReadyReading> readings, Note note);

    /// <summary>True when the article is in the ledger and not removed, superseded versions included.</summary>
    bool Holds(string articleId);

    /// <summary>Who removed an article, when and why; null where it was never there or is in the ledger.</summary>
    Note? Removal(string articleId);

    /// <summary>Takes an article back with all that hangs on it; the history and the reading stay. False when it is not there, or removed already.</summary>
    bool Remove(string articleId, Note note);

    /// <summary>The reading in force of an article, removed ones and older versions included, with people's corrections; null when it was never there.</summary>
    Reading? Find(string articleId);

    /// <summary>The same as the machine made it.</summary>
    Reading? FindUncorrected(string articleId);

    /// <summary>What was read of an article, to read it anew; null when it was never there.</summary>
    SourceDocument? Document(string articleId);

    /// <summary>The ids of articles that begin so, removed ones included, at most <paramref name="most"/> of them.</summary>
    ImmutableArray<string> IdsThatBegin(string prefix, int most = 2);

    /// <summary>Readings in force, in the order of <see cref="ReadingOrder"/>, loaded one by one.</summary>
    IEnumerable<Reading> Readings(ReadingQuery query);

    /// <summary>Number of articles in force, whatever <see cref="ReadingQuery.Newest"/> says; cheap.</summary>
    int Count(ReadingQuery query);

    /// <summary>What is known of articles besides their text, in the same order.</summary>
    /// <param name="query">Which.</param>
    /// <param name="all">True to have removed articles and older versions too.</param>
    ImmutableArray<ArticleEntry> Articles(ReadingQuery query, bool all = false);

    /// <summary>Results over several articles; they are brought up to date first, which costs little where little changed.</summary>
    ImmutableArray<DerivedRow> Derived(IBlockFunction function, DerivedQuery query);

    /// <summary>
    /// True to be given results that another version of a function made (<see cref="IsBehind"/>), where neither a day nor a confidence is asked for,
    /// instead of having to wait until those of this version are made.
    /// </summary>
    bool GivesOlder { get; set; }

    /// <summary>True where results of another version of a function are kept, in a form that can be read, and those of this version are not all made.</summary>
    bool IsBehind(IBlockFunction function);

    /// <summary>The articles that are copies, each with its original, by ids. Among all articles in force, whatever the day.</summary>
    IReadOnlyDictionary<string, string> Copies();

    /// <summary>Brings the results of functions up to date, so that the next to ask need not wait.</summary>
    void Refresh(IBlockFunction function);

    /// <summary>Is told while results are brought up to date how many of the articles, 0 to 1, were looked at; null for nobody.</summary>
    Action<double>? Refreshing { get; set; }

    /// <summary>The last day of publication up to and with a day; null where there is none.</summary>
    string? LastDay(string until);

    /// <summary>The number of uncertain records of a kind, as of a day; null for all.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="asOf">ISO day; null for all.</param>
    /// <param name="least">The confidence below which records are uncertain; null for each kind's own threshold.</param>
    int CountUncertain(RecordKind kind, string? asOf, double? least);

    /// <summary>Ids of the articles in force that match, best first.</summary>
    ImmutableArray<string> Search(SearchQuery query);

    /// <summary>Adds to the log of corrections; those that are there already, by id, are passed over. Gives the number added.</summary>
    int Log(IReadOnlyList<Correction> corrections);

    /// <summary>The log of corrections, oldest first.</summary>
    /// <param name="articleId">Those about this article; null for all.</param>
    ImmutableArray<Correction> Corrections(string? articleId = null);

    /// <summary>What happened to articles, oldest first.</summary>
    /// <param name="articleId">The article; null for all.</param>
    /// <param name="after">Only entries whose number is greater.</param>
    /// <param name="most">The most entries; null for all.</param>
    ImmutableArray<HistoryEntry> History(string? articleId = null, long after = 0, int? most = null);

    /// <summary>The number of the last entry of the history; 0 where there is none.</summary>
    long LastNumber();

    /// <summary>When the last entry of the history was made, by the clock of then; null where there is none.</summary>
    DateTimeOffset? LastEntry();

    /// <summary>The records in which an article differs from the version before it; empty where there is none.</summary>
    ImmutableArray<RecordChange> VersionChanges(string articleId);

    /// <summary>Adds what a user knows of an outlet; the newest word on each field holds.</summary>
    void Describe(SourceNote note);

    /// <summary>What users said of outlets, oldest first.</summary>
    ImmutableArray<SourceNote> SourceNotes();

    /// <summary>How much there is.</summary>
    LedgerStatistics Statistics();
}
