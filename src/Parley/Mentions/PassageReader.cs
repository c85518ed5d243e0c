using System.Collections.Immutable;
using Parley.Syntax;
using Parley.Text;

namespace Parley.Mentions;

/// <summary>Joins words that the heads call limit, gap or condition into passages.</summary>
internal static class PassageReader
{
    /// <summary>A word belongs to a passage whose kind is at least this likely for it.</summary>
    private const float Least = 0.35f;

    /// <summary>Words that may lie between two parts of one passage.</summary>
    private const int Hole = 2;

    /// <summary>Reads the passages of a text.</summary>
    public static ImmutableArray<Passage> Read(ParsedText parsed)
    {
        var found = ImmutableArray.CreateBuilder<Passage>();
        if (parsed.Meaning.Labels is not { } labels)
            return [];
        foreach (var word in parsed.Meaning.Words)
        {
            var scores = labels.Scores(SemanticHead.Part, word.Classes);
            var (best, sum) = (1, 0f);
            for (var i = 0; i < scores.Length; i++)
            {
                sum += MathF.Exp(scores[i]);
                if (i > 0 && scores[i] > scores[best])
                    best = i;
            }
            var likely = MathF.Exp(scores[best]) / sum;
            if (likely < Least)
                continue;
            var kind = (PassageKind)(best - 1);
            if (
                found.Count > 0
                && found[^1] is var last
                && last.Kind == kind
                && word.Word - last.Words.End <= Hole
                && word.Sentence.Contains(last.Words.Start)
            )
                found[^1] = last with
                {
                    Words = last.Words with { End = word.Word + 1 },
                    Probability = (last.Probability * last.Words.Length + likely) / (last.Words.Length + 1),
                };
            else
                found.Add(new Passage(kind, new WordRange(word.Word, word.Word + 1), likely));
        }
        found.RemoveAll(passage => passage.Words.Length < 2);
        return found.ToImmutable();
    }
}
