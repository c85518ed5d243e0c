using System.Collections.Immutable;
using Parley.Chronicle;

namespace Parley.Answers;

/// <summary>Which words and deeds are asked for.</summary>
public static class TimelineAnswer
{
    /// <summary>Those of the party and topic that are asked for.</summary>
    public static ImmutableArray<TimelineEntry> Chosen(ImmutableArray<TimelineEntry> all, Question question) =>
        [.. all.Where(entry => question.IsParty(entry.Side, entry.Party) && question.IsTopic(entry.What, entry.Place))];
}
