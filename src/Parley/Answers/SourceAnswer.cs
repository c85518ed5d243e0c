using System.Collections.Immutable;
using Parley.Ledger;
using Parley.Sources;

namespace Parley.Answers;

/// <summary>An outlet, and how much of it a ledger has.</summary>
/// <param name="Entry">What is known of it.</param>
/// <param name="Articles">Number of its articles in force.</param>
public sealed record SourceAnswer(SourceEntry Entry, int Articles)
{
    /// <summary>The grades of reliability.</summary>
    public const string Grades = "ABCDEF";

    /// <summary>The outlets that a ledger has articles of or that users spoke of, by name.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="asOf">Count what had been published up to and with that ISO day; null for all.</param>
    public static ImmutableArray<SourceAnswer> All(ILedger ledger, string? asOf = null) => All(ledger, Counts(ledger, asOf));

    /// <summary>The same where the articles of each outlet are counted already.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="counts">What <see cref="Counts"/> gave.</param>
    public static ImmutableArray<SourceAnswer> All(ILedger ledger, IReadOnlyDictionary<string, int> counts)
    {
        var notes = ledger.SourceNotes();
        var registry = new SourceRegistry(notes);
        return
        [
            .. counts
                .Keys.Concat(notes.Select(note => note.Outlet))
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .Order(StringComparer.Ordinal)
                .Select(outlet => new SourceAnswer(registry.Find(outlet), counts.GetValueOrDefault(outlet))),
        ];
    }

    /// <summary>One outlet; an entry without facts where nothing is known of it.</summary>
    public static SourceAnswer Of(ILedger ledger, string outlet) =>
        new(new SourceRegistry(ledger.SourceNotes()).Find(outlet), Counts(ledger, null).GetValueOrDefault(outlet));

    /// <summary>Number of articles in force of each outlet, whatever its letters' case.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="asOf">Count what had been published up to and with that ISO day; null for all.</param>
    public static IReadOnlyDictionary<string, int> Counts(ILedger ledger, string? asOf) =>
        ledger
            .Articles(new ReadingQuery { AsOf = asOf })
            .Where(article => article.Publisher is not null)
            .GroupBy(article => article.Publisher!, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => group.Count(), StringComparer.OrdinalIgnoreCase);
}
