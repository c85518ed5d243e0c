using System.Collections.Immutable;
using Parley.Records;

namespace Parley.Assessments;

/// <summary>What is known of an undertaking on a day, as the rules of its life ask for it.</summary>
internal interface IKnownEvidence
{
    /// <summary>True where something known turns it so.</summary>
    bool Has(Turn turn);

    /// <summary>True where others than the party tell of a deed.</summary>
    bool IsImplemented { get; }

    /// <summary>True where others than the party tell that the whole is done.</summary>
    bool IsDoneByOthers { get; }

    /// <summary>The claim that the whole is done.</summary>
    ClaimStatus Done { get; }

    /// <summary>How it is kept, by which rule, and whether its breach is established.</summary>
    (UndertakingStatus State, string Rule, bool IsBroken) Compliance { get; }

    /// <summary>The ids of the pieces that <see cref="Compliance"/> rests on, sorted.</summary>
    ImmutableArray<string> Because { get; }

    /// <summary>All that is known, in any order.</summary>
    IReadOnlyCollection<LifeEvent> All { get; }

    /// <summary>True for a piece that tells that the whole is done.</summary>
    static bool IsWhole(LifeEvent one, bool isDoneOnce) =>
        one.Item.Stance == Stance.Supports && (one.Completes || isDoneOnce && !one.IsPart);

    /// <summary>Ids of pieces, each once, sorted.</summary>
    static ImmutableArray<string> Ids(IEnumerable<LifeEvent> events) =>
        [.. events.Select(one => one.Item.Id).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
