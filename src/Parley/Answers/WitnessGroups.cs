using System.Collections.Immutable;
using Parley.Assessments;

namespace Parley.Answers;

/// <summary>Folds copies: one witness in several reports of the same words is shown once.</summary>
public static class WitnessGroups
{
    /// <summary>The share of words from which two sentences are one text.</summary>
    private const double CopyShare = 0.8;

    /// <summary>Each witness and, behind it, those of copies of the same words.</summary>
    public static ImmutableArray<ImmutableArray<BoardWitness>> Of(IEnumerable<BoardWitness> witnesses)
    {
        var groups = new List<List<BoardWitness>>();
        foreach (var witness in witnesses)
            if (groups.Find(other => IsCopy(other[0], witness)) is { } group)
                group.Add(witness);
            else
                groups.Add([witness]);
        return [.. groups.Select(group => group.ToImmutableArray())];
    }

    private static bool IsCopy(BoardWitness one, BoardWitness other) =>
        one.Origin == other.Origin && one.Speaker == other.Speaker && Alike(one.Sentence, other.Sentence);

    /// <summary>Two sentences are alike when they share most of their words, whatever their order.</summary>
    private static bool Alike(string a, string b)
    {
        var (left, right) = (
            a.Split(' ').ToHashSet(StringComparer.OrdinalIgnoreCase),
            b.Split(' ').ToHashSet(StringComparer.OrdinalIgnoreCase)
        );
        return left.Count(right.Contains) >= CopyShare * Math.Min(left.Count, right.Count);
    }
}
