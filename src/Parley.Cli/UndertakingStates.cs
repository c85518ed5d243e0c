using System.Collections.Immutable;
using Parley.Assessments;

namespace Parley.Cli;

/// <summary>The states of undertakings over several articles.</summary>
internal static class UndertakingStates
{
    /// <summary>All of them as screens spell them.</summary>
    public static ImmutableArray<string> All { get; } = [.. Enum.GetNames<AssessmentStatus>().Select(name => name.ToLowerInvariant())];
}
