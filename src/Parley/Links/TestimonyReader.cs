using System.Collections.Immutable;
using Parley.Lexicons;
using Parley.Records;

namespace Parley.Links;

/// <summary>
/// Finds evidence by the trained reader of testimony: of each sentence that the hard rules leave any bearing, the network tells how it bears; the record
/// in it that may bear so is the evidence, a deed before a statement before the sentence itself.
/// </summary>
/// <param name="model">The network.</param>
internal sealed class TestimonyReader(ITestimonyModel model)
{
    private static readonly WeightTable s_least = new("rules/testimony");

    /// <summary>What bears on <paramref name="pledge"/>, a piece a sentence and bearing.</summary>
    public IEnumerable<Evidence> Read(Pledge pledge, Reading reading, IEnumerable<EvidencePair> pairs)
    {
        var asked = new List<(string Sentence, bool IsSeconded, List<EvidencePair> Pairs)>();
        var screen = model.Screen(pledge.Words);
        foreach (var group in pairs.Where(pair => !pair.IsTelling && s_all.Any(pair.MayBearBy)).GroupBy(pair => pair.Record.Sentence))
            if (group.Key < reading.Article.Sentences.Length && group.Any(IsLinked))
                if (ByRule(group) is { } plain)
                    yield return plain;
                else if (
                    reading.Article.Sentences[group.Key].Of(reading.Article.Text).ToString() is var sentence
                    && group.Any(IsSeconded) is var isSeconded
                    && (isSeconded || screen(sentence))
                )
                    asked.Add((sentence, isSeconded, [.. group]));
        if (asked.Count == 0)
            yield break;
        var scores = model.Score(pledge.Words, [.. asked.Select(one => one.Sentence)], [.. asked.Select(one => one.IsSeconded)]);
        for (var at = 0; at < asked.Count; at++)
            if (Decide(scores[at], asked[at].Pairs) is { } found)
                yield return found;
    }

    /// <summary>True where anything in it could touch the promise, so that the network need not be asked of every sentence: a side or place, a word of the matter or of testimony, or the promise itself nearby.</summary>
    private static bool IsLinked(EvidencePair pair) =>
        pair.Record.Named.Contains(pair.Pledge.Party) && pair.Record.Event is not null
        || pair.Record.Places.Length > 0 && !pair.Pledge.Area.IsEmpty && EvidenceScope.IsInside(pair.Pledge, pair.Record)
        || pair.Record.Around.Refers
        || pair.Record.Around.Told.Count > 0
        || pair.Record.Around.Negated.Count > 0
        || pair.Distance is >= -1 and <= 2
        || pair.SharesMatter;

    private static readonly Bearing[] s_all = [Bearing.For, Bearing.Against, Bearing.Doubt, Bearing.Revokes, Bearing.Voids];

    private static bool IsSeconded(EvidencePair pair) => !pair.Record.IsUnsure && EvidenceWeigher.Judge(pair) is not null;

    /// <summary>True where features read it so, too.</summary>
    private static bool IsSeconded(EvidencePair pair, Bearing bearing) =>
        !pair.Record.IsUnsure && EvidenceWeigher.Judge(pair)?.Bearing == bearing;

    /// <summary>What needs no network.</summary>
    private static Evidence? ByRule(IEnumerable<EvidencePair> pairs)
    {
        foreach (var pair in pairs)
            if (!pair.Record.IsUnsure && EvidenceWeigher.ByRule(pair) is { } plain)
                return plain;
        return null;
    }

    /// <summary>The likeliest bearing that a record may have and that is likely enough; less is asked of one that features read so too.</summary>
    private static Evidence? Decide(TestimonyScores scores, List<EvidencePair> pairs)
    {
        foreach (var bearing in s_all.OrderByDescending(scores.Of))
        {
            var likely = scores.Of(bearing);
            if (likely < s_least["Seconded"])
                return null;
            EvidencePair? best = null;
            foreach (var pair in pairs)
                if (
                    pair.MayBearBy(bearing)
                    && (likely >= s_least[bearing.ToString()] || IsSeconded(pair, bearing))
                    && (best is null || Rank(pair, bearing) < Rank(best, bearing))
                )
                    best = pair;
            if (best is not null)
                return best.ToEvidence(bearing, $"models/en-testimony: {likely:F2}") with
                {
                    Completes = bearing == Bearing.For && scores.Kept > scores.Holds,
                };
        }
        return null;
    }

    /// <summary>The deed that shows it by its type, a doubt's own statement, then other deeds, statements and the sentence.</summary>
    private static int Rank(EvidencePair pair, Bearing bearing) =>
        bearing == Bearing.Doubt
            ? pair.Record.Event is null && pair.Record.Statement is not null
                ? 0
                : pair.Record.Statement is not null
                    ? 1
                    : 2
            : pair.Sort switch
            {
                "typed" => 0,
                "deed" => 1,
                "word" or "doubt" => 2,
                _ => 3,
            };
}
