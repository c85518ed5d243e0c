using System.Collections.Immutable;
using Parley.Answers;
using Parley.Assessments;
using Parley.Corrections;
using Parley.Ledger;
using Parley.Records;
using Parley.Web.Correcting;
using Parley.Wording;

namespace Parley.Web.Queue;

/// <summary>A card of the queue: one record, the sentence beside it, what follows if it is wrong, and why it counts where it does.</summary>
public sealed record QueueCard
{
    /// <summary>The most tellings of an undertaking that are shown.</summary>
    private const int MostTellings = 8;

    /// <summary>The most hidden records of the article that are shown.</summary>
    private const int MostHidden = 12;

    /// <summary>The record.</summary>
    public required RecordCard Record { get; init; }

    /// <summary>Its sentence in its paragraph.</summary>
    public required SentenceAnswer Sentence { get; init; }

    /// <summary>What follows for each undertaking that hangs on it.</summary>
    public required ImmutableArray<Consequence> Consequences { get; init; }

    /// <summary>Records of the same article that screens leave out as too unsure.</summary>
    public required ImmutableArray<Entry> Hidden { get; init; }

    /// <summary>The card of a record; null where the ledger does not have it.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="name">The record.</param>
    /// <param name="checks">The entries of the queue that name it.</param>
    public static QueueCard? Of(ILedger ledger, string name, IReadOnlyList<QueueEntry> checks)
    {
        var (reading, key) = RecordNaming.Find(ledger, name);
        if (RecordCard.Of(reading, key.Id) is not { } record)
            return null;
        var words = record.EdgeField is null ? key.Span : record.Edge;
        return new QueueCard
        {
            Record = record,
            Sentence = SentenceAnswer.Of(ledger, reading.Article.Id, words)!,
            Consequences = [.. checks.Select(check => Consequence.Of(ledger, check.Check, MostTellings)).OfType<Consequence>()],
            Hidden = [.. ReadingEntries.Of(reading).Where(entry => entry.IsUncertain && entry.Id != key.Id).Take(MostHidden)],
        };
    }
}

/// <summary>What hangs on a record.</summary>
/// <param name="Check">The check.</param>
/// <param name="Account">The undertaking.</param>
/// <param name="Weighed">What the record weighs as evidence of it; null where it is the telling itself.</param>
/// <param name="Tellings">The records that tell the undertaking, the first first, where more than one does.</param>
public sealed record Consequence(
    Check Check,
    UndertakingAccount Account,
    WeighedRecord? Weighed,
    ImmutableArray<(BoardTelling Telling, string? Record)> Tellings
)
{
    /// <summary>Asks the ledger; null where the undertaking is gone meanwhile.</summary>
    public static Consequence? Of(ILedger ledger, Check check, int mostTellings)
    {
        var row = ledger.Derived(LedgerFunctions.Board, new DerivedQuery("account") { Id = check.Undertaking }).FirstOrDefault();
        if (row is null)
            return null;
        var account = BoardJson.ReadAccount(row.Body);
        var told = account.Entry.ToldBy;
        return new Consequence(
            check,
            account,
            account.Weighed.FirstOrDefault(weighed => Same(weighed.Record, check.Record)),
            told.Length < 2 ? [] : [.. told.Take(mostTellings).Select(telling => (telling, RecordOf(ledger, telling)))]
        );
    }

    /// <summary>Why the tellings are taken for one undertaking: by what the joiner compares.</summary>
    public string WhyJoined
    {
        get
        {
            var entry = Account.Entry;
            var area = entry.Area.IsEmpty ? "none of them names a place" : $"their areas touch ({string.Join(", ", entry.Area)})";
            return $"They are taken for one, since the same side ({entry.Side}) binds itself to the same kind of thing ({entry.Kind.Replace('-', ' ')}), {area}, what they are about can be the same, and their days lie at most {UndertakingJoiner.NearDays} days apart, or one looks back at the other.";
        }
    }

    private static bool Same(string record, RecordKey key) =>
        record.Split('/') is [var article, var id] && id == key.Id && key.Article.StartsWith(article, StringComparison.Ordinal);

    private static string? RecordOf(ILedger ledger, BoardTelling telling) =>
        ledger.Find(telling.Article)?.Undertakings.FirstOrDefault(one => one.Text == new Span(telling.Start, telling.End))
            is { } undertaking
            ? RecordCard.NameOf(telling.Article, undertaking.Id)
            : null;
}
