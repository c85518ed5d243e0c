using System.Collections.Immutable;
using System.Globalization;
using Parley.Answers;
using Parley.Assessments;
using Parley.Claims;
using Parley.Exports.Events;
using Parley.Ledger;
using Parley.Records;

namespace Parley.Exports;

/// <summary>What is exported: a ledger, and which part of it. It has no clock: what it dates itself bears the time of the ledger.</summary>
/// <param name="ledger">The ledger.</param>
/// <param name="query">Which part of it.</param>
/// <param name="name">The name of the ledger, as it may be shown.</param>
public sealed class ExportSource(ILedger ledger, ExportQuery query, string name)
{
    private readonly Lazy<IReadOnlyDictionary<string, string>> _copies = new(ledger.Copies);
    private readonly SortedDictionary<string, int> _leftOut = new(StringComparer.Ordinal);
    private ImmutableArray<Reading>? _readings;
    private ImmutableArray<CodedEvent>? _events;
    private ImmutableArray<ClaimAssessment>? _claims;

    /// <summary>The ledger.</summary>
    public ILedger Ledger => ledger;

    /// <summary>Which part of it.</summary>
    public ExportQuery Query => query;

    /// <summary>The name of the ledger, as it may be shown.</summary>
    public string Name => name;

    /// <summary>The time of the ledger: the end of the day that is asked for, else its last entry, in UTC.</summary>
    public DateTimeOffset Stamp { get; } =
        query.AsOf is { } day
            ? DateTimeOffset.Parse(day + "T23:59:59Z", CultureInfo.InvariantCulture)
            : ledger.LastEntry()?.ToUniversalTime() ?? DateTimeOffset.UnixEpoch;

    /// <summary><see cref="Stamp"/> as an ISO instant in whole seconds.</summary>
    public string StampText => Stamp.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    /// <summary>How many records were left out, by reason.</summary>
    public IReadOnlyDictionary<string, int> LeftOut => _leftOut;

    /// <summary>The articles that are copies, each with its original, by ids.</summary>
    public IReadOnlyDictionary<string, string> Copies => _copies.Value;

    /// <summary>The readings that count, loaded one by one, in the order of the ledger.</summary>
    public IEnumerable<Reading> Readings()
    {
        var readings = ledger.Readings(
            new ReadingQuery
            {
                AsOf = query.AsOf,
                From = query.From,
                Until = query.To,
            }
        );
        return query.MinConfidence is { } least ? readings.Select(reading => reading.WithMinConfidence(least)) : readings;
    }

    /// <summary>The same, held: for what is known only from all of them.</summary>
    public ImmutableArray<Reading> AllReadings => _readings ??= [.. Readings()];

    /// <summary>The distinct events of the readings, coded.</summary>
    internal ImmutableArray<CodedEvent> Events => _events ??= new EventCoder(this).Code();

    /// <summary>The claims of the readings, each once, of the party and topic that are asked for.</summary>
    public ImmutableArray<ClaimAssessment> Claims => _claims ??= [.. ClaimsAnswer.Chosen(ClaimAssessor.Assess(AllReadings), query)];

    /// <summary>The undertakings of the party and topic that are asked for, judged by the time of the ledger.</summary>
    public ImmutableArray<BoardEntry> Undertakings() =>
        [.. BoardAnswer.Of(ledger, query, Stamp, query.MinConfidence).Entries.Where(entry => IsAsked(entry))];

    /// <summary>Counts something that is left out.</summary>
    /// <param name="reason">Why, for people.</param>
    /// <param name="count">How many.</param>
    public void LeaveOut(string reason, int count = 1)
    {
        if (count > 0)
            _leftOut[reason] = _leftOut.GetValueOrDefault(reason) + count;
    }

    /// <summary>True for a record that is sure enough; else it is counted as left out.</summary>
    internal bool IsSure(bool isUncertain)
    {
        if (isUncertain)
            LeaveOut("uncertain");
        return !isUncertain;
    }

    /// <summary>True where one of the actors is of the party that is asked for.</summary>
    internal bool IsAsked(Reading reading, params ReadOnlySpan<ImmutableArray<string>> actors)
    {
        if (query.Party is null)
            return true;
        foreach (var ids in actors)
        foreach (var id in ids)
            if (reading.Actors.FirstOrDefault(actor => actor.Id == id) is { } actor && query.IsParty(actor.Code, actor.Name))
                return true;
        return false;
    }

    private bool IsAsked(BoardEntry entry) =>
        (query.From is null && query.To is null)
        || entry.ToldBy.Any(told =>
            told.Published is { Length: >= 10 } published
            && (query.From is null || string.CompareOrdinal(published[..10], query.From) >= 0)
            && (query.To is null || string.CompareOrdinal(published[..10], query.To) <= 0)
        );
}
