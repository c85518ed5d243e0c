using System.Collections.Immutable;
using Parley.Records;
using Parley.Syntax;

namespace Parley.Events;

/// <summary>Turns happenings into records: codes and scores by tables, evidence, attestation, confidence.</summary>
internal sealed class EventWriter(ParsedText parsed, Attester attester, Composition composition, bool explain)
{
    /// <summary>The record of a happening.</summary>
    public Event Write(Happening one, string id)
    {
        var (attestation, deniedBy) = attester.Judge(one);
        var best = one.Best;
        var clause = EvidenceClause.Of(best);
        var (mode, deed, line) = DeedCodes.Find(best.Trigger, one.Type);
        var standing = Offers.Standing(best.Trigger, one.Status);
        var cameo = PloverScale.Cameo(deed, standing);
        var confidence = EventConfidence.Of(one);
        var record = new Event
        {
            Id = id,
            Type = one.Type,
            Mode = mode,
            Contexts = ContextReader.Read(parsed, clause, deed, one.Doers.Concat(one.Targets)),
            Cameo = cameo,
            Trigger = parsed.SpanOf(EvidenceClause.Trigger(best.Trigger)),
            Sources = [.. one.Doers.Select(doer => doer.Actor.Id)],
            Targets = [.. one.Targets.Select(target => target.Actor.Id)],
            Inferred = [.. one.Doers.Concat(one.Targets).Where(party => party.IsInferred).Select(party => party.Actor.Id)],
            Place = one.Place?.Id,
            Places = Places(one),
            Time = one.Time?.Id,
            Status = one.Status,
            Statement = best.Statement?.Id,
            Goldstein = PloverScale.Goldstein(cameo),
            Plover = PloverScale.Plover(
                one.Type,
                standing,
                deed,
                best.Statement is not null || Charges.IsCharged(best.Trigger),
                Offers.IsOffered(best.Trigger)
            ),
            Attestation = attestation,
            DeniedBy = deniedBy,
            Confidence = confidence,
            Uncertain = confidence < composition.Certain,
            Evidence = Evidence(one),
        };
        return explain ? record with { Reasons = EventReasons.Of(one, record, deed, line) } : record;
    }

    /// <summary>The words that tell of it, the best telling first.</summary>
    public static ImmutableArray<int> Triggers(Happening one) =>
        [one.Best.Trigger.Index, .. one.Tellings.Where(telling => telling != one.Best).Select(telling => telling.Trigger.Index)];

    /// <summary>The words that count its victims or its means.</summary>
    public static ImmutableArray<int> Numbers(Happening one) =>
        [
            .. one
                .Tellings.SelectMany(telling => telling.Mention.Numbers)
                .Where(number => number.Probability >= 0.5f)
                .Select(number => number.Word)
                .Distinct(),
        ];

    // Each telling adds those that it names as equals of the place.
    private static ImmutableArray<string> Places(Happening one) =>
        one.Place is not { } place
            ? []
            :
            [
                place.Id,
                .. one
                    .Tellings.Where(telling => telling.Place?.Id == place.Id)
                    .SelectMany(telling => telling.OtherPlaces)
                    .Select(other => other.Id)
                    .Where(id => id != place.Id)
                    .Distinct(),
            ];

    private ImmutableArray<Span> Evidence(Happening one)
    {
        var spans = new List<Span> { parsed.SpanOf(EvidenceClause.Of(one.Best)) };
        foreach (var telling in one.Tellings)
            if (
                telling != one.Best
                && parsed.SpanOf(EvidenceClause.Of(telling)) is var span
                && !spans.Exists(known => known.Contains(span))
            )
                spans.Add(span);
        return [.. spans];
    }
}
