using Parley.Answers;
using Parley.Intake;
using Parley.Ledger;

namespace Parley.Cli;

/// <summary>One run over inputs into a ledger: articles are read on all cores and kept one by one. See <see cref="ArticleAdder"/>.</summary>
/// <param name="session">The session.</param>
/// <param name="ledger">The ledger.</param>
/// <param name="adder">Reads and keeps.</param>
internal sealed class AddingRun(Session session, ILedger ledger, ArticleAdder adder)
{
    /// <summary>Adds all inputs, and brings the results over several articles up to date.</summary>
    public int Add(IEnumerable<RawInput> inputs)
    {
        var (done, skipped) = Add(inputs, input => input, static _ => { });
        // A run before may have ended before it came to this.
        if (done == 0)
            Refresh();
        return ExitCode.Of(done, skipped);
    }

    /// <summary>Adds all inputs, and brings the results over several articles up to date; gives how many were added or there, and how many skipped.</summary>
    /// <param name="items">What holds the inputs.</param>
    /// <param name="inputOf">The input of an item.</param>
    /// <param name="onKept">Called when the input of an item is done with.</param>
    public (int Done, int Skipped) Add<T>(IEnumerable<T> items, Func<T, RawInput> inputOf, Action<T> onKept)
    {
        CheckClock();
        var (done, skipped) = (0, 0);
        foreach (var (item, read) in OrderedWork.Run(items, item => (item, adder.Read(inputOf(item))), session.Output.Flush))
        {
            // Keeping may take a while; what is known of the input is said before.
            foreach (var notice in read.Notices)
                session.Say(notice);
            _ = read.Skipped is null ? done++ : skipped++;
            var kept = adder.Keep(ledger, read);
            Line(kept.What, Rest(kept));
            foreach (var notice in kept.Notices.Skip(read.Notices.Length))
                session.Say(notice);
            onKept(item);
            session.Progress.Show(done + skipped, read.Share);
        }
        session.Output.Flush();
        if (done > 0)
            Refresh();
        return (done, skipped);
    }

    private void Refresh()
    {
        foreach (var function in LedgerFunctions.All)
            ledger.Refresh(function);
    }

    private static string Rest(KeptInput kept) =>
        kept.Detail is not { } detail ? kept.Name
        : kept.IsSkipped ? $"{kept.Name}: {detail}"
        : kept.WasRemoved ? $"{kept.Name} ({detail}; --restore takes it in again)"
        : $"{kept.Name} ({detail})";

    private void Line(string what, string rest) => session.Output.WriteLine($"{what, -13}  {rest}".ReplaceLineEndings(" "));

    private void CheckClock()
    {
        if (ledger.LastEntry() is { } last && last > adder.Note.At)
            session.Say(Problems.ClockBehind(Instant.Of(last), Instant.Of(adder.Note.At)));
    }
}
