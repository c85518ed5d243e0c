namespace Parley.Ledger.Origins;

/// <summary>How much two texts have in common, by runs of five words.</summary>
/// <param name="Jaccard">Common runs as a share of all runs of both, 0 to 1.</param>
/// <param name="Containment">Common runs as a share of those of the text that has fewer, 0 to 1.</param>
/// <param name="Share">Share of the first text's own words that stand in the second; of all its words where nearly all are quoted.</param>
/// <param name="OwnJaccard">As <paramref name="Jaccard"/>, without what stands in quotation marks.</param>
/// <param name="Values">Share of the first text's names and numbers that stand in the second.</param>
/// <param name="SharedRuns">Number of common runs that <paramref name="Share"/> counts.</param>
public readonly record struct TextOverlap(
    double Jaccard,
    double Containment,
    double Share,
    double OwnJaccard,
    double Values,
    int SharedRuns
)
{
    /// <summary>Fewer runs than this are no text of one's own: the quotations are compared with the rest.</summary>
    private const int LeastOwn = 8;

    /// <summary>Compares two articles.</summary>
    public static TextOverlap Of(ArticleSketch first, ArticleSketch second)
    {
        var (a, b) = (first.Own, second.Own);
        var own = a.Shared(b);
        var crossed = a.Shared(second.Quoted) + first.Quoted.Shared(b);
        var common = own + crossed + first.Quoted.Shared(second.Quoted);
        var (all, others) = (a.Count + first.Quoted.Count, b.Count + second.Quoted.Count);
        var (shared, of, against) = a.Count >= LeastOwn ? (own, a.Count, b.Count) : (common, all, others);
        return new TextOverlap(
            Part(common, all + others - common),
            Part(common, Math.Min(all, others)),
            Part(shared, of),
            Part(shared, of + against - shared),
            first.Values.Count == 0 ? 1 : first.Values.ShareIn(second.Values),
            shared
        );
    }

    /// <summary>How alike the two are as they stand, quotations and all.</summary>
    public TextLikeness Likeness =>
        Jaccard >= 0.8 ? TextLikeness.Duplicate
        : Jaccard >= 0.4 || Containment >= 0.7 ? TextLikeness.NearDuplicate
        : Containment >= 0.2 ? TextLikeness.PartialReuse
        : TextLikeness.Different;

    /// <summary>
    /// True when the first, where it is the later one, has its words from the second: most of them, or half of them with nearly all its names and
    /// numbers.
    /// </summary>
    public bool IsCopy => SharedRuns >= LeastOwn && (Share >= 0.7 || OwnJaccard >= 0.4 || (Share >= 0.5 && Values >= 0.8));

    private static double Part(int part, int whole) => whole <= 0 ? 0 : (double)part / whole;
}

/// <summary>How alike two texts are.</summary>
public enum TextLikeness
{
    /// <summary>They share a phrase here and there at most.</summary>
    Different,

    /// <summary>One has a passage of the other: a fifth of its runs.</summary>
    PartialReuse,

    /// <summary>Edited or cut: two fifths of all runs, or seven tenths of the shorter's, are common.</summary>
    NearDuplicate,

    /// <summary>The same text but for a few words.</summary>
    Duplicate,
}
