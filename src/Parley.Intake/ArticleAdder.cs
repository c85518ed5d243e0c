using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Parley.Ledger;
using Parley.Records;

namespace Parley.Intake;

/// <summary>
/// Adds inputs to a ledger, for commands and the workbench alike. <see cref="Read"/> may run on several threads at once, <see cref="Keep"/> on one. An
/// article is kept whole or not at all, so that a run that ends at any moment is taken up by the next: what is there is not read again.
/// </summary>
/// <param name="doorkeeper">The ledger, by which it is seen what is there; no other thread uses this instance.</param>
/// <param name="documents">Takes inputs in.</param>
/// <param name="reader">Reads them.</param>
public sealed class ArticleAdder(ILedger doorkeeper, DocumentReader documents, Reader reader)
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

    /// <summary>Reads an input, where its article is not there yet.</summary>
    public ReadInput Read(RawInput input)
    {
        var taken = documents.Read(input);
        var outcome = new ReadInput(input.Name, input.Share, taken.Notices) { IsUnchanged = input.IsUnchanged };
        if (taken.Document is not { } document)
            return outcome with { Skipped = taken.Skipped };
        var id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document.Text)));
        outcome = outcome with { Article = id };
        lock (_door)
        {
            if (doorkeeper.Holds(id))
                return outcome;
            if (!Restores && doorkeeper.Removal(id) is { } removal)
                return outcome with { Removal = removal };
        }
        try
        {
            return outcome with { Ready = doorkeeper.Prepare(reader.Read(document), Run, document) };
        }
        catch (Exception e) when (e is not (OutOfMemoryException or OperationCanceledException))
        {
            return outcome with { Skipped = Problems.Fault(document.Source ?? input.Name, e).Skip(input.Name) };
        }
    }

    /// <summary>Keeps what was read.</summary>
    /// <param name="ledger">The ledger, by the instance that writes.</param>
    /// <param name="input">The input.</param>
    public KeptInput Keep(ILedger ledger, ReadInput input)
    {
        if (input.Skipped is { } skipped)
            return new(input.Name, KeptInput.Skipped, $"{skipped.Code}: {skipped.Reason}", input.Article, input.Notices);
        if (input.Removal is { } removal)
            return new(input.Name, KeptInput.Removed, Because(removal), input.Article, input.Notices);
        if (input.IsUnchanged)
            return new(input.Name, KeptInput.Present, "not changed since it was last fetched", null, input.Notices);
        if (input.Ready is not { } ready)
            return new(input.Name, KeptInput.Present, null, input.Article, input.Notices);
        var (reading, kept) = (ready.Reading, ledger.KeepAll([ready], Note)[0]);
        var gone = kept.Changes.Count(change => change.IsGone);
        return new(
            input.Name,
            kept.As switch
            {
                KeptAs.Added => "added",
                KeptAs.Version => "new version",
                KeptAs.Restored => "restored",
                KeptAs.ReadAnew => "read anew",
                _ => KeptInput.Present,
            },
            kept.As == KeptAs.Version ? $"{kept.Changes.Length - gone} records new, {gone} gone" : null,
            reading.Article.Id,
            [.. input.Notices, .. DateNotices(reading, input.Name)]
        );
    }

    private IEnumerable<Problem> DateNotices(Reading reading, string name)
    {
        if (ReadingOrder.Day(reading) is not { } day)
            yield break;
        // A day ahead may only be another time zone.
        if (string.CompareOrdinal(day, Note.At.UtcDateTime.AddDays(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) > 0)
            yield return Problems.FutureDate(name, day);
        else if (string.CompareOrdinal(day, OldestYear) < 0)
            yield return Problems.AncientDate(name, day);
    }

    private static string Because(Note removal) =>
        $"{removal.At.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} by {removal.By}{(removal.Why.Length > 0 ? $": {removal.Why}" : "")}";
}

/// <summary>What became of an input before it is kept; without a reading, a reason to skip it or a removal, its article is there already.</summary>
/// <param name="Name">The input.</param>
/// <param name="Share">How much of the whole run lies behind it, 0 to 1; null when unknown.</param>
/// <param name="Notices">What the user should know.</param>
public sealed record ReadInput(string Name, double? Share, ImmutableArray<Problem> Notices)
{
    /// <summary>Id of its article; null where it was skipped before that was known.</summary>
    public string? Article { get; init; }

    /// <summary>Its reading, ready to be kept; null where it was not read.</summary>
    public ReadyReading? Ready { get; init; }

    /// <summary>Why it was skipped; null where it was not.</summary>
    public Skipped? Skipped { get; init; }

    /// <summary>True for an address that has not changed since it was last fetched; nothing more is known of it.</summary>
    public bool IsUnchanged { get; init; }

    /// <summary>Who removed its article; null where nobody did.</summary>
    public Note? Removal { get; init; }
}

/// <summary>What became of an input.</summary>
/// <param name="Name">The input.</param>
/// <param name="What"><c>added</c>, <c>new version</c>, <c>restored</c>, <c>read anew</c>, <c>already there</c>, <c>was removed</c> or <c>skipped</c>.</param>
/// <param name="Detail">Why, or how much; null where there is nothing to say.</param>
/// <param name="Article">Id of its article; null where it was skipped before that was known.</param>
/// <param name="Notices">What the user should know.</param>
public sealed record KeptInput(string Name, string What, string? Detail, string? Article, ImmutableArray<Problem> Notices)
{
    internal const string Present = "already there";
    internal const string Removed = "was removed";
    internal const string Skipped = "skipped";

    /// <summary>True where it could not be read.</summary>
    public bool IsSkipped => What == Skipped;

    /// <summary>True where its article was removed before, and stays so.</summary>
    public bool WasRemoved => What == Removed;
}
