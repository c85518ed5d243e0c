using System.Collections.Immutable;
using Parley.Answers;
using Parley.Intake;
using Parley.Ledger;
using Parley.Records;

namespace Parley.Cli;

/// <summary>What a call asks of a ledger.</summary>
internal sealed record LedgerQuestion : Question
{
    private const int MostNearNames = 3;

    /// <summary>The file of the ledger.</summary>
    public required string File { get; init; }

    /// <summary>True where JSON is wanted.</summary>
    public bool Json { get; init; }

    /// <summary>Opens the ledger; throws when there is none.</summary>
    public ILedger Open() => LedgerFile.Open(File);

    /// <summary>The readings that count, in the order of the ledger. An article without a date is left out where a day is asked for: nobody knows that it was there.</summary>
    public ImmutableArray<Reading> Readings()
    {
        using var ledger = Open();
        return [.. ledger.Readings(new ReadingQuery { AsOf = AsOf })];
    }

    /// <summary>Throws, with near names, where neither an actor of the readings nor one of the parties is the one that is asked for.</summary>
    /// <param name="readings">The readings that count; they are looked at only where none of the parties is the one.</param>
    /// <param name="parties">Codes and names of all parties before the choice.</param>
    public void CheckParty(IEnumerable<Reading> readings, IEnumerable<(string? Code, string? Name)> parties)
    {
        if (Party is null || parties.Any(party => IsParty(party.Code, party.Name)))
            return;
        var actors = readings
            .SelectMany(reading => reading.Actors)
            .Where(actor => actor.Code.Length > 0)
            .Select(actor => ((string?)actor.Code, actor.Kind == ActorKind.Person ? null : (string?)actor.Name));
        CheckParty(parties.Concat(actors));
    }

    /// <summary>Throws, with near names, where none of the parties that occur is the one that is asked for.</summary>
    /// <param name="parties">Codes and names of all parties before the choice.</param>
    public void CheckParty(IEnumerable<(string? Code, string? Name)> parties)
    {
        var known = parties.Distinct().ToList();
        if (Party is null || known.Exists(party => IsParty(party.Code, party.Name)))
            return;
        var names = known.SelectMany(party => new[] { party.Code, party.Name }).Where(name => !string.IsNullOrEmpty(name)).OfType<string>();
        throw new ProblemException(Problems.NoParty(Party, Offer(NearWords.Of(Party, names), names)), ExitCode.Usage);
    }

    private static string Offer(IEnumerable<string> near, IEnumerable<string> all)
    {
        var offered = near.Take(MostNearNames).ToList();
        if (offered.Count > 0)
            return $"did you mean {string.Join(" or ", offered)}?";
        var there = all.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return there.Count == 0
            ? "the ledger names no party; add articles first"
            : $"those that occur are {string.Join(", ", there.Take(4 * MostNearNames))}{(there.Count > 4 * MostNearNames ? " …" : "")}";
    }
}
