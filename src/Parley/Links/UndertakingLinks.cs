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
                ?
                [
                    .. undertaking.Reasons,
                    new Reason("status", UndertakingNames.Of(status), rule),
                    .. evidence.Select(item => ReasonOf(item, undertaking)),
                ]
                : undertaking.Reasons,
        };
    }

    private static Reason ReasonOf(Evidence item, Undertaking undertaking)
    {
        var field = item.Bearing switch
        {
            Bearing.For => "evidenceFor",
            Bearing.Doubt => "doubts",
            _ => "evidenceAgainst",
        };
        if (item.Event is not { } happening)
            return new Reason(field, item.Statement!.Id, "a doubt of another side that names the party and the matter or area");
        var deed = string.Join(
            ' ',
            new[] { ReadingJson.Spell(happening.Type), happening.Mode, ReadingJson.Spell(happening.Status) }.OfType<string>()
        );
        return new Reason(field, happening.Id, $"rules/undertaking-evidence: {UndertakingNames.Of(undertaking.Kind)}, {deed}");
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
