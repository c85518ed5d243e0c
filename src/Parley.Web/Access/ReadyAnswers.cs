using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Parley.Answers;
using Parley.Assessments;
using Parley.Chronicle;
using Parley.Claims;
using Parley.Ledger;
using Parley.Negotiations;
using Parley.Records;
using Parley.Web.Server;

namespace Parley.Web.Access;

/// <summary>
/// Answers that take much of a ledger, kept until something is written to it: by this server, or by another program. What a party or topic asks for is
/// chosen from them afterwards, so that one answer serves all. In a ledger of more than <see cref="Large"/> articles nobody waits for an answer that is
/// there: the last one is given while the next is made (<see cref="IsRenewing"/>). Answers made of readings take the newest <see cref="Newest"/>
/// (<see cref="Coverage"/>).
/// </summary>
public sealed class ReadyAnswers : IDisposable
{
    /// <summary>The most readings that one answer is made of.</summary>
    public const int Newest = 2000;

    /// <summary>With more articles than this, an older answer is given while a newer one is made.</summary>
    public const int Large = 1000;

    /// <summary>Answers that are kept at once; the next one empties the shelf.</summary>
    private const int Most = 64;

    /// <summary>An answer is made anew after this many times what it took to make it, so that a ledger that grows all the time does not keep a core busy.</summary>
    private const int Pause = 4;

    private static readonly TimeSpan s_longestRest = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _turn = new(1);
    private readonly LedgerAccess _access;
    private readonly ConcurrentDictionary<(string Kind, string? AsOf), Slot> _slots = new();
    private long _writes;
    private int _renewing;

    private readonly int _newest;
    private readonly int _large;

    /// <summary>Answers over the ledger of an access.</summary>
    public ReadyAnswers(LedgerAccess access)
        : this(access, Newest, Large) { }

    /// <summary>The same with other sizes than <see cref="Newest"/> and <see cref="Large"/>.</summary>
    internal ReadyAnswers(LedgerAccess access, int newest, int large)
    {
        (_access, _newest, _large) = (access, newest, large);
        access.Written += () => Interlocked.Increment(ref _writes);
    }

    /// <summary>True while an answer of what was written last is being made, and older ones are given.</summary>
    public bool IsRenewing => Volatile.Read(ref _renewing) > 0;

    /// <summary>All claims, in the order of their first tellings.</summary>
    public ImmutableArray<ClaimAssessment> Claims(ILedger ledger, string? asOf) => Of(ledger, "claims", asOf, ClaimAssessor.Assess);

    /// <summary>All claims as screens show them.</summary>
    public ImmutableDictionary<string, ClaimEntry> ClaimEntries(ILedger ledger, string? asOf) =>
        Kept(
            ledger,
            "claim-entries",
            asOf,
            one =>
                Claims(one, asOf)
                    .Select(claim => Parley.Claims.ClaimEntries.Of(claim))
                    .ToImmutableDictionary(claim => claim.Id, StringComparer.Ordinal)
        );

    /// <summary>The one claim that is called so, with those near it; null where there is none or more than one.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="id">Its id, the beginning of it, or a record that tells it.</param>
    /// <param name="asOf">The ISO day; null for all.</param>
    public ClaimEntry? Claim(ILedger ledger, string id, string? asOf)
    {
        var all = Claims(ledger, asOf);
        return ClaimsAnswer.Find(all, id) is [var one] ? Parley.Claims.ClaimEntries.Of(one, all) : null;
    }

    /// <summary>All that was said and done, by day.</summary>
    public ImmutableArray<TimelineEntry> Timeline(ILedger ledger, string? asOf) =>
        Of(ledger, "timeline", asOf, Parley.Chronicle.Timeline.Of);

    /// <summary>All counts.</summary>
    public ImmutableArray<FigureAnswer> Figures(ILedger ledger, string? asOf) =>
        Of(ledger, "figures", asOf, readings => FigureAnswer.Of(readings));

    /// <summary>All stories.</summary>
    public ImmutableArray<Story> Stories(ILedger ledger, string? asOf) => Of(ledger, "stories", asOf, StoryJoiner.Join);

    /// <summary>Positions and proposals of the party and topic that are asked for.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="question">What is asked.</param>
    /// <param name="since">The ISO day from which drift is told; null for none.</param>
    public MatrixAnswer Matrix(ILedger ledger, Question question, string? since)
    {
        var (courses, lastDay) = Of(
            ledger,
            $"matrix {since}",
            question.AsOf,
            readings => (Courses: PositionCourses.Of(readings, since), LastDay: MatrixAnswer.LastDay(readings))
        );
        return MatrixAnswer.Of(courses, lastDay, question);
    }

    /// <summary>The board, whatever party and topic are asked for.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="question">What is asked.</param>
    /// <param name="now">What time it is.</param>
    public BoardAnswer Board(ILedger ledger, Question question, DateTimeOffset now)
    {
        var today = now.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return Kept(ledger, $"board {today}", question.AsOf, one => BoardAnswer.Of(one, new Question { AsOf = question.AsOf }, now))
            .Chosen(question);
    }

    /// <summary>The entries of the board with all of their history, whatever day it is.</summary>
    public ImmutableArray<BoardEntry> WholeBoard(ILedger ledger) =>
        Kept(
            ledger,
            "whole board",
            null,
            one =>
                one.Derived(LedgerFunctions.Board, new DerivedQuery("board"))
                    .AsParallel()
                    .AsOrdered()
                    .Select(row => BoardJson.ReadEntry(row.Body))
                    .ToImmutableArray()
        );

    /// <summary>The undertakings that stand otherwise since a day. The first view of a large ledger does not wait until all entries are there.</summary>
    public ImmutableArray<TurnedUndertaking> Turned(ILedger ledger, string since, string until, Question question) =>
        IsMade("whole board")
            ? BriefUndertakings.Of(WholeBoard(ledger), since, until, question)
            : BriefUndertakings.Of(ledger, since, until, question);

    /// <summary>The outlets, as users describe them now, with the number of their articles.</summary>
    public ImmutableArray<SourceAnswer> Sources(ILedger ledger, string? asOf) =>
        SourceAnswer.All(ledger, Kept(ledger, "outlets", asOf, one => SourceAnswer.Counts(one, asOf)));

    /// <summary>The heads of all articles.</summary>
    public ImmutableArray<ArticleEntry> Articles(ILedger ledger, string? asOf, string? side) =>
        Kept(ledger, $"articles {side}", asOf, one => one.Articles(new ReadingQuery { AsOf = asOf, Side = side }));

    /// <summary>Codes and names of all parties that articles name.</summary>
    public ImmutableArray<(string? Code, string? Name)> Parties(ILedger ledger, string? asOf) =>
        Of(ledger, "parties", asOf, readings => LedgerReadings.Actors(readings).Distinct().ToImmutableArray());

    /// <summary>Of how many articles answers that are made of readings know.</summary>
    public Coverage Coverage(ILedger ledger, string? asOf)
    {
        var all = ledger.Count(new ReadingQuery { AsOf = asOf });
        return all <= _newest
            ? new Coverage(all, all, null)
            : Kept(
                ledger,
                "coverage",
                asOf,
                one =>
                    one.Articles(new ReadingQuery { AsOf = asOf, Newest = _newest }) is [var first, ..] newest
                        ? new Coverage(newest.Length, all, first.Published is { Length: >= 10 } day ? day[..10] : null)
                        : new Coverage(0, all, null)
            );
    }

    /// <summary>An answer, made where it is not there yet.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="kind">What it is, with all that it hangs on but the day; one kind has one type.</param>
    /// <param name="asOf">The ISO day; null for all.</param>
    /// <param name="make">Makes it of the newest readings that count.</param>
    public T Of<T>(ILedger ledger, string kind, string? asOf, Func<ImmutableArray<Reading>, T> make)
        where T : notnull => Kept(ledger, kind, asOf, one => make(Readings(one, asOf)));

    /// <summary>The newest readings that count.</summary>
    public ImmutableArray<Reading> Readings(ILedger ledger, string? asOf) =>
        [.. ledger.Readings(new ReadingQuery { AsOf = asOf, Newest = _newest })];

    /// <summary>Anything that holds until something is written.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="kind">What it is, with all that it hangs on but the day; one kind has one type.</param>
    /// <param name="asOf">The ISO day; null for all.</param>
    /// <param name="make">Makes it, of whichever instance of the ledger it is given.</param>
    public T Kept<T>(ILedger ledger, string kind, string? asOf, Func<ILedger, T> make)
        where T : notnull
    {
        var stamp = StampOf(ledger);
        if (_slots.Count >= Most && !_slots.ContainsKey((kind, asOf)))
            _slots.Clear();
        var slot = _slots.GetOrAdd((kind, asOf), _ => new Slot());
        if (slot.Made is { } made)
        {
            if (made.Stamp == stamp)
                return (T)made.Value;
            if (ledger.Count(ReadingQuery.All) > _large)
            {
                Renew(slot, made, one => make(one));
                return (T)made.Value;
            }
        }
        lock (slot.Gate)
            return (T)(slot.Made is { } other && other.Stamp == stamp ? other : slot.Make(stamp, ledger, one => make(one))).Value;
    }

    /// <summary>Results over several articles were made anew: what was made of older ones counts no more.</summary>
    public void Renewed() => Interlocked.Increment(ref _writes);

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private bool IsMade(string kind) => _slots.TryGetValue((kind, null), out var slot) && slot.Made is not null;

    private (DateTimeOffset?, long) StampOf(ILedger ledger) => (ledger.LastEntry(), Volatile.Read(ref _writes));

    private void Renew(Slot slot, Made last, Func<ILedger, object> make)
    {
        if (Stopwatch.GetElapsedTime(last.At) < Pause * last.Took || !slot.Begin())
            return;
        Interlocked.Increment(ref _renewing);
        _ = Task.Run(async () =>
        {
            // One after the other, each followed by as long a rest: screens of a ledger that grows must not wait for what is made for others.
            await _turn.WaitAsync();
            try
            {
                await _access.Ask(ledger => slot.Make(StampOf(ledger), ledger, make));
                await Task.Delay(slot.Made is { } made && made.Took < s_longestRest ? made.Took : s_longestRest);
            }
            catch (Exception e) when (e is LedgerException or ObjectDisposedException)
            {
                // The last answer stays; whoever asks next begins anew.
            }
            finally
            {
                slot.End();
                Interlocked.Decrement(ref _renewing);
                _turn.Release();
            }
        });
    }

    /// <summary>The place of one answer.</summary>
    private sealed class Slot
    {
        private volatile Made? _made;
        private int _isRenewed;

        public Lock Gate { get; } = new();

        public Made? Made => _made;

        public bool Begin() => Interlocked.Exchange(ref _isRenewed, 1) == 0;

        public void End() => Volatile.Write(ref _isRenewed, 0);

        /// <summary>Makes it. What fails, as where the ledger is locked, leaves the last one.</summary>
        public Made Make((DateTimeOffset?, long) stamp, ILedger ledger, Func<ILedger, object> make)
        {
            var start = Stopwatch.GetTimestamp();
            var value = make(ledger);
            return _made = new Made(stamp, value, start, Stopwatch.GetElapsedTime(start));
        }
    }

    private sealed record Made((DateTimeOffset?, long) Stamp, object Value, long At, TimeSpan Took);
}
