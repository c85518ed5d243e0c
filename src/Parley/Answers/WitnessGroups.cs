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
        var groups = new List<Group>();
        foreach (var witness in witnesses)
        {
            var own = new Group(witness);
            if (groups.Find(other => other.HasCopy(own)) is { } group)
                group.All.Add(witness);
            else
                groups.Add(own);
        }
        return [.. groups.Select(group => group.All.ToImmutableArray())];
    }

    /// <summary>A witness and those behind it.</summary>
    private sealed class Group(BoardWitness first)
    {
        private HashSet<string>? _words;

        public List<BoardWitness> All { get; } = [first];

        /// <summary>The words of the sentence, which are made once: it is compared with all others.</summary>
        private HashSet<string> Words => _words ??= first.Sentence.Split(' ').ToHashSet(StringComparer.OrdinalIgnoreCase);

        private BoardWitness First => first;

        public bool HasCopy(Group other) =>
            first.Origin == other.First.Origin && first.Speaker == other.First.Speaker && IsAlike(Words, other.Words);

        /// <summary>Two sentences are alike when they share most of their words, whatever their order.</summary>
        private static bool IsAlike(HashSet<string> left, HashSet<string> right) =>
            left.Count(right.Contains) >= CopyShare * Math.Min(left.Count, right.Count);
    }
}
