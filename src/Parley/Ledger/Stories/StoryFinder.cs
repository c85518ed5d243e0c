using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Parley.Ledger.Stories;

/// <summary>
/// Puts articles into stories, in order of publication: an article joins the story whose articles of the last days are most like it on average,
/// where they are alike enough, and opens one of its own otherwise. The order in which articles come into a ledger does not matter.
/// </summary>
public static class StoryFinder
{
    /// <summary>The least average likeness that makes an article part of a story.</summary>
    public const double LeastLikeness = 0.17;

    /// <summary>A story goes on for so many days behind its last article.</summary>
    public const int WindowDays = 4;

    /// <summary>The number of a story's last articles that a new one is compared with.</summary>
    public const int MostCompared = 20;

    /// <summary>The stories of articles, in the order of their first ones.</summary>
    public static ImmutableArray<Story> Find(IReadOnlyCollection<StorySketch> sketches)
    {
        var of = Assign(sketches);
        return
        [
            .. InOrder(sketches)
                .GroupBy(sketch => of[sketch.ArticleId], StringComparer.Ordinal)
                .Select(story => new Story(story.Key, [.. story.Select(sketch => sketch.ArticleId)])),
        ];
    }

    /// <summary>The story of each article, by ids.</summary>
    /// <param name="sketches">The articles.</param>
    /// <param name="settled">
    /// Stories that stay as they are, by the ids of articles; null for none. When an article comes, those published before it keep their stories,
    /// and those published after it are to be found anew, until the stories of <see cref="WindowDays"/> days have not changed.
    /// </param>
    public static FrozenDictionary<string, string> Assign(
        IReadOnlyCollection<StorySketch> sketches,
        IReadOnlyDictionary<string, string>? settled = null
    )
    {
        var of = new Dictionary<string, string>(StringComparer.Ordinal);
        var members = new Dictionary<string, List<StorySketch>>(StringComparer.Ordinal);
        var holders = new Dictionary<int, List<StorySketch>>();
        foreach (var sketch in InOrder(sketches))
        {
            var story =
                settled?.GetValueOrDefault(sketch.ArticleId)
                ?? Choose(sketch, Candidates(sketch, holders).Select(other => of[other.ArticleId]), members);
            of[sketch.ArticleId] = story;
            Add(members, story, sketch);
            foreach (var key in sketch.Keys)
                Add(holders, key, sketch);
        }
        return of.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The story that an article joins; its own id where it opens one.</summary>
    /// <param name="article">The article.</param>
    /// <param name="stories">Ids of the stories that may be its own: those of earlier articles that share a key with it.</param>
    /// <param name="members">The earlier articles of each of these stories, in order of publication; the last ones suffice.</param>
    public static string Choose(StorySketch article, IEnumerable<string> stories, IReadOnlyDictionary<string, List<StorySketch>> members)
    {
        var (best, most) = (article.ArticleId, LeastLikeness);
        foreach (var story in stories.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
            if (Likeness(article, members[story]) is var likeness && likeness > most)
                (best, most) = (story, likeness);
        return best;
    }

    private static double Likeness(StorySketch article, List<StorySketch> members)
    {
        var (sum, count) = (0.0, 0);
        for (var at = members.Count - 1; at >= 0 && count < MostCompared; at--)
        {
            if (!IsNear(article, members[at]))
                continue;
            sum += article.Likeness(members[at]);
            count++;
        }
        return count == 0 ? 0 : sum / count;
    }

    /// <summary>Earlier articles of the last days that share a key; of those without a date all.</summary>
    private static IEnumerable<StorySketch> Candidates(StorySketch article, Dictionary<int, List<StorySketch>> holders)
    {
        foreach (var key in article.Keys)
            if (holders.TryGetValue(key, out var held))
                for (var at = held.Count - 1; at >= 0 && IsNear(article, held[at]); at--)
                    yield return held[at];
    }

    private static bool IsNear(StorySketch later, StorySketch earlier) =>
        later.Day is not { } day || earlier.Day is not { } before || day - before <= WindowDays;

    private static IOrderedEnumerable<StorySketch> InOrder(IEnumerable<StorySketch> sketches) =>
        sketches
            .OrderBy(sketch => sketch.Day ?? int.MaxValue)
            .ThenBy(sketch => sketch.Published, StringComparer.Ordinal)
            .ThenBy(sketch => sketch.ArticleId, StringComparer.Ordinal);

    private static void Add<TKey>(Dictionary<TKey, List<StorySketch>> lists, TKey key, StorySketch sketch)
        where TKey : notnull
    {
        if (lists.TryGetValue(key, out var list))
            list.Add(sketch);
        else
            lists.Add(key, [sketch]);
    }
}
