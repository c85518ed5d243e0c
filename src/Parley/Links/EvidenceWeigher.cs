using System.Collections.Immutable;
using Parley.Records;

namespace Parley.Links;

/// <summary>
/// Finds what in a reading speaks for an undertaking, against it, or doubts it. Scope comes first and is hard (<see cref="EvidenceScope"/>); how what lies
/// in it bears is scored by learned weights (<c>rules/evidence</c>); that the party takes it back is a rule. A pure function of undertaking and reading.
/// </summary>
/// <param name="model">The reader of testimony, asked of articles that do not tell the undertaking; null to weigh those by features too.</param>
public sealed class EvidenceWeigher(ITestimonyModel? model = null)
{
    private readonly TestimonyReader? _reader = model is null ? null : new TestimonyReader(model);

    /// <summary>Name of the reader of testimony; empty when there is none.</summary>
    public string Name { get; } = model?.Name ?? "";

    /// <summary>What bears on <paramref name="pledge"/> in <paramref name="reading"/>, in the order of the text.</summary>
    /// <param name="pledge">The undertaking.</param>
    /// <param name="reading">The reading, of the same or another article.</param>
    /// <param name="told">Spans that tell the undertaking itself, which are no evidence of its being kept.</param>
    public ImmutableArray<Evidence> Weigh(Pledge pledge, Reading reading, ImmutableArray<Span> told)
    {
        if (told.IsEmpty && !MayBear(pledge, reading))
            return [];
        List<Evidence> found =
            _reader is not null && told.IsEmpty
                ? [.. _reader.Read(pledge, reading, AllPairs(pledge, reading, told))]
                : [.. Pairs(pledge, reading, told).Select(Judge).OfType<Evidence>()];
        return [.. Settle(found).Select(item => WithSpeaker(item, reading)).OrderBy(evidence => evidence.Span)];
    }

    /// <summary>A sentence with one statement in it is that speaker's word, not the outlet's.</summary>
    private static Evidence WithSpeaker(Evidence item, Reading reading)
    {
        if (item.Event is not null || item.Statement is not null)
            return item;
        Statement? only = null;
        foreach (var said in reading.Statements)
            if (!said.Uncertain && item.Span.Contains(said.Evidence[0]))
                if (only is null)
                    only = said;
                else
                    return item;
        return only is null ? item : item with { Statement = only };
    }

    /// <summary>The records of a reading that may bear on an undertaking, with their features: what the scorer is asked, and learns from.</summary>
    internal static IEnumerable<EvidencePair> Pairs(Pledge pledge, Reading reading, ImmutableArray<Span> told)
    {
        foreach (var pair in AllPairs(pledge, reading, told))
            if (!pair.Record.IsUnsure && !pair.IsTelling && pair.MayBear)
                yield return pair;
    }

    private static IEnumerable<EvidencePair> AllPairs(Pledge pledge, Reading reading, ImmutableArray<Span> told)
    {
        var sentences = reading.Article.Sentences;
        int[] tellings = [.. told.Select(span => EvidenceRecords.SentenceOf(sentences, span.Start)).Distinct()];
        foreach (var record in EvidenceRecords.Of(reading))
            yield return new EvidencePair(pledge, reading, record, told, Distance(tellings, record.Sentence));
    }

    /// <summary>False for a reading that names neither the bound side nor the area, so that nothing in it need be weighed.</summary>
    private static bool MayBear(Pledge pledge, Reading reading)
    {
        foreach (var actor in reading.Actors)
            if (actor.Code.StartsWith(pledge.Party.AsSpan(0, Math.Min(3, pledge.Party.Length)), StringComparison.Ordinal))
                return true;
        foreach (var place in reading.Places)
            if (place.Country == pledge.Party || !pledge.Area.IsEmpty && PledgeArea.Covers(pledge, place))
                return true;
        return false;
    }

    private static int? Distance(int[] tellings, int sentence)
    {
        int? nearest = null;
        foreach (var telling in tellings)
            if (nearest is not { } least || Math.Abs(sentence - telling) < Math.Abs(least))
                nearest = sentence - telling;
        return nearest;
    }

    /// <summary>How a record bears by rule, else by its features.</summary>
    internal static Evidence? Judge(EvidencePair pair)
    {
        if (ByRule(pair) is { } plain)
            return plain;
        if (pair.IsPlainDoubt)
            return pair.ToEvidence(Bearing.Doubt, "a statement of another side that doubts");
        return EvidenceScorer.Judge(pair.Sort, pair.Features(), pair.Allows) is { } judged
            ? pair.ToEvidence(judged.Bearing, $"rules/evidence: {judged.Probability:F2}")
            : null;
    }

    /// <summary>What needs no score: the party takes it back, its condition failed, or a plain deed keeps or breaks it.</summary>
    internal static Evidence? ByRule(EvidencePair pair) =>
        pair.Revokes ? pair.ToEvidence(Bearing.Revokes, "the party takes it back")
        : pair.Voids ? pair.ToEvidence(Bearing.Voids, "its condition failed")
        : pair.Plain is { } plain ? pair.ToEvidence(plain, $"rules/undertaking-evidence: {UndertakingNames.Of(pair.Pledge.Kind)}")
        : null;

    /// <summary>A sentence counts where no record in it does. A statement counts once: with the deed that it tells where the deed bears, which its doubt turns into a doubt; else alone.</summary>
    private static IEnumerable<Evidence> Settle(List<Evidence> found)
    {
        foreach (var item in found)
        {
            if (
                item.Event is null
                && item.Statement is null
                && found.Exists(other => (other.Event ?? (object?)other.Statement) is not null && item.Span.Contains(other.Span))
            )
                continue;
            var isDoubted =
                item is { Bearing: Bearing.For, Event: not null, Statement: { } by }
                && found.Exists(other => other.Event is null && other.Bearing == Bearing.Doubt && other.Statement == by);
            if (
                item.Event is null
                && item.Statement is { } said
                && found.Exists(other => other.Event is not null && other.Statement == said)
            )
                continue;
            yield return isDoubted ? item with { Bearing = Bearing.Doubt } : item;
        }
    }
}
