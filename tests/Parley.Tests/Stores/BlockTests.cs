using System.Collections.Immutable;
using CsCheck;
using Parley.Answers;
using Parley.Cli;
using Parley.Corrections;
using Parley.Ledger;
using Parley.Records;
using Parley.Stores;
using Parley.Tests.Ledger;
using Xunit;

namespace Parley.Tests.Stores;

/// <summary>Results that a ledger keeps by block are those that are made at one go, whatever came in which order.</summary>
public sealed class BlockTests : IDisposable
{
    private static readonly Note s_note = new("ann", new DateTimeOffset(2022, 4, 1, 12, 0, 0, TimeSpan.Zero), "");
    private static readonly Reading[] s_pool = Pool();

    private static readonly RowsByArticle s_told = new(
        "told",
        "1",
        RecordKind.Undertaking,
        reading =>
            [
                .. reading.Undertakings.Select(undertaking => new DerivedRow
                {
                    Kind = "told",
                    Id = $"{reading.Article.Id}/{undertaking.Id}",
                    Day = ReadingOrder.Day(reading),
                    Body = undertaking.Text.Of(reading.Article.Text).ToString(),
                }),
            ]
    );

    private readonly string _folder = Directory.CreateTempSubdirectory("parley-ledger").FullName;
    private int _files;

    [Fact]
    public void Any_order_of_adding_removing_and_asking_gives_the_same_board() =>
        Gen.Int[0, (s_pool.Length * 4) - 1]
            .List[1, 40]
            .Sample(
                steps =>
                {
                    using var ledger = New();
                    using var plain = new MemoryLedger();
                    foreach (var step in steps)
                    {
                        var reading = s_pool[step / 4];
                        Do(ledger, reading, step % 4);
                        Do(plain, reading, step % 4);
                    }
                    foreach (var kind in new[] { "board", "queue" })
                        Assert.Equal(
                            plain.Derived(LedgerFunctions.Board, new DerivedQuery(kind)),
                            ledger.Derived(LedgerFunctions.Board, new DerivedQuery(kind))
                        );
                    foreach (var day in new[] { null, "2022-03-29", "2022-04-02" })
                    {
                        var told = new DerivedQuery("told") { AsOf = day };
                        Assert.Equal(plain.Derived(s_told, told), ledger.Derived(s_told, told));
                    }
                },
                iter: 60,
                threads: 1
            );

    [Fact]
    public void The_order_of_adding_does_not_matter()
    {
        string? first = null;
        foreach (var seed in new[] { 1, 2, 3, 4 })
        {
            using var ledger = New();
            var shuffled = s_pool.ToArray();
            new Random(seed).Shuffle(shuffled);
            foreach (var reading in shuffled)
                ledger.Keep(reading, LedgerRun.Unknown, s_note);
            var board = string.Join('\n', ledger.Derived(LedgerFunctions.Board, new DerivedQuery("board")).Select(row => row.Body));
            Assert.Contains("\"contradicts\":[{", board, StringComparison.Ordinal);
            Assert.Contains("\"supports\":[{", board, StringComparison.Ordinal);
            Assert.Equal(first ??= board, board);
        }
    }

    [Fact]
    public void The_board_of_a_day_knows_nothing_of_the_days_after_it()
    {
        using var ledger = New();
        using var plain = new MemoryLedger();
        foreach (var reading in s_pool)
        {
            ledger.Keep(reading, LedgerRun.Unknown, s_note);
            plain.Keep(reading, LedgerRun.Unknown, s_note);
        }
        foreach (var day in new[] { "2022-03-28", "2022-03-29", "2022-03-31", "2022-04-02", "2022-05-01" })
        {
            var query = new DerivedQuery("board") { AsOf = day };
            Assert.Equal(plain.Derived(LedgerFunctions.Board, query), ledger.Derived(LedgerFunctions.Board, query));
            query = query with { OneOfParty = true };
            Assert.Equal(plain.Derived(LedgerFunctions.Board, query), ledger.Derived(LedgerFunctions.Board, query));
        }
    }

    [Fact]
    public void One_row_of_each_party_is_that_of_the_least_id()
    {
        using var ledger = New();
        using var plain = new MemoryLedger();
        foreach (var reading in s_pool)
        {
            ledger.Keep(reading, LedgerRun.Unknown, s_note);
            plain.Keep(reading, LedgerRun.Unknown, s_note);
        }
        var all = ledger.Derived(LedgerFunctions.Board, new DerivedQuery("board"));
        var rows = ledger.Derived(LedgerFunctions.Board, new DerivedQuery("board") { OneOfParty = true });
        Assert.Equal(all.GroupBy(row => row.Party).Select(party => party.Min(row => row.Id)).Order(), rows.Select(row => row.Id).Order());
        Assert.Equal(plain.Derived(LedgerFunctions.Board, new DerivedQuery("board") { OneOfParty = true }), rows);
    }

    [Fact]
    public void Rows_without_bodies_are_the_same_rows()
    {
        using var ledger = New();
        using var plain = new MemoryLedger();
        foreach (var reading in s_pool)
        {
            ledger.Keep(reading, LedgerRun.Unknown, s_note);
            plain.Keep(reading, LedgerRun.Unknown, s_note);
        }
        foreach (var function in LedgerFunctions.All)
        foreach (var kind in new[] { "board", "position" })
        foreach (var day in new[] { null, "2022-03-31" })
        {
            var query = new DerivedQuery(kind) { AsOf = day };
            var bare = ledger.Derived(function, query with { Bodiless = true });
            Assert.Equal(ledger.Derived(function, query).Select(row => row with { Body = "" }), bare);
            Assert.Equal(plain.Derived(function, query with { Bodiless = true }), bare);
        }
    }

    [Fact]
    public void Another_version_of_a_function_makes_all_anew()
    {
        using var ledger = New();
        ledger.Keep(s_pool[0], LedgerRun.Unknown, s_note);
        Assert.Equal("one", Assert.Single(ledger.Derived(new Counting("one"), new DerivedQuery("count"))).Body);
        Assert.Equal("two", Assert.Single(ledger.Derived(new Counting("two"), new DerivedQuery("count"))).Body);
    }

    [Fact]
    public void Until_all_is_made_anew_what_another_version_made_is_given_to_those_who_do_not_wait()
    {
        using var ledger = New();
        foreach (var reading in s_pool)
            ledger.Keep(reading, LedgerRun.Unknown, s_note);
        var query = new DerivedQuery("count");
        ledger.Refresh(new Counting("one"));
        var meanwhile = new List<string>();
        var two = new Counting("two") { Assessing = () => meanwhile.Add(Body(new Counting("two"), query with { AsKept = true })) };

        // Not begun yet: what is kept is that of the version before, for all that ask so.
        Assert.True(ledger.IsBehind(two));
        Assert.Equal("one", Body(two, query with { AsKept = true }));
        ledger.GivesOlder = true;
        Assert.Equal("one", Body(two, query));
        Assert.Equal("one", Body(two, query with { Id = "1" }));
        Assert.True(ledger.IsBehind(two));

        // A process that ends in between leaves it to the next.
        var stopped = new Counting("two") { Assessing = () => throw new OperationCanceledException() };
        Assert.Throws<OperationCanceledException>(() => ledger.Refresh(stopped));
        Assert.Equal("one", Body(two, query));

        // Nor does a third version forget the one that was whole.
        Assert.Throws<OperationCanceledException>(() =>
            ledger.Refresh(new Counting("three") { Assessing = () => throw new OperationCanceledException() })
        );
        Assert.Equal("one", Body(new Counting("three"), query));

        ledger.Refresh(two);
        Assert.Equal(["one"], meanwhile.Distinct());
        Assert.False(ledger.IsBehind(two));
        Assert.Equal("two", Body(two, query));

        string Body(Counting function, DerivedQuery asked) => Assert.Single(ledger.Derived(function, asked)).Body;
    }

    [Fact]
    public void Rows_in_another_form_are_not_given()
    {
        using var ledger = New();
        ledger.Keep(s_pool[0], LedgerRun.Unknown, s_note);
        ledger.GivesOlder = true;
        ledger.Refresh(new Counting("one"));
        var other = new Counting("three", "2");
        Assert.False(ledger.IsBehind(other));
        Assert.Equal("three", Assert.Single(ledger.Derived(other, new DerivedQuery("count") { AsKept = true })).Body);
        Assert.False(ledger.IsBehind(new Counting("two")));
    }

    [Fact]
    public void Rows_of_articles_by_another_version_are_given_too()
    {
        using var ledger = New();
        foreach (var reading in s_pool)
            ledger.Keep(reading, LedgerRun.Unknown, s_note);
        var told = new DerivedQuery("told");
        var rows = ledger.Derived(s_told, told);
        var next = new RowsByArticle("told", "2", RecordKind.Undertaking, _ => []);
        Assert.Equal(rows, ledger.Derived(next, told with { AsKept = true }));
        ledger.Refreshing = _ => throw new OperationCanceledException();
        Assert.Throws<OperationCanceledException>(() => ledger.Refresh(next));
        ledger.Refreshing = null;
        Assert.Equal(rows, ledger.Derived(next, told with { AsKept = true }));
        ledger.Keep(Papers.Article("Late", "2022-04-20", "Nothing happened."), LedgerRun.Unknown, s_note);
        ledger.Refresh(next);
        Assert.Empty(ledger.Derived(next, told));
    }

    [Fact]
    public void How_far_it_is_grows_to_the_end()
    {
        using var ledger = New();
        foreach (var reading in s_pool)
            ledger.Keep(reading, LedgerRun.Unknown, s_note);
        var shares = new List<double>();
        ledger.Refreshing = shares.Add;
        ledger.Refresh(LedgerFunctions.Board);
        Assert.Equal(shares.Order(), shares);
        Assert.Equal(1, shares[^1], 6);
    }

    [Fact]
    public void One_more_article_is_weighed_once_and_no_other_is()
    {
        using var ledger = New();
        var function = new Counting("one");
        foreach (var reading in s_pool)
            ledger.Keep(reading, LedgerRun.Unknown, s_note);
        ledger.Refresh(function);
        function.Weighed = 0;
        ledger.Refresh(function);
        Assert.Equal(0, function.Weighed);
        ledger.Keep(Papers.Article("Late", "2022-04-20", "Nothing happened."), LedgerRun.Unknown, s_note);
        ledger.Refresh(function);
        Assert.Equal(1, function.Weighed);
    }

    private SqliteLedger New() => new(Path.Combine(_folder, $"{_files++}.db"));

    private static void Do(ILedger ledger, Reading reading, int what)
    {
        switch (what)
        {
            case 0:
                ledger.Remove(reading.Article.Id, s_note);
                break;
            case 1 when ledger.Holds(reading.Article.Id) && RecordFinder.KeyOf(reading, "e1") is { } key:
                ledger.Log([
                    new Correction
                    {
                        Verb = CorrectionVerb.Reject,
                        By = "ann",
                        At = "2022-04-02T00:00:00.000Z",
                        Targets = [key],
                    },
                ]);
                break;
            case 2:
                ledger.Derived(LedgerFunctions.Board, new DerivedQuery("board"));
                break;
            default:
                ledger.Keep(reading, LedgerRun.Unknown, s_note);
                break;
        }
    }

    /// <summary>Some days of reports: a promise, its copy, what came before and after it, here and elsewhere.</summary>
    internal static Reading[] Pool()
    {
        var wire = Papers
            .Article(
                "River Wire",
                "2022-03-29",
                "Russia will scale back its operations near Kyiv and Chernihiv, its envoy said after the talks in town."
            )
            .Promises(UndertakingKind.ReductionOfOperations, 0, Papers.Kyiv, Papers.Chernihiv);
        return
        [
            wire,
            wire with
            {
                Article = wire.Article with { Id = "copy", Publisher = "The Quay", Published = "2022-03-30" },
            },
            Papers.Article("Early", "2022-03-28", "Shells fell on Chernihiv.").Does(EventType.Assault, null, 0, Papers.Chernihiv),
            Papers
                .Article("Channel Five", "2022-03-30", "Russian guns fired on Chernihiv all night, the governor of the region said.")
                .Does(EventType.Assault, null, 0, Papers.Chernihiv, speaker: "a2")
                .Unsure(),
            Papers
                .Article("The Quay", "2022-03-31", "Two columns have left the suburbs, an American official said.")
                .Does(EventType.Retreat, "withdraw", 0, Papers.Irpin, speaker: "a3")
                .Unsure(),
            Papers.Article("South", "2022-03-31", "Shells fell on Mykolaiv.").Does(EventType.Assault, null, 0, Papers.Mykolaiv),
            Papers
                .Article("Again", "2022-03-31", "It will scale back, Russia said once more.")
                .Promises(UndertakingKind.ReductionOfOperations, 0, Papers.Kyiv),
            Papers
                .Article("Months on", "2022-06-30", "Russia will scale back anew.")
                .Promises(UndertakingKind.ReductionOfOperations, 0, Papers.Kyiv),
            Papers.Article("Truce", "2022-04-01", "Russia will cease fire.").Promises(UndertakingKind.Ceasefire, 0, Papers.Chernihiv),
            Papers
                .Article("Undated", "", "Russian shells hit Irpin, Kyiv said.")
                .Does(EventType.Assault, null, 0, Papers.Irpin, speaker: "a2"),
        ];
    }

    /// <summary>Has one subject for all, and counts how often an article is weighed.</summary>
    private sealed class Counting(string version, string form = "1") : IBlockFunction
    {
        public int Weighed { get; set; }

        public string Name => "counting";

        public string Version => version;

        public string Form => form;

        /// <summary>Called before a subject is assessed.</summary>
        public Action Assessing { get; init; } = () => { };

        public IEnumerable<string> Keys(Reading reading) => reading.Undertakings.IsEmpty ? [] : ["all"];

        public IEnumerable<string> Scopes(Reading reading) => ["all"];

        public IEnumerable<string> ScopesOf(BlockSubject subject) => ["all"];

        public ImmutableArray<BlockSubject> Join(string key, ImmutableArray<Reading> tellers, JoinDecisions joins) =>
            [
                new BlockSubject
                {
                    Id = "1",
                    Scope = "",
                    Tellers = [.. tellers.Select(reading => reading.Article.Id)],
                },
            ];

        public bool Bears(BlockSubject subject, Reading reading)
        {
            Weighed++;
            return !reading.Events.IsEmpty;
        }

        public ImmutableArray<DerivedRow> Assess(string key, BlockSubject subject, ImmutableArray<Reading> involved, BlockContext context)
        {
            Assessing();
            return
            [
                new DerivedRow
                {
                    Kind = "count",
                    Id = subject.Id,
                    Body = version,
                },
            ];
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
