using Parley.Ledger;
using Parley.Stores;
using Parley.Tests.Intake;
using Parley.Tests.Ledger;
using Parley.Web.Access;
using Parley.Web.Server;
using Xunit;

namespace Parley.Tests.Web;

public sealed class ReadyAnswersTests : IDisposable
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static readonly Note s_note = new("tester", DateTimeOffset.UnixEpoch, "");

    private readonly TemporaryFolder _folder = new();
    private readonly LedgerAccess _access;

    public ReadyAnswersTests()
    {
        var file = Path.Combine(_folder.Root, "talks.db");
        _access = new LedgerAccess(
            new ServerOptions
            {
                OpenLedger = () => new SqliteLedger(file),
                LedgerName = "talks.db",
                Urls = [],
                User = "tester",
            }
        );
    }

    [Fact]
    public async Task An_answer_is_made_of_the_newest_readings_and_says_so()
    {
        await Keep("2022-03-28", "2022-03-29", "2022-03-30");
        var ready = new ReadyAnswers(_access, newest: 2, large: 100);
        var (days, coverage) = await _access.Ask(
            ledger =>
                (
                    ready.Of(ledger, "days", null, readings => string.Join(' ', readings.Select(ReadingOrder.Day))),
                    ready.Coverage(ledger, null)
                ),
            Cancel
        );
        Assert.Equal("2022-03-29 2022-03-30", days);
        Assert.Equal(new Coverage(2, 3, "2022-03-29"), coverage);
        Assert.False(coverage.IsWhole);
        Assert.True(await _access.Ask(ledger => ready.Coverage(ledger, "2022-03-29").IsWhole, Cancel));
    }

    [Fact]
    public async Task In_a_small_ledger_what_was_written_counts_at_once()
    {
        var ready = new ReadyAnswers(_access, newest: 100, large: 100);
        Assert.Equal(0, await Count(ready));
        await Keep("2022-03-28");
        Assert.Equal(1, await Count(ready));
        Assert.False(ready.IsRenewing);
    }

    [Fact]
    public async Task In_a_large_ledger_the_last_answer_is_given_while_the_next_is_made()
    {
        await Keep("2022-03-28", "2022-03-29");
        var ready = new ReadyAnswers(_access, newest: 100, large: 1);
        Assert.Equal(2, await Count(ready));
        await Keep("2022-03-30");
        using var goOn = new ManualResetEventSlim();
        // It is made anew after some times of what it took to make it, which the first use of code may draw out.
        do Assert.Equal(2, await Count(ready, goOn));
        while (!ready.IsRenewing);
        goOn.Set();
        while (ready.IsRenewing)
            await Task.Yield();
        Assert.Equal(3, await Count(ready));
    }

    public void Dispose()
    {
        _access.Dispose();
        _folder.Dispose();
    }

    private Task<int> Count(ReadyAnswers ready, ManualResetEventSlim? wait = null) =>
        _access.Ask(
            ledger =>
                ready.Kept(
                    ledger,
                    "count",
                    null,
                    one =>
                    {
                        wait?.Wait(Cancel);
                        return one.Count(ReadingQuery.All);
                    }
                ),
            Cancel
        );

    private Task<bool> Keep(params string[] days) =>
        _access.Write(
            ledger =>
            {
                foreach (var day in days)
                    ledger.Keep(Papers.Article("A", day, $"It rained on {day}."), LedgerRun.Unknown, s_note);
                return true;
            },
            Cancel
        );
}
