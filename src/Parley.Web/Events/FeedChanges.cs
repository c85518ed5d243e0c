using System.Collections.Immutable;
using Parley.Answers;
using Parley.Assessments;
using Parley.Ledger;

namespace Parley.Web.Events;

/// <summary>Compares a ledger with what was seen of it last.</summary>
internal static class FeedChanges
{
    /// <summary>The most entries of the history that are looked at in one go.</summary>
    public const int MostEntries = 500;

    /// <summary>What a ledger shows now, with no event: the beginning.</summary>
    public static FeedState Begin(ILedger ledger, string epoch)
    {
        return new(
            epoch,
            ledger.LastNumber(),
            0,
            ledger
                .Derived(LedgerFunctions.Board, new DerivedQuery("board"))
                .ToImmutableSortedDictionary(row => row.Id, row => Seen(BoardJson.ReadEntry(row.Body)), StringComparer.Ordinal)
        );
    }

    /// <summary>What is new since, and the state now.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="before">What was seen.</param>
    /// <param name="at">When it is seen, as an ISO instant.</param>
    /// <param name="bodies">The entries of the board as they were seen last, by id; it is brought up to date.</param>
    public static (FeedState State, ImmutableArray<FeedEvent> Events) Since(
        ILedger ledger,
        FeedState before,
        string at,
        Dictionary<string, string> bodies
    )
    {
        var entries = ledger.History(after: before.History, most: MostEntries);
        var events = new List<(string Type, FeedData Data)>();
        foreach (var entry in entries)
            if (entry.What is "added" or "version" or "restored" or "read-anew")
                events.Add(("record.new", Article(ledger, entry, at)));
        var now = before.Undertakings.ToBuilder();
        var there = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in ledger.Derived(LedgerFunctions.Board, new DerivedQuery("board")))
        {
            there.Add(row.Id);
            if (bodies.GetValueOrDefault(row.Id) == row.Body)
                continue;
            bodies[row.Id] = row.Body;
            var entry = BoardJson.ReadEntry(row.Body);
            var (known, seen) = (before.Undertakings.GetValueOrDefault(row.Id), Seen(entry));
            if (known?.State != entry.State)
                events.Add(("status.changed", Status(entry, known?.State, at)));
            foreach (var (stance, witness) in Witnesses(entry))
                if (known?.Evidence.Contains($"{stance} {witness.Record}") != true)
                    events.Add(("evidence.added", Evidence(entry, stance, witness, at)));
            now[row.Id] = seen;
        }
        foreach (var (id, gone) in before.Undertakings.Where(one => !there.Contains(one.Key)))
        {
            events.Add(
                (
                    "status.changed",
                    new FeedData
                    {
                        At = at,
                        Undertaking = id,
                        From = gone.State,
                    }
                )
            );
            now.Remove(id);
            bodies.Remove(id);
        }
        var numbered = events.Select((one, index) => new FeedEvent(before.Last + index + 1, one.Type, one.Data)).ToImmutableArray();
        return (
            before with
            {
                History = entries.IsEmpty ? before.History : entries[^1].Number,
                Last = before.Last + numbered.Length,
                Undertakings = now.ToImmutable(),
            },
            numbered
        );
    }

    private static FeedData Article(ILedger ledger, HistoryEntry entry, string at)
    {
        var reading = ledger.Find(entry.Article);
        return new FeedData
        {
            At = at,
            Article = entry.Article,
            Title = reading?.Article.Title,
            Outlet = reading?.Article.Publisher ?? reading?.Article.Source,
            Records = reading is null
                ? null
                : reading.Statements.Length
                    + reading.Events.Length
                    + reading.Figures.Length
                    + reading.Undertakings.Length
                    + reading.Positions.Length,
        };
    }

    private static FeedData Status(BoardEntry entry, string? from, string at) =>
        new()
        {
            At = at,
            Undertaking = entry.Id,
            Party = entry.Party,
            Words = entry.Words,
            From = from,
            To = entry.State,
        };

    private static FeedData Evidence(BoardEntry entry, string stance, BoardWitness witness, string at) =>
        new()
        {
            At = at,
            Undertaking = entry.Id,
            Party = entry.Party,
            Words = witness.Sentence,
            Article = witness.Article,
            Outlet = witness.Outlet,
            Record = witness.Record,
            Stance = stance,
        };

    private static SeenUndertaking Seen(BoardEntry entry) =>
        new(entry.State, [.. Witnesses(entry).Select(one => $"{one.Stance} {one.Witness.Record}")]);

    private static IEnumerable<(string Stance, BoardWitness Witness)> Witnesses(BoardEntry entry) =>
        [
            .. entry.Supports.Select(witness => ("supports", witness)),
            .. entry.Contradicts.Select(witness => ("contradicts", witness)),
            .. entry.Doubts.Select(witness => ("doubts", witness)),
        ];
}
