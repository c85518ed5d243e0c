using System.Collections.Immutable;
using Parley.Assessments;
using Parley.Records;

namespace Parley.Answers;

/// <summary>The states of undertakings over several articles.</summary>
public static class UndertakingStates
{
    /// <summary>All of them as screens spell them.</summary>
    public static ImmutableArray<string> All { get; } = [.. Enum.GetValues<UndertakingStatus>().Select(BoardEntries.StateName)];
}
