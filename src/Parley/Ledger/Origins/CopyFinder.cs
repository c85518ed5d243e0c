using System.Globalization;

namespace Parley.Ledger.Origins;

/// <summary>
/// Tells of which article another is a copy. The original is the one that came first, an agency's text before those of its customers. A function
/// of the article and of those that share keys with it, in whatever order they come: a ledger may keep its result and make it anew for each
/// article that shares keys with one that is added or removed.
/// </summary>
public static class CopyFinder
{
    /// <summary>An agency's text goes before what was printed within so many days before it.</summary>
    private const int AgencyLead = 3;

    /// <summary>The least share of an article's own words that makes it draw on another.</summary>
    private const double DrawnShare = 0.2;

    /// <summary>Originals whose shares differ by no more than this are told apart by their order alone.</summary>
    private const double Alike = 0.1;

    /// <summary>What an article has from others.</summary>
    /// <param name="article">The article.</param>
    /// <param name="others">Those that share keys with it; itself among them does no harm.</param>
    public static CopyLink Find(ArticleSketch article, IEnumerable<ArticleSketch> others)
    {
        var originals = new List<(ArticleSketch Sketch, double Share)>();
        var drawn = new SortedSet<string>(StringComparer.Ordinal);
        var rank = Rank(article);
        foreach (var other in others)
        {
            if (other.ArticleId == article.ArticleId || Rank(other).CompareTo(rank) > 0)
                continue;
            var overlap = TextOverlap.Of(article, other);
            if (overlap.IsCopy)
                originals.Add((other, overlap.Share));
            else if (overlap.Share >= DrawnShare)
                drawn.Add(other.ArticleId);
        }
        if (originals.Count == 0)
            return new CopyLink(article.ArticleId, null, 0, [.. drawn]);
        var most = originals.Max(original => original.Share);
        var (first, share) = originals.Where(original => original.Share >= most - Alike).MinBy(original => Rank(original.Sketch));
        return new CopyLink(article.ArticleId, first.ArticleId, share, [.. drawn]);
    }

    /// <summary>The order in which articles can be originals: by day, agencies ahead; the longer one first on one day without an hour; unknown days last.</summary>
    private static (int Day, string Instant, int Shortness, string Id) Rank(ArticleSketch sketch)
    {
        var day =
            DateOnly.TryParseExact(
                sketch.Published is { Length: >= 10 } published ? published[..10] : "",
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var date
            )
                ? date.DayNumber - (sketch.IsAgencyText ? AgencyLead : 0)
            : sketch.IsAgencyText ? int.MinValue
            : int.MaxValue;
        return (day, sketch.Published ?? "", -sketch.Own.Count, sketch.ArticleId);
    }
}
