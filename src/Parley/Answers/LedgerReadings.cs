using System.Collections.Immutable;
using Parley.Ledger;
using Parley.Records;

namespace Parley.Answers;

/// <summary>The readings that a question is about, and the parties that they name.</summary>
public static class LedgerReadings
{
    private const int MostNear = 3;
    private const int MostOffered = 12;

    /// <summary>The readings that count, in the order of the ledger. An article without a date is left out where a day is asked for: nobody knows that it was there.</summary>
    public static ImmutableArray<Reading> Of(ILedger ledger, Question question) =>
        [.. ledger.Readings(new ReadingQuery { AsOf = question.AsOf })];

    /// <summary>Codes and names of the actors of readings that a question may name as a party.</summary>
    public static IEnumerable<(string? Code, string? Name)> Actors(IEnumerable<Reading> readings) =>
        readings
            .SelectMany(reading => reading.Actors)
            .Where(actor => actor.Code.Length > 0)
            .Select(actor => ((string?)actor.Code, actor.Kind == ActorKind.Person ? null : (string?)actor.Name));

    /// <summary>Throws, with near names, where none of the parties that occur is the one that is asked for.</summary>
    /// <param name="question">What is asked.</param>
    /// <param name="parties">Codes and names of all parties before the choice.</param>
    /// <exception cref="RequestException">There is no such party.</exception>
    public static void CheckParty(Question question, IEnumerable<(string? Code, string? Name)> parties)
    {
        if (question.Party is not { } asked)
            return;
        var known = parties.Distinct().ToList();
        if (known.Exists(party => question.IsParty(party.Code, party.Name)))
            return;
        var names = known.SelectMany(party => new[] { party.Code, party.Name }).Where(name => !string.IsNullOrEmpty(name)).OfType<string>();
        throw new RequestException(RequestFault.NoParty, "party", asked, Offer(NearWords.Of(asked, names), names));
    }

    private static string Offer(IEnumerable<string> near, IEnumerable<string> all)
    {
        var offered = near.Take(MostNear).ToList();
        if (offered.Count > 0)
            return $"did you mean {string.Join(" or ", offered)}?";
        var there = all.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return there.Count == 0
            ? "the ledger names no party; add articles first"
            : $"those that occur are {string.Join(", ", there.Take(MostOffered))}{(there.Count > MostOffered ? " …" : "")}";
    }
}
