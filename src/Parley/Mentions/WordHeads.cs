using System.Collections.Immutable;
using Parley.Syntax;
using Parley.Text;

namespace Parley.Mentions;

/// <summary>The scores of one word as probabilities.</summary>
internal readonly ref struct WordHeads(SemanticLabels labels, SemanticWord word)
{
    /// <summary>The probability that the word has any class of the head but none.</summary>
    public float Likely(SemanticHead head)
    {
        var scores = labels.Scores(head, word.Classes);
        var (greatest, sum) = (Greatest(scores), 0f);
        foreach (var score in scores)
            sum += MathF.Exp(score - greatest);
        return 1 - MathF.Exp(scores[0] - greatest) / sum;
    }

    /// <summary>The likeliest class and its runner-up, given that there is one.</summary>
    public Choice<T> Choose<T>(SemanticHead head)
        where T : struct, Enum
    {
        var names = ChooseName(head);
        return new Choice<T>(
            ClassNames.Parse<T>(names.Best),
            names.Probability,
            ClassNames.Parse<T>(names.Second),
            names.SecondProbability
        );
    }

    /// <inheritdoc cref="Choose"/>
    public Choice<string> ChooseName(SemanticHead head)
    {
        var names = labels.Of(head);
        var scores = labels.Scores(head, word.Classes);
        var first = names[0] == "none" ? 1 : 0;
        var (best, second) = (-1, -1);
        for (var i = first; i < scores.Length; i++)
            if (best < 0 || scores[i] > scores[best])
                (best, second) = (i, best);
            else if (second < 0 || scores[i] > scores[second])
                second = i;
        var sum = 0f;
        for (var i = first; i < scores.Length; i++)
            sum += MathF.Exp(scores[i] - scores[best]);
        return new Choice<string>(names[best], 1 / sum, names[second], MathF.Exp(scores[second] - scores[best]) / sum);
    }

    /// <summary>The words that fill a role, in the order of the text.</summary>
    public ImmutableArray<Argument> Arguments(SemanticRole role)
    {
        if (word.Roles[(int)role] is not { } odds)
            return [];
        var found = ImmutableArray.CreateBuilder<Argument>();
        for (var i = 0; i < odds.Length; i++)
            if (Probability(odds[i]) is >= MentionReader.LeastArgument and var likely)
                found.Add(new Argument(word.Sentence.Start + i, likely));
        return found.ToImmutable();
    }

    /// <summary>The words that fill a role, as runs.</summary>
    public ImmutableArray<WordRange> Runs(SemanticRole role)
    {
        var found = ImmutableArray.CreateBuilder<WordRange>();
        if (word.Roles[(int)role] is { } odds)
            for (var i = 0; i < odds.Length; i++)
                if (odds[i] > 0)
                {
                    var start = i;
                    while (i < odds.Length && odds[i] > 0)
                        i++;
                    found.Add(new WordRange(word.Sentence.Start + start, word.Sentence.Start + i));
                }
        return found.ToImmutable();
    }

    private static float Greatest(ReadOnlySpan<float> scores)
    {
        var greatest = scores[0];
        foreach (var score in scores)
            greatest = MathF.Max(greatest, score);
        return greatest;
    }

    private static float Probability(float logOdds) => 1 / (1 + MathF.Exp(-logOdds));
}
