using System.Collections.Immutable;
using Parley.Assessments;
using Parley.Corrections;
using Parley.Ledger;
using Parley.Links;
using Parley.Records;

namespace Parley.Cli;

/// <summary>
/// What a person should check of an undertaking, by uncertainty × consequence: each record that it rests on is left out, and each uncertain
/// one taken as sure, and the undertaking assessed again. Only what changes its standing is listed.
/// </summary>
internal static class CheckList
{
    /// <summary>The most records of one undertaking that are tried: those that are least sure.</summary>
    private const int MostTried = 12;

    /// <summary>A record that is surer than this is not worth a look.</summary>
    private const double Sure = 0.97;

    /// <summary>The rows of kind <c>queue</c>.</summary>
    /// <param name="subject">The undertaking.</param>
    /// <param name="assessment">How it stands.</param>
    /// <param name="involved">The readings that it rests on.</param>
    /// <param name="judge">How it would stand on other readings; null where it would not be there.</param>
    public static IEnumerable<DerivedRow> Of(
        BlockSubject subject,
        Assessment assessment,
        ImmutableArray<Reading> involved,
        Func<ImmutableArray<Reading>, string?> judge
    )
    {
        var now = new BoardEntry(assessment).Status;
        foreach (var doubt in Doubts(assessment, involved).OrderByDescending(doubt => doubt.Uncertainty).ThenBy(doubt => doubt.Key.Name, StringComparer.Ordinal).Take(MostTried))
        {
            var then = judge([.. involved.Select(reading => reading == doubt.Reading ? doubt.Changed : reading)]);
            if (then == now)
                continue;
            yield return new DerivedRow
            {
                Kind = "queue",
                Id = doubt.Key.Name,
                Party = assessment.Undertaking.Pledge.Party,
                Topic = UndertakingNames.Of(assessment.Undertaking.Pledge.Kind),
                Day = ReadingOrder.Day(doubt.Reading),
                State = now,
                Rank = Math.Round(doubt.Uncertainty * Weight(assessment, then), 4),
                Body = QueueEntry.Write(new QueueEntry(doubt.Key, doubt.IsSure, doubt.Confidence, subject.Id, now, then)),
            };
        }
    }

    /// <summary>A standing that is lost altogether weighs double; more reports make it weightier.</summary>
    private static double Weight(Assessment assessment, string? then) => (then is null ? 2 : 1) * Math.Log2(1 + assessment.Reports);

    private static IEnumerable<Doubt> Doubts(Assessment assessment, ImmutableArray<Reading> involved)
    {
        var testimonies = assessment.Supports.Concat(assessment.Doubts).Concat(assessment.Contradicts).ToList();
        foreach (var reading in involved)
        {
            var proofs = testimonies
                .Where(testimony => testimony.Reading.Article.Id == reading.Article.Id)
                .Select(testimony => testimony.Sentence)
                .ToHashSet();
            foreach (var deed in reading.Events)
            {
                var isProof = proofs.Any(sentence => sentence.Contains(deed.Evidence[0]));
                if (deed.Uncertain)
                    yield return Make(reading, deed.Id, true, deed.Confidence, reading with { Events = reading.Events.Replace(deed, deed with { Uncertain = false }) });
                else if (isProof && deed.Confidence < Sure)
                    yield return Make(reading, deed.Id, false, deed.Confidence, reading with { Events = reading.Events.Remove(deed) });
            }
            foreach (var said in reading.Statements.Where(said => !said.Uncertain && said.Confidence < Sure && proofs.Any(sentence => sentence.Contains(said.Evidence[0]))))
                yield return Make(reading, said.Id, false, said.Confidence, reading with { Statements = reading.Statements.Remove(said) });
            foreach (var telling in assessment.Undertaking.Tellings.Where(telling => telling.Reading.Article.Id == reading.Article.Id && telling.Undertaking.Confidence < Sure))
                if (reading.Undertakings.FirstOrDefault(undertaking => undertaking.Id == telling.Undertaking.Id) is { } undertaking)
                    yield return Make(reading, undertaking.Id, false, undertaking.Confidence, reading with { Undertakings = reading.Undertakings.Remove(undertaking) });
        }
    }

    private static Doubt Make(Reading reading, string id, bool isSure, double confidence, Reading changed) =>
        new(reading, RecordFinder.KeyOf(reading, id)!, isSure, confidence, changed);

    /// <summary>A record that may be wrong, or may be right, and the reading as it would be then.</summary>
    private sealed record Doubt(Reading Reading, RecordKey Key, bool IsSure, double Confidence, Reading Changed)
    {
        public double Uncertainty => IsSure ? Confidence : 1 - Confidence;
    }
}
