using Parley.Records;

namespace Parley.Undertakings;

/// <summary>From when and until when a telling holds, by the ids of times; null where it does not say.</summary>
internal readonly record struct Period(string? From, string? Until)
{
    /// <summary>What is done once is due on the day that is told with it; what lasts begins then.</summary>
    public static bool IsLasting(UndertakingKind kind) =>
        kind
            is UndertakingKind.Ceasefire
                or UndertakingKind.ReductionOfOperations
                or UndertakingKind.Neutrality
                or UndertakingKind.Guarantee
                or UndertakingKind.Corridor;
}
