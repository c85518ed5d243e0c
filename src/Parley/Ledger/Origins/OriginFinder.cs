using System.Collections.Frozen;
using Parley.Records;

namespace Parley.Ledger.Origins;

/// <summary>
/// Groups articles by where their words come from (rules I1, I8 and I9): copies and cuts of one text, credits of an agency, notes of a feed. The
/// measure is that of studies of agency copy in the press; most copies credit nobody.
/// </summary>
public static class OriginFinder
{
    /// <summary>The origin of each reading, by article id. The order of the readings does not matter.</summary>
    public static FrozenDictionary<string, ArticleOrigin> Find(IEnumerable<Reading> readings) =>
        Find([.. readings.Select(reading => ArticleSketch.Of(reading.Article))]);

    /// <summary>The origin of each article, by its id.</summary>
    public static FrozenDictionary<string, ArticleOrigin> Find(IReadOnlyList<ArticleSketch> sketches)
    {
        var index = new SketchIndex();
        foreach (var sketch in sketches)
            index.Add(sketch);
        return Resolve([.. sketches.Select(sketch => (sketch, CopyFinder.Find(sketch, index.Alike(sketch))))]);
    }

    /// <summary>
    /// The origins of articles whose links are known, by article id. A chain of copies has one origin; give all its articles, since a credit on
    /// one copy tells the origin of all.
    /// </summary>
    public static FrozenDictionary<string, ArticleOrigin> Resolve(IReadOnlyCollection<(ArticleSketch Sketch, CopyLink Link)> articles)
    {
        var links = articles.ToDictionary(article => article.Sketch.ArticleId, article => article.Link, StringComparer.Ordinal);
        var origins = new Dictionary<string, ArticleOrigin>(StringComparer.Ordinal);
        foreach (var chain in articles.GroupBy(article => Root(article.Link, links), StringComparer.Ordinal))
        {
            var (key, basis) = KeyOf(chain.Key, [.. chain.Select(article => article.Sketch)]);
            foreach (var (sketch, link) in chain)
                origins[sketch.ArticleId] = new ArticleOrigin(sketch.ArticleId, key, link.CopyOf, link.Shared)
                {
                    Root = chain.Key,
                    Basis = link.CopyOf is not null && basis is OriginBasis.Outlet ? OriginBasis.Copy : basis,
                    DrawsOn = link.DrawsOn,
                };
        }
        return origins.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static string Root(CopyLink link, Dictionary<string, CopyLink> links)
    {
        while (link.CopyOf is { } original && links.TryGetValue(original, out var next))
            link = next;
        return link.ArticleId;
    }

    /// <summary>The origin of a chain of copies: the agency of its first text, else of any copy, else the outlet of the first.</summary>
    private static (string Key, OriginBasis Basis) KeyOf(string rootId, List<ArticleSketch> chain)
    {
        var root = chain.Find(sketch => sketch.ArticleId == rootId) ?? chain[0];
        if ((Agency(root) ?? chain.Select(Agency).OfType<string>().Order(StringComparer.Ordinal).FirstOrDefault()) is { } agency)
            return (agency, OriginBasis.Agency);
        if (root.Credit is not null)
            return (root.ArticleId, OriginBasis.UnnamedFeed);
        return root.Outlet is { } outlet ? (outlet, OriginBasis.Outlet) : (root.ArticleId, OriginBasis.NoOutlet);
    }

    private static string? Agency(ArticleSketch sketch) => sketch.Credit?.Agency ?? (sketch.IsAgencyText ? sketch.Outlet : null);
}
