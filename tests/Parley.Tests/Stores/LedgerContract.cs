using Parley.Ledger;
using Parley.Records;
using Parley.Tests.Ledger;
using Xunit;

namespace Parley.Tests.Stores;

/// <summary>What every ledger does, whatever it keeps things in.</summary>
public abstract class LedgerContract : IDisposable
{
    protected static readonly LedgerRun First = new("model 1", "rules 1");
    protected static readonly LedgerRun Second = new("model 2", "rules 1");
    protected static readonly DateTimeOffset Noon = new(2022, 4, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Opens the ledger of this test; a second call opens the same.</summary>
    private protected abstract ILedger Open();

    public virtual void Dispose() => GC.SuppressFinalize(this);

    protected static Note By(string who, int minute = 0, string why = "") => new(who, Noon.AddMinutes(minute), why);

    protected static Reading Wire() =>
        Papers.Article("Wire", "2022-03-29", "Russia will scale back.").Promises(UndertakingKind.ReductionOfOperations, 0, Papers.Kyiv);

    protected static Reading At(Reading reading, string url) => reading with { Article = reading.Article with { Url = url } };

    [Fact]
    public void What_is_kept_is_there_when_the_ledger_is_opened_again()
    {
        using (var ledger = Open())
            Assert.Equal(KeptAs.Added, ledger.Keep(Wire(), First, By("ann")).As);
        using var again = Open();
        Assert.True(again.Holds(Wire().Article.Id));
        Assert.Equal(ReadingJson.Write(Wire()), ReadingJson.Write(Assert.Single(again.Readings())));
        var entry = Assert.Single(again.Articles(ReadingQuery.All));
        Assert.Equal(("2022-04-01T12:00:00.000Z", First.Id), (entry.AddedAt, entry.Run));
    }

    [Fact]
    public void The_same_article_is_kept_once()
    {
        using var ledger = Open();
        Assert.True(ledger.Keep(Wire()));
        Assert.False(ledger.Keep(Wire()));
        Assert.Single(ledger.Readings());
        Assert.Single(ledger.History());
    }

    [Fact]
    public void Confidence_speakers_and_who_denies_are_kept()
    {
        var reading = ReadingJson.Read(File.ReadAllText(Repository.Path("tests", "Golden", "read", "sel.json")));
        using (var ledger = Open())
            ledger.Keep(reading);
        using var again = Open();
        Assert.Equal(ReadingJson.Write(reading), ReadingJson.Write(Assert.Single(again.Readings())));
    }

    [Fact]
    public void Readings_come_by_day_of_publication_those_without_one_last()
    {
        using var ledger = Open();
        ledger.Keep(Papers.Article("Never", "", "Nobody knows when."));
        ledger.Keep(Papers.Article("Late", "2022-04-07", "They have gone."));
        ledger.Keep(Papers.Article("Early", "2022-03-28", "They will meet."));
        Assert.Equal(["Early", "Late", "Never"], ledger.Readings().Select(reading => reading.Article.Publisher!));
    }

    [Fact]
    public void A_removed_article_is_gone_with_its_records_and_its_history_stays()
    {
        using var ledger = Open();
        var id = Wire().Article.Id;
        ledger.Keep(Wire(), First, By("ann"));
        Assert.True(ledger.Remove(id, By("bob", 5, "a hoax")));
        Assert.False(ledger.Remove(id, By("bob", 6)));
        Assert.False(ledger.Holds(id));
        Assert.Empty(ledger.Readings());
        Assert.Empty(ledger.Articles(ReadingQuery.All));
        Assert.Empty(ledger.Search(new SearchQuery("scale")));
        Assert.All(ledger.Statistics().Records, record => Assert.Equal(0, record.Count));
        Assert.Equal(By("bob", 5, "a hoax"), ledger.Removal(id));
        Assert.Equal("a hoax", Assert.Single(ledger.Articles(ReadingQuery.All, all: true)).Removed!.Why);
        Assert.Equal(["added", "removed"], ledger.History(id).Select(entry => entry.What));
        Assert.NotNull(ledger.Find(id));
    }

    [Fact]
    public void A_removed_article_can_be_taken_in_again()
    {
        using var ledger = Open();
        ledger.Keep(Wire(), First, By("ann"));
        ledger.Remove(Wire().Article.Id, By("bob", 5));
        Assert.Equal(KeptAs.Restored, ledger.Keep(Wire(), First, By("ann", 9)).As);
        Assert.Single(ledger.Readings());
        Assert.Null(ledger.Removal(Wire().Article.Id));
        Assert.Single(ledger.Search(new SearchQuery("scale")));
    }

    [Fact]
    public void A_reading_of_another_run_is_in_force_and_the_older_one_is_kept()
    {
        using var ledger = Open();
        ledger.Keep(Wire() with { Undertakings = [] }, First, By("ann"));
        Assert.Equal(KeptAs.ReadAnew, ledger.Keep(Wire(), Second, By("ann", 5)).As);
        Assert.Equal(KeptAs.Present, ledger.Keep(Wire(), Second, By("ann", 6)).As);
        Assert.Single(Assert.Single(ledger.Readings()).Undertakings);
        Assert.Equal((1, 2), (ledger.Statistics().Articles, ledger.Statistics().Readings));
        Assert.Equal(Second.Id, Assert.Single(ledger.Articles(ReadingQuery.All)).Run);
    }

    [Fact]
    public void Records_and_runs_are_counted_of_articles_in_force_whatever_becomes_of_them()
    {
        var (older, newer) = (TwoVersions()[0], TwoVersions()[1]);
        using var ledger = Open();
        Counted();
        ledger.Keep(newer, First, By("ann"));
        Counted(newer);
        ledger.Keep(older, Second, By("ann", 1));
        Counted(newer);
        ledger.Remove(newer.Article.Id, By("bob", 2));
        Counted(older);
        ledger.Keep(newer, First, By("ann", 3));
        Counted(newer);
        ledger.Remove(older.Article.Id, By("bob", 4));
        Counted(newer);
        ledger.Keep(older, Second, By("ann", 5));
        ledger.Keep(newer with { Events = [] }, Second, By("ann", 6));
        Counted(newer with { Events = [] });
        ledger.Remove(older.Article.Id, By("bob", 7));
        ledger.Remove(newer.Article.Id, By("bob", 8));
        Counted();

        void Counted(params Reading[] inForce)
        {
            var statistics = ledger.Statistics();
            (string, long)[] all =
            [
                ("actor", inForce.Sum(reading => reading.Actors.Length)),
                ("event", inForce.Sum(reading => reading.Events.Length)),
                ("undertaking", inForce.Sum(reading => reading.Undertakings.Length)),
            ];
            Assert.Equal(all.Where(kind => kind.Item2 > 0), statistics.Records.Where(kind => kind.Count > 0));
            Assert.Equal(inForce.Length, statistics.Runs.Sum(run => run.Readings));
            Assert.Equal(inForce.Length, statistics.Articles);
        }
    }

    /// <summary>An article and a newer text at its address.</summary>
    internal static Reading[] TwoVersions()
    {
        const string Url = "https://news.example/counted";
        return
        [
            At(Wire(), Url),
            At(
                Papers
                    .Article("Wire", "2022-03-30", "Russia will scale back.", "Shells fell on Irpin.")
                    .Promises(UndertakingKind.ReductionOfOperations, 0, Papers.Kyiv)
                    .Does(EventType.Assault, null, 1, Papers.Irpin),
                Url
            ),
        ];
    }

    [Fact]
    public void Two_texts_at_one_address_are_versions_with_the_records_that_changed()
    {
        const string Url = "https://news.example/talks";
        var older = At(Wire(), Url);
        var newer = At(
            Papers
                .Article("Wire", "2022-03-30", "Russia will scale back.", "Shells fell on Irpin.")
                .Promises(UndertakingKind.ReductionOfOperations, 0, Papers.Kyiv)
                .Does(EventType.Assault, null, 1, Papers.Irpin),
            Url
        );
        using var ledger = Open();
        // The order in which they come does not matter.
        ledger.Keep(newer, First, By("ann"));
        var kept = ledger.Keep(older, First, By("ann", 1));
        Assert.Equal(KeptAs.Version, kept.As);
        Assert.Equal([newer.Article.Id], ledger.Readings().Select(reading => reading.Article.Id));
        Assert.Equal([older.Article.Id], ledger.Readings(new ReadingQuery { AsOf = "2022-03-29" }).Select(reading => reading.Article.Id));
        var change = Assert.Single(ledger.VersionChanges(older.Article.Id));
        Assert.Equal((true, "Shells fell on Irpin."), (change.IsGone, change.Words));
        Assert.Equal(newer.Article.Id, ledger.Articles(ReadingQuery.All, all: true)[0].NextVersion);

        // Without the newer one, the older is in force again.
        ledger.Remove(newer.Article.Id, By("bob"));
        Assert.Equal([older.Article.Id], ledger.Readings().Select(reading => reading.Article.Id));
    }

    [Fact]
    public void The_front_of_a_site_is_no_address_of_an_article()
    {
        using var ledger = Open();
        ledger.Keep(At(Papers.Article("Wire", "2022-03-29", "They met."), "https://news.example/"));
        ledger.Keep(At(Papers.Article("Wire", "2022-03-30", "They left."), "https://news.example/"));
        Assert.Equal(2, ledger.Readings().Length);
    }

    [Fact]
    public void Readings_are_found_by_side_and_days()
    {
        using var ledger = Open();
        ledger.Keep(Papers.Article("A", "2022-03-28", "They will meet."));
        ledger.Keep(Papers.Article("B", "2022-03-29", "They met.") with { Actors = [] });
        ledger.Keep(Papers.Article("C", "2022-04-07", "They have gone."));
        string[] Found(ReadingQuery query) => [.. ledger.Readings(query).Select(reading => reading.Article.Publisher!)];
        Assert.Equal(["A", "C"], Found(new ReadingQuery { Side = "RUS" }));
        Assert.Empty(Found(new ReadingQuery { Side = "RU" }));
        Assert.Equal(["A", "B"], Found(new ReadingQuery { AsOf = "2022-03-29" }));
        Assert.Equal(["B", "C"], Found(new ReadingQuery { From = "2022-03-29" }));
        Assert.Equal(["B"], Found(new ReadingQuery { From = "2022-03-29", Until = "2022-03-31" }));
        Assert.Equal(["B", "C"], Found(new ReadingQuery { Newest = 2 }));
        Assert.Equal(["B"], Found(new ReadingQuery { Newest = 1, AsOf = "2022-03-29" }));
        Assert.Empty(Found(new ReadingQuery { Newest = 0 }));
        Assert.Equal(["C"], ledger.Articles(new ReadingQuery { Newest = 1 }).Select(entry => entry.Publisher));
        Assert.Equal(2, ledger.Count(new ReadingQuery { AsOf = "2022-03-29", Newest = 1 }));
    }

    [Fact]
    public void Words_are_found_in_texts_and_names()
    {
        using var ledger = Open();
        ledger.Keep(Papers.Article("A", "2022-03-28", "They will meet in the grain hall."));
        ledger.Keep(Papers.Article("B", "2022-03-29", "The hall of grain has burnt."));
        string[] Found(SearchQuery query) =>
            [.. ledger.Search(query).Select(id => ledger.Find(id)!.Article.Publisher!).Order(StringComparer.Ordinal)];
        Assert.Equal(["A", "B"], Found(new SearchQuery("grain hall")));
        Assert.Equal(["A"], Found(new SearchQuery("\"grain hall\"")));
        Assert.Equal(["A"], Found(new SearchQuery("grain") { AsOf = "2022-03-28" }));
        Assert.Empty(Found(new SearchQuery("grain OR marzipan")));
        Assert.Empty(Found(new SearchQuery("\" AND (")));
        Assert.Equal(["A", "B"], Found(new SearchQuery("chernihiv")));
    }

    [Fact]
    public void Texts_of_any_characters_come_back_as_they_were()
    {
        using var ledger = Open();
        var odd = Papers.Article("Wire", "2022-03-29", "“Нет”, he said — 平和 \U0001F54A — and left a tab\there.");
        ledger.Keep(odd);
        Assert.Equal(odd.Article.Text, ledger.Find(odd.Article.Id)!.Article.Text);
    }

    [Fact]
    public void A_reading_that_cannot_be_kept_whole_is_not_kept()
    {
        var reading = Papers.Article("Wire", "2022-03-29", "Shells fell.").Does(EventType.Assault, null, 0, Papers.Kyiv);
        var twice = reading with { Events = [.. reading.Events, .. reading.Events] };
        using var ledger = Open();
        if (ledger is MemoryLedger)
            return;
        Assert.ThrowsAny<Exception>(() => ledger.Keep(twice));
        Assert.False(ledger.Holds(reading.Article.Id));
        Assert.Empty(ledger.History());
        Assert.True(ledger.Keep(reading));
    }
}
