using Parley.Ledger.Stories;
using Parley.Lexicons;

namespace Parley.Ledger.Joining;

/// <summary>
/// How likely two tellings are of one happening, by features with weights (<c>rules/same-deed.tsv</c>): the same word or a kin of it, the words
/// around, the names of the sentence, the articles. Learned on news of all sorts: <c>docs/decisions/origins.md</c>.
/// </summary>
internal sealed class DeedLikeness
{
    /// <summary>The weight of a word that no table knows, in tenths of the logarithm.</summary>
    private const double RareWeight = 53;

    /// <summary>Share of common first letters from which two words may have one root.</summary>
    private const double CommonRoot = 0.6;

    private const int LeastRoot = 4;

    /// <summary>The names of the features, in the order of <see cref="Features"/>; the first is always 1.</summary>
    public static readonly IReadOnlyList<string> FeatureNames =
    [
        "bias",
        "same",
        "same, first or last word",
        "same, rare",
        "kin, strong",
        "kin, weak",
        "kin, common root",
        "sentence",
        "sentence, same",
        "sentence, kin",
        "near words",
        "near words, same",
        "article",
        "article, same",
        "one article",
        "one article, same",
        "one sentence",
        "first sentences, same",
        "names, kin",
        "type, other word",
        "rare, other word",
        "named beside the other",
    ];

    private readonly double[] _weights;

    /// <summary>Reads the weights.</summary>
    public DeedLikeness()
    {
        var table = new WeightTable("rules/same-deed");
        _weights = [.. FeatureNames.Select(name => table[name])];
    }

    /// <summary>Takes other weights, in the order of <see cref="FeatureNames"/>.</summary>
    public DeedLikeness(IReadOnlyList<double> weights) => _weights = [.. weights];

    /// <summary>The log-odds that two tellings are of one happening.</summary>
    public double Score(DeedTelling a, DeedTelling b)
    {
        var features = Features(a, b);
        var sum = 0.0;
        for (var i = 0; i < _weights.Length; i++)
            sum += _weights[i] * features[i];
        return sum;
    }

    /// <summary>The features of a pair; the order of the two does not matter.</summary>
    public static double[] Features(DeedTelling a, DeedTelling b)
    {
        var isSame = false;
        var rarity = 0.0;
        foreach (var word in a.Words)
            if (b.Words.Contains(word))
                (isSame, rarity) = (true, Math.Max(rarity, Rarity(word)));
        var kinship = isSame ? Kinship.None : KinshipOf(a, b);
        var hasRoot = !isSame && HaveCommonRoot(a, b);
        var (same, other, kin) = (isSame ? 1.0 : 0, isSame ? 0 : 1.0, kinship != Kinship.None || hasRoot ? 1.0 : 0);
        var (sentence, near, article) = (a.Sentence.Likeness(b.Sentence), a.Near.Likeness(b.Near), a.Article.Likeness(b.Article));
        var isOneArticle = a.Key.ArticleId == b.Key.ArticleId;
        var oneArticle = isOneArticle ? 1.0 : 0;
        var isLead = !isOneArticle && a.SentenceNumber <= 1 && b.SentenceNumber <= 1;
        return
        [
            1,
            same,
            isSame && (a.Words[0] == b.Words[0] || a.Words[^1] == b.Words[^1]) ? 1 : 0,
            rarity,
            kinship == Kinship.Strong ? 1 : 0,
            kinship == Kinship.Weak ? 1 : 0,
            hasRoot ? 1 : 0,
            sentence,
            sentence * same,
            sentence * kin,
            near,
            near * same,
            article,
            article * same,
            oneArticle,
            oneArticle * same,
            isOneArticle && a.SentenceNumber == b.SentenceNumber ? 1 : 0,
            isLead ? same : 0,
            Shared(a, b) * kin,
            a.Type is not null && a.Type == b.Type ? other : 0,
            Math.Min(a.Words.Max(Rarity), b.Words.Max(Rarity)) * other,
            other > 0 && (a.Words.Any(b.Near.Contains) || b.Words.Any(a.Near.Contains)) ? 1 : 0,
        ];
    }

    private static double Rarity(string stem) => StoryWords.WeightOf(stem) / RareWeight;

    private static Kinship KinshipOf(DeedTelling a, DeedTelling b)
    {
        var nearest = Kinship.None;
        foreach (var word in a.Words)
        foreach (var other in b.Words)
            if (DeedKin.Of(word, other) is var kinship && kinship > nearest)
                nearest = kinship;
        return nearest;
    }

    private static bool HaveCommonRoot(DeedTelling a, DeedTelling b)
    {
        foreach (var word in a.Words)
        foreach (var other in b.Words)
            if (
                Math.Min(word.Length, other.Length) >= LeastRoot
                && word.AsSpan().CommonPrefixLength(other) >= CommonRoot * Math.Max(word.Length, other.Length)
            )
                return true;
        return false;
    }

    /// <summary>Names that both sentences have, as a share of all their names.</summary>
    private static double Shared(DeedTelling a, DeedTelling b)
    {
        var common = a.Names.Count(b.Names.Contains);
        var all = a.Names.Length + b.Names.Length - common;
        return all == 0 ? 0 : (double)common / all;
    }
}
