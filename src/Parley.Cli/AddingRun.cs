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
        CheckClock();
        var (done, skipped) = (0, 0);
        foreach (var read in OrderedWork.Run(inputs, adder.Read, session.Output.Flush))
        {
            // Keeping may take a while; what is known of the input is said before.
            foreach (var notice in read.Notices)
                session.Say(notice);
            _ = read.Skipped is null ? done++ : skipped++;
            var kept = adder.Keep(ledger, read);
            Line(kept.What, Rest(kept));
            foreach (var notice in kept.Notices.Skip(read.Notices.Length))
                session.Say(notice);
            session.Progress.Show(done + skipped, read.Share);
        }
        session.Output.Flush();
        foreach (var function in LedgerFunctions.All)
            ledger.Refresh(function);
        return ExitCode.Of(done, skipped);
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
