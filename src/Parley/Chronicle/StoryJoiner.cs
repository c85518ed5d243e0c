using System.Collections.Immutable;
using Parley.Claims;
using Parley.Ledger;
using Parley.Ledger.Origins;
using Parley.Records;
using Parley.Undertakings;

namespace Parley.Chronicle;

/// <summary>Groups articles that tell of one thing: a copy goes with its original, and those that tell the same undertaking or the same claim go together.</summary>
public static class StoryJoiner
{
    /// <summary>The stories in the order of their first articles.</summary>
    public static ImmutableArray<Story> Join(ImmutableArray<Reading> readings)
    {
        var origins = OriginFinder.Find(readings);
        var parents = readings.ToDictionary(reading => reading.Article.Id, reading => reading.Article.Id, StringComparer.Ordinal);
        foreach (var reading in readings)
            if (origins[reading.Article.Id].CopyOf is { } original)
                Tie(parents, reading.Article.Id, original);
        foreach (var undertaking in UndertakingJoiner.Join(readings))
        foreach (var telling in undertaking.Tellings)
            Tie(parents, undertaking.Tellings[0].Reading.Article.Id, telling.Reading.Article.Id);
        foreach (var claim in ClaimJoiner.Join(readings))
        foreach (var telling in claim.Tellings)
            Tie(parents, claim.First.Reading.Article.Id, telling.Reading.Article.Id);
        return
        [
            .. readings
                .GroupBy(reading => Root(parents, reading.Article.Id), StringComparer.Ordinal)
                .Select(group => Make([.. group], origins)),
        ];
    }

    private static Story Make(ImmutableArray<Reading> readings, System.Collections.Frozen.FrozenDictionary<string, ArticleOrigin> origins)
    {
        var names = readings.ToDictionary(reading => reading.Article.Id, OutletOf, StringComparer.Ordinal);
        return new Story
        {
            Id = readings[0].Article.Id[..Math.Min(8, readings[0].Article.Id.Length)],
            Title = readings[0].Article.Title,
            From = readings.Select(ReadingOrder.Day).FirstOrDefault(day => day is not null),
            To = readings.Select(ReadingOrder.Day).LastOrDefault(day => day is not null),
            Articles =
            [
                .. readings.Select(reading => new StoryArticle(
                    reading.Article.Id,
                    reading.Article.Source,
                    OutletOf(reading),
                    ReadingOrder.Day(reading),
                    reading.Article.Title,
                    origins[reading.Article.Id].CopyOf is { } original ? names.GetValueOrDefault(original, original) : null,
                    [
                        .. reading
                            .Actors.Select(actor => Side.CodeOf(actor, reading.Actors))
                            .Where(code => code.Length > 0)
                            .Select(Codes.SideOf)
                            .Distinct(StringComparer.Ordinal),
                    ]
                )),
            ],
            Outlets = names.Values.Distinct(StringComparer.OrdinalIgnoreCase).Count(),
            Origins = readings.Select(reading => origins[reading.Article.Id].Key).Distinct(StringComparer.OrdinalIgnoreCase).Count(),
        };
    }

    private static string OutletOf(Reading reading) => reading.Article.Publisher ?? reading.Article.Source ?? reading.Article.Id;

    private static string Root(Dictionary<string, string> parents, string id)
    {
        while (parents[id] != id)
            id = parents[id];
        return id;
    }

    private static void Tie(Dictionary<string, string> parents, string a, string b)
    {
        var (one, other) = (Root(parents, a), Root(parents, b));
        if (string.CompareOrdinal(one, other) < 0)
            parents[other] = one;
        else
            parents[one] = other;
    }
}
