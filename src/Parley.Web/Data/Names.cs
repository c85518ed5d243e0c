using System.Collections.Immutable;
using Parley.Answers;
using Parley.Records;

namespace Parley.Web.Data;

/// <summary>What the ids of a reading stand for.</summary>
internal static class Names
{
    /// <summary>Names of actors.</summary>
    public static IEnumerable<string> Of(Reading reading, ImmutableArray<string> ids) => Actors(reading, ids).Select(actor => actor.Name);

    /// <summary>Codes of actors, without those that have none.</summary>
    public static IEnumerable<string> Codes(Reading reading, ImmutableArray<string> ids) =>
        Actors(reading, ids).Select(actor => actor.Code).Where(code => code.Length > 0);

    /// <summary>True where one of the actors is the party that is asked for.</summary>
    public static bool Are(Reading reading, ImmutableArray<string> ids, Question question) =>
        question.Party is null || Actors(reading, ids).Any(actor => question.IsParty(actor.Code, actor.Name));

    /// <summary>Names of the places of a deed.</summary>
    public static IEnumerable<string> Places(Reading reading, Event deed) =>
        Ids(deed).Select(id => reading.Places.FirstOrDefault(place => place.Id == id)?.Name).OfType<string>();

    /// <summary>The first place of a deed; null where none is told.</summary>
    public static Place? Place(Reading reading, Event deed) => reading.Places.FirstOrDefault(place => place.Id == deed.Place);

    private static ImmutableArray<string> Ids(Event deed) => deed.Places.IsEmpty && deed.Place is { } only ? [only] : deed.Places;

    private static IEnumerable<Actor> Actors(Reading reading, ImmutableArray<string> ids) =>
        ids.Select(id => reading.Actors.FirstOrDefault(actor => actor.Id == id)).OfType<Actor>();
}
