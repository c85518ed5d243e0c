using System.Collections.Immutable;
using Parley.Ledger.Stories;
using Parley.Records;

namespace Parley.Ledger.Joining;

/// <summary>
/// Joins the events of different articles that are one happening. Only events of one story and type are compared; days, places or sides that are
/// at odds keep two apart whatever their words, and so does the difference between a deed done and one that is only spoken of. A function of the
/// events of a story, so that a ledger makes anew only the stories of an article that it adds.
/// </summary>
public static class EventJoiner
{
    /// <summary>The average log-odds from which two groups of tellings are one happening.</summary>
    public const double LeastLikeness = 0;

    private static readonly DeedLikeness s_likeness = new();

    /// <summary>The happenings of articles, by their ids.</summary>
    /// <param name="readings">The readings.</param>
    /// <param name="stories">The story of each article by its id; an article that is missing is a story by itself.</param>
    public static ImmutableArray<JoinedEvent> Join(IEnumerable<Reading> readings, IReadOnlyDictionary<string, string> stories)
    {
        var tellings = new List<(string Block, DeedTelling Telling, DeedScope Scope)>();
        foreach (var reading in readings)
        {
            var article = StorySketch.Of(reading.Article);
            var story = stories.GetValueOrDefault(reading.Article.Id) ?? reading.Article.Id;
            foreach (var happening in reading.Events.Where(happening => !happening.Uncertain))
                tellings.Add(($"{story}/{happening.Type}", DeedTelling.Of(happening, reading, article), DeedScope.Of(happening, reading)));
        }
        return
        [
            .. tellings
                .GroupBy(telling => telling.Block, StringComparer.Ordinal)
                .SelectMany(block => JoinBlock([.. block.OrderBy(telling => telling.Telling.Key)]))
                .OrderBy(happening => happening.Members[0]),
        ];
    }

    private static IEnumerable<JoinedEvent> JoinBlock(List<(string Block, DeedTelling Telling, DeedScope Scope)> block) =>
        AverageLinks
            .Group(
                block.Count,
                (a, b) =>
                    block[a].Scope.IsAtOdds(block[b].Scope)
                        ? double.NegativeInfinity
                        : s_likeness.Score(block[a].Telling, block[b].Telling),
                LeastLikeness
            )
            .Select(group => new JoinedEvent(block[group[0]].Telling.Type!.Value, [.. group.Select(at => block[at].Telling.Key)]));
}
