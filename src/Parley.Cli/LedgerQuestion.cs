using System.Collections.Immutable;
using Parley.Intake;
using Parley.Ledger;
using Parley.Records;

namespace Parley.Cli;

/// <summary>What a call asks of a ledger.</summary>
internal sealed record LedgerQuestion
{
    private const int MostNearNames = 3;

    /// <summary>The file of the ledger.</summary>
    public required string File { get; init; }

    /// <summary>The last day of publication that counts, as an ISO date; null for all.</summary>
    public string? AsOf { get; init; }

    /// <summary>Code or name of the one party to show; null for all.</summary>
    public string? Party { get; init; }

    /// <summary>A word of the topic to show; null for all.</summary>
    public string? Topic { get; init; }

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

    /// <summary>True for a day up to and with the one that is asked for.</summary>
    /// <param name="day">ISO date; null where it is not known.</param>
    public bool IsKnown(string? day) => AsOf is null || (day is not null && string.CompareOrdinal(day, AsOf) <= 0);

    /// <summary>True for the party that is asked for, and for what belongs to it.</summary>
    /// <param name="code">Its code (<c>RUS.MIL</c>); empty or null where it has none.</param>
    /// <param name="name">Its name; null where it is not known.</param>
    public bool IsParty(string? code, string? name = null) =>
        Party is null || IsWithin(code, Party) || string.Equals(name, Party, StringComparison.OrdinalIgnoreCase);

    /// <summary>True where a topic, kind or deed has the word that is asked for.</summary>
    public bool IsTopic(params ReadOnlySpan<string?> topics)
    {
        if (Topic is null)
            return true;
        foreach (var topic in topics)
            if (topic?.Contains(Topic, StringComparison.OrdinalIgnoreCase) == true)
                return true;
        return false;
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

    private static bool IsWithin(string? code, string whole) =>
        !string.IsNullOrEmpty(code)
        && code.StartsWith(whole, StringComparison.OrdinalIgnoreCase)
        && (code.Length == whole.Length || code[whole.Length] == '.');
}
