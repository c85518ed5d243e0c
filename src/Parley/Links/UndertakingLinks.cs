using System.Collections.Immutable;
using Parley.Records;

namespace Parley.Links;

/// <summary>Fills an undertaking's evidence, standing and history from the records of its own article.</summary>
internal static class UndertakingLinks
{
    private static readonly EvidenceWeigher s_weigher = new();

    /// <summary>The undertaking with what bears on it.</summary>
    public static Undertaking Link(Undertaking undertaking, Reading reading, bool explain)
    {
        if (UndertakingPledge.Of(undertaking, reading) is not { } pledge)
            return undertaking;
        var evidence = s_weigher.Weigh(pledge, reading, [.. undertaking.Evidence, .. undertaking.Limits, .. undertaking.Open]);
        var (history, rule) = StandingJudge.Judge(undertaking, pledge, evidence, reading);
        var status = history[^1].Status;
        return undertaking with
        {
            Status = status,
            History = history,
            EvidenceFor = Ids(evidence, Bearing.For),
            EvidenceAgainst = [.. Ids(evidence, Bearing.Against), .. Ids(evidence, Bearing.Revokes)],
            Doubts = Ids(evidence, Bearing.Doubt),
            Reasons = explain
                ? [.. undertaking.Reasons, new Reason("status", UndertakingNames.Of(status), rule), .. evidence.Select(ReasonOf)]
                : undertaking.Reasons,
        };
    }

    private static Reason ReasonOf(Evidence item)
    {
        var field = item.Bearing switch
        {
            Bearing.For => "evidenceFor",
            Bearing.Doubt => "doubts",
            _ => "evidenceAgainst",
        };
        return new Reason(field, item.Record, item.Because);
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
