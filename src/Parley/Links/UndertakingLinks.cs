using System.Collections.Immutable;
using Parley.Records;

namespace Parley.Links;

/// <summary>Fills an undertaking's evidence, standing and history from the records of its own article.</summary>
internal static class UndertakingLinks
{
    private static readonly EvidenceWeigher s_weigher = new();

    /// <summary>The undertaking with what bears on it.</summary>
    public static Undertaking Link(Undertaking undertaking, Reading reading)
    {
        if (UndertakingPledge.Of(undertaking, reading) is not { } pledge)
            return undertaking;
        var evidence = s_weigher.Weigh(pledge, reading, undertaking.Evidence);
        var history = StandingJudge.Judge(undertaking, pledge, evidence, reading);
        return undertaking with
        {
            Status = history[^1].Status,
            History = history,
            EvidenceFor = Ids(evidence, Bearing.For),
            EvidenceAgainst = [.. Ids(evidence, Bearing.Against), .. Ids(evidence, Bearing.Revokes)],
            Doubts = Ids(evidence, Bearing.Doubt),
        };
    }

    private static ImmutableArray<string> Ids(ImmutableArray<Evidence> evidence, Bearing bearing) =>
        [
            .. evidence
                .Where(item => item.Bearing == bearing)
                .SelectMany(item => new[] { item.Statement?.Id, item.Event?.Id })
                .OfType<string>()
                .Distinct(StringComparer.Ordinal),
        ];
}
