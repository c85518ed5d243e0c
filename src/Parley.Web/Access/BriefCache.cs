using System.Collections.Concurrent;
using System.Collections.Immutable;
using Parley.Answers;
using Parley.Ledger;
using Parley.Records;

namespace Parley.Web.Access;

/// <summary>Keeps the briefs that were made of a ledger until something is written to it: each compares all readings of two days.</summary>
public sealed class BriefCache
{
    private const int Most = 64;

    private readonly ConcurrentDictionary<
        (DateTimeOffset? Stamp, string Since, string? AsOf, string? Party, string? Topic),
        BriefAnswer
    > _kept = new();

    /// <summary>The brief since a day.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="since">ISO day.</param>
    /// <param name="question">What is asked.</param>
    public BriefAnswer Of(ILedger ledger, string since, Question question)
    {
        var key = (ledger.LastEntry(), since, question.AsOf, question.Party, question.Topic);
        if (_kept.TryGetValue(key, out var kept))
            return kept;
        ImmutableArray<Reading> readings = [.. ledger.Readings(new ReadingQuery { AsOf = question.AsOf })];
        var brief = BriefAnswer.Of(readings, since, question);
        if (_kept.Count >= Most)
            _kept.Clear();
        return _kept[key] = brief;
    }

    /// <summary>Forgets all: something was written.</summary>
    public void Clear() => _kept.Clear();
}
