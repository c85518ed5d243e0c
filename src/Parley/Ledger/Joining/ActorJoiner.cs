using System.Collections.Immutable;
using Parley.Records;

namespace Parley.Ledger.Joining;

/// <summary>
/// Joins the actors of different articles. People are one where the surname is, first names agree, and country, role or story agree too: two
/// namesakes stay two. A surname alone is somebody only within a story that names one such person in full. A function of the actors of a block
/// (see <see cref="BlockOf"/>), so that a ledger makes anew only the blocks of an article that it adds.
/// </summary>
public static class ActorJoiner
{
    /// <summary>The key of the actors that one can be joined with; null where it has no name to be known by in other articles.</summary>
    public static string? BlockOf(Actor actor, Reading reading) => ActorTelling.Of(actor, reading, "")?.Block;

    /// <summary>Joins all actors of readings that have a name, in the order of their ids.</summary>
    /// <param name="readings">The readings.</param>
    /// <param name="stories">The story of each article by its id; an article that is missing is a story by itself.</param>
    public static ImmutableArray<JoinedActor> Join(IEnumerable<Reading> readings, IReadOnlyDictionary<string, string> stories)
    {
        var tellings =
            from reading in readings
            let story = stories.GetValueOrDefault(reading.Article.Id) ?? reading.Article.Id
            from actor in reading.Actors
            let telling = ActorTelling.Of(actor, reading, story)
            where telling is not null
            select telling;
        return
        [
            .. tellings
                .GroupBy(telling => telling.Block, StringComparer.Ordinal)
                .SelectMany(block => JoinBlock(block.Key, [.. block.OrderBy(telling => telling.Key)]))
                .OrderBy(actor => actor.Id, StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<JoinedActor> JoinBlock(string block, List<ActorTelling> tellings) =>
        (tellings[0].IsPerson ? People(tellings) : Bodies(tellings)).Select(group => Make(block, group));

    /// <summary>Bodies without a code and with a name of one word are joined within a story only.</summary>
    private static IEnumerable<List<ActorTelling>> Bodies(List<ActorTelling> tellings) =>
        tellings
            .GroupBy(telling => telling.Code.Length == 0 && !telling.IsFull ? telling.Story : "", StringComparer.Ordinal)
            .Select(group => group.ToList());

    private static List<List<ActorTelling>> People(List<ActorTelling> tellings)
    {
        var groups = new List<List<ActorTelling>>();
        // Those who are known best open the groups, so that the order of articles decides nothing.
        foreach (
            var telling in tellings
                .Where(telling => telling.IsFull)
                .OrderBy(telling => telling.Country.Length == 0)
                .ThenByDescending(telling => telling.Words[0].Length > 1)
                .ThenBy(telling => string.Join(' ', telling.Words), StringComparer.Ordinal)
                .ThenBy(telling => telling.Country, StringComparer.Ordinal)
                .ThenBy(telling => telling.Key)
        )
            Add(groups, telling, groups.FindAll(group => CanJoin(group, telling)));
        var full = groups.ToList();
        foreach (var telling in tellings.Where(telling => !telling.IsFull))
        {
            var known = full.FindAll(group => group.Exists(other => other.Story == telling.Story) && !IsAtOdds(group, telling));
            Add(groups, telling, known.Count > 0 ? known : groups.FindAll(group => IsSameSurname(group, telling)));
        }
        return groups;
    }

    /// <summary>Adds to the only group that fits; where several do or none, it stays by itself.</summary>
    private static void Add(List<List<ActorTelling>> groups, ActorTelling telling, List<List<ActorTelling>> fitting)
    {
        if (fitting.Count == 1)
            fitting[0].Add(telling);
        else
            groups.Add([telling]);
    }

    private static bool CanJoin(List<ActorTelling> group, ActorTelling telling) =>
        group.TrueForAll(other => FoldedName.CanBeSame(other.Words[0], telling.Words[0]))
        && !IsAtOdds(group, telling)
        && group.Exists(other => Agrees(other, telling));

    /// <summary>A surname alone in one story.</summary>
    private static bool IsSameSurname(List<ActorTelling> group, ActorTelling telling) =>
        !group[0].IsFull && group[0].Story == telling.Story && !IsAtOdds(group, telling);

    private static bool IsAtOdds(List<ActorTelling> group, ActorTelling telling) =>
        telling.Country.Length > 0 && group.Exists(other => other.Country.Length > 0 && other.Country != telling.Country);

    private static bool Agrees(ActorTelling a, ActorTelling b) =>
        a.Story == b.Story || (a.Country.Length > 0 && a.Country == b.Country) || a.Role.Any(b.Role.Contains);

    private static JoinedActor Make(string block, List<ActorTelling> group)
    {
        group.Sort((a, b) => a.Key.CompareTo(b.Key));
        return new JoinedActor
        {
            Id = $"{block}/{group[0].Key}",
            Name = group
                .GroupBy(telling => telling.Actor.Name, StringComparer.Ordinal)
                .OrderByDescending(name => name.First().Words.Length)
                .ThenByDescending(name => name.Count())
                .ThenBy(name => name.Key, StringComparer.Ordinal)
                .First()
                .Key,
            Code =
                group
                    .Where(telling => telling.Code.Length > 0)
                    .GroupBy(telling => telling.Code, StringComparer.Ordinal)
                    .OrderByDescending(code => code.Count())
                    .ThenBy(code => code.Key, StringComparer.Ordinal)
                    .FirstOrDefault()
                    ?.Key
                ?? "",
            Kind = group[0].Actor.Kind,
            Roles = [.. group.Select(telling => telling.Actor.Role).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)],
            Members = [.. group.Select(telling => telling.Key)],
        };
    }
}
