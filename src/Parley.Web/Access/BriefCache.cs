using System.Collections.Concurrent;
using System.Collections.Immutable;
using Parley.Answers;
using Parley.Ledger;
using Parley.Records;

namespace Parley.Web.Access;

/// <summary>
/// Makes briefs and keeps them until something is written: each compares all readings of two days, which takes long in a large ledger. Whoever
/// asks while one is made waits for the same.
/// </summary>
/// <param name="access">The ledger.</param>
public sealed class BriefCache(LedgerAccess access)
{
    private const int Most = 64;

    private readonly ConcurrentDictionary<Key, Lazy<Task<BriefAnswer>>> _kept = new();

    /// <summary>The brief since a day.</summary>
    /// <param name="stamp">What the ledger holds (<see cref="Stamp"/>).</param>
    /// <param name="since">ISO day.</param>
    /// <param name="question">What is asked.</param>
    public Task<BriefAnswer> Of(string stamp, string since, Question question)
    {
        var key = new Key(stamp, since, question.AsOf, question.Party, question.Topic);
        if (_kept.Count >= Most && !_kept.ContainsKey(key))
            _kept.Clear();
        var asked = new Question
        {
            AsOf = question.AsOf,
            Party = question.Party,
            Topic = question.Topic,
        };
        var task = _kept
            .GetOrAdd(key, _ => new Lazy<Task<BriefAnswer>>(() => Task.Run(() => access.Ask(ledger => Make(ledger, since, asked)))))
            .Value;
        if (task.IsFaulted || task.IsCanceled)
            _kept.TryRemove(key, out _);
        return task;
    }

    /// <summary>Changes with what a ledger holds.</summary>
    public static string Stamp(ILedger ledger) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{ledger.LastEntry():O} {ledger.Corrections().Length}");

    /// <summary>Forgets all: something was written.</summary>
    public void Clear() => _kept.Clear();

    private static BriefAnswer Make(ILedger ledger, string since, Question question)
    {
        ImmutableArray<Reading> readings = [.. ledger.Readings(new ReadingQuery { AsOf = question.AsOf })];
        return BriefAnswer.Of(readings, since, question);
    }

    private sealed record Key(string Stamp, string Since, string? AsOf, string? Party, string? Topic);
}
