using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Parley.Answers;
using Parley.Intake;
using Parley.Ledger;
using Parley.Records;

namespace Parley.Cli;

/// <summary>
/// One run over inputs into a ledger. Articles are read on all cores and kept one by one, each whole or not at all, so that a run that ends at any
/// moment is taken up by the next: what is there is not read again.
/// </summary>
/// <param name="session">The session.</param>
/// <param name="ledger">The ledger.</param>
/// <param name="doorkeeper">The same ledger, opened once more: it tells the readers what is there.</param>
/// <param name="documents">Takes inputs in.</param>
/// <param name="reader">Reads them.</param>
internal sealed class AddingRun(Session session, ILedger ledger, ILedger doorkeeper, DocumentReader documents, Reader reader)
{
    /// <summary>Before that year nothing that is taken in here was published; it is a default of a page, or a slip.</summary>
    private const string OldestYear = "1946";

    private readonly Lock _door = new();

    /// <summary>What makes the readings.</summary>
    public required LedgerRun Run { get; init; }

    /// <summary>Who adds, and when.</summary>
    public required Note Note { get; init; }

    /// <summary>True to take in again what was removed.</summary>
    public bool Restores { get; init; }

    /// <summary>Adds all inputs, and brings the results over several articles up to date.</summary>
    public int Add(IEnumerable<RawInput> inputs)
    {
        CheckClock();
        var (done, skipped) = (0, 0);
        foreach (var outcome in OrderedWork.Run(inputs, Read, session.Output.Flush))
        {
            foreach (var notice in outcome.Notices)
                session.Say(notice);
            _ = outcome.Skipped is null ? done++ : skipped++;
            Write(outcome);
            session.Progress.Show(done + skipped, outcome.Share);
        }
        session.Output.Flush();
        foreach (var function in LedgerFunctions.All)
            ledger.Refresh(function);
        return ExitCode.Of(done, skipped);
    }

    private Outcome Read(RawInput input)
    {
        var taken = documents.Read(input);
        var outcome = new Outcome(input.Name, input.Share, taken.Notices);
        if (taken.Document is not { } document)
            return outcome with { Skipped = taken.Skipped };
        var id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document.Text)));
        lock (_door)
        {
            if (doorkeeper.Holds(id))
                return outcome;
            if (!Restores && doorkeeper.Removal(id) is { } removal)
                return outcome with { Removal = removal };
        }
        try
        {
            return outcome with { Reading = reader.Read(document), Document = document };
        }
        catch (Exception e) when (e is not (OutOfMemoryException or OperationCanceledException))
        {
            return outcome with { Skipped = Problems.Fault(document.Source ?? input.Name, e).Skip(input.Name) };
        }
    }

    private void Write(Outcome outcome)
    {
        if (outcome.Skipped is { } skipped)
            Line("skipped", $"{outcome.Name}: {skipped.Code}: {skipped.Reason}");
        else if (outcome.Removal is { } removal)
            Line("was removed", $"{outcome.Name} ({Because(removal)}; --restore takes it in again)");
        else if (outcome.Reading is not { } reading)
            Line("already there", outcome.Name);
        else
        {
            var kept = ledger.Keep(reading, Run, Note, outcome.Document);
            var gone = kept.Changes.Count(change => change.IsGone);
            Line(
                kept.As switch
                {
                    KeptAs.Added => "added",
                    KeptAs.Version => "new version",
                    KeptAs.Restored => "restored",
                    KeptAs.ReadAnew => "read anew",
                    _ => "already there",
                },
                kept.As == KeptAs.Version ? $"{outcome.Name} ({kept.Changes.Length - gone} records new, {gone} gone)" : outcome.Name
            );
            CheckDate(reading, outcome.Name);
        }
    }

    private void Line(string what, string rest) => session.Output.WriteLine($"{what, -13}  {rest}".ReplaceLineEndings(" "));

    private static string Because(Note removal) =>
        $"{removal.At.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} by {removal.By}{(removal.Why.Length > 0 ? $": {removal.Why}" : "")}";

    private void CheckDate(Reading reading, string name)
    {
        if (ReadingOrder.Day(reading) is not { } day)
            return;
        // A day ahead may only be another time zone.
        if (string.CompareOrdinal(day, Note.At.UtcDateTime.AddDays(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) > 0)
            session.Say(Problems.FutureDate(name, day));
        else if (string.CompareOrdinal(day, OldestYear) < 0)
            session.Say(Problems.AncientDate(name, day));
    }

    private void CheckClock()
    {
        if (ledger.LastEntry() is { } last && last > Note.At)
            session.Say(Problems.ClockBehind(Instant.Of(last), Instant.Of(Note.At)));
    }

    /// <summary>What became of an input; without a reading, a reason to skip it or a removal, its article is there already.</summary>
    private sealed record Outcome(string Name, double? Share, IEnumerable<Problem> Notices)
    {
        public Reading? Reading { get; init; }

        public SourceDocument? Document { get; init; }

        public Skipped? Skipped { get; init; }

        public Note? Removal { get; init; }
    }
}
