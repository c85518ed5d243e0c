using System.Collections.Immutable;
using Parley.Records;
using Parley.Undertakings;

namespace Parley.Links;

/// <summary>Fills an undertaking's evidence, standing and history from the records of its own article.</summary>
internal static class UndertakingLinks
{
    private static readonly EvidenceWeigher s_weigher = new();

    /// <summary>The undertaking with what bears on it.</summary>
    public static Undertaking Link(Undertaking undertaking, Reading reading)
    {
        if (PledgeOf(undertaking, reading) is not { } pledge)
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

    /// <summary>What there is to judge of an undertaking; null where its party is not in the reading.</summary>
    public static Pledge? PledgeOf(Undertaking undertaking, Reading reading) =>
        Side.Find(undertaking.By, reading.Actors) is not { } party
            ? null
            : new Pledge
            {
                Party = Side.Of(party, reading.Actors),
                Kind = undertaking.Kind,
                Area = [.. reading.Places.Where(place => undertaking.Places.Contains(place.Id))],
                Since = Since(undertaking, reading),
            };

    /// <summary>The day it holds from, else the day it was said, else none.</summary>
    private static string? Since(Undertaking undertaking, Reading reading)
    {
        foreach (
            var id in undertaking
                .Statements.Select(id => reading.Statements.FirstOrDefault(said => said.Id == id)?.Time)
                .Prepend(undertaking.From)
        )
            if (
                reading.Times.FirstOrDefault(time => time.Id == id) is { Resolved: true, Value: { Length: >= 10 } value }
                && char.IsAsciiDigit(value[0])
            )
                return value[..10];
        return null;
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
