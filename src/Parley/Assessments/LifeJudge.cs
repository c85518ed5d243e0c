using System.Collections.Immutable;
using Parley.Records;

namespace Parley.Assessments;

/// <summary>
/// The life of an undertaking by day: two axes, how far it has come (announced, in effect, ended) and how it is kept, as one state, by rules T1 to T14. A day is
/// judged on all that had been published up to and with it, so that the same evidence gives the same history whatever the order. A pure function.
/// </summary>
public static class LifeJudge
{
    /// <summary>The steps, in order; the last one tells how it stands on <paramref name="asOf"/>.</summary>
    /// <param name="life">What is known of it besides its evidence.</param>
    /// <param name="events">Its evidence, in any order.</param>
    /// <param name="asOf">ISO day of the judgement: what was published later is not known, what ends later has not ended.</param>
    /// <param name="weights">The weights; null for those that Parley ships.</param>
    public static ImmutableArray<StateChange> Judge(
        Life life,
        IReadOnlyCollection<LifeEvent> events,
        string asOf,
        AssessmentWeights? weights = null
    )
    {
        if (string.CompareOrdinal(life.Announced, asOf) > 0)
            return [];
        var walk = new Walk(life, weights ?? AssessmentWeights.Default);
        if (EvidenceTally.Fits(events))
            return InStep(walk, life, events, asOf);
        foreach (var day in Days(life, events, asOf))
        {
            walk.Step(
                day,
                walk.AtOnce([.. events.Where(one => string.CompareOrdinal(one.Known, day) <= 0 && !IsRetracted(one, day))]),
                Retracted(events, day)
            );
            if (walk.HasEnded)
                break;
        }
        return Replayed(walk.History, life, events, asOf, weights);
    }

    /// <summary>The same where nothing is ever withdrawn: each piece comes in once, on its day.</summary>
    private static ImmutableArray<StateChange> InStep(Walk walk, Life life, IReadOnlyCollection<LifeEvent> events, string asOf)
    {
        var tally = walk.Tally();
        List<(LifeEvent Event, int At)> coming =
        [
            .. events.Select((one, at) => (one, at)).OrderBy(pair => pair.one.Known, StringComparer.Ordinal),
        ];
        var next = 0;
        foreach (var day in Days(life, events, asOf))
        {
            for (; next < coming.Count && string.CompareOrdinal(coming[next].Event.Known, day) <= 0; next++)
                tally.Add(coming[next].Event, coming[next].At);
            walk.Step(day, tally, []);
            if (walk.HasEnded)
                break;
        }
        return walk.History;
    }

    /// <summary>A retraction after the end is replayed too: the last step then leads to where a fresh run without the withdrawn reports ends.</summary>
    private static ImmutableArray<StateChange> Replayed(
        ImmutableArray<StateChange> history,
        Life life,
        IReadOnlyCollection<LifeEvent> events,
        string asOf,
        AssessmentWeights? weights
    )
    {
        List<LifeEvent> withdrawn = [.. events.Where(one => IsRetracted(one, asOf))];
        if (withdrawn.Count == 0 || history.IsEmpty)
            return history;
        var on = withdrawn.Max(one => one.RetractedOn)!;
        var fresh = Judge(life, [.. events.Where(one => !IsRetracted(one, asOf))], asOf, weights);
        return fresh[^1].To == history[^1].To || string.CompareOrdinal(on, history[^1].At) < 0
            ? history
            : history.Add(
                new StateChange(
                    on,
                    history[^1].To,
                    fresh[^1].To,
                    "T13",
                    [.. withdrawn.Select(one => one.Item.Id).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]
                )
            );
    }

    private static bool IsRetracted(LifeEvent one, string day) => one.RetractedOn is { } on && string.CompareOrdinal(on, day) <= 0;

    private static ImmutableArray<string> Retracted(IEnumerable<LifeEvent> events, string day) =>
        [.. events.Where(one => one.RetractedOn == day).Select(one => one.Item.Id).Order(StringComparer.Ordinal)];

    /// <summary>The days on which something became known or a date passed, the first review a day after the start among them.</summary>
    private static IEnumerable<string> Days(Life life, IEnumerable<LifeEvent> events, string asOf) =>
        events
            .SelectMany(one => new[] { one.Known, one.RetractedOn })
            .Append(life.Announced)
            .Append(life.Begins)
            .Append(Next(life.Begins ?? life.Announced))
            .Append(life.Ends is { } end ? Next(end) : null)
            .OfType<string>()
            .Where(day => string.CompareOrdinal(day, life.Announced) >= 0 && string.CompareOrdinal(day, asOf) <= 0)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);

    private static string Next(string day) =>
        DateOnly.TryParseExact(
            day,
            "yyyy-MM-dd",
            System.Globalization.CultureInfo.InvariantCulture,
            System.Globalization.DateTimeStyles.None,
            out var date
        )
            ? date.AddDays(1).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)
            : day;

    /// <summary>The walk through the days.</summary>
    private sealed class Walk(Life life, AssessmentWeights weights)
    {
        private readonly ImmutableArray<StateChange>.Builder _history = ImmutableArray.CreateBuilder<StateChange>();
        private string? _inEffect;

        public ImmutableArray<StateChange> History => _history.ToImmutable();

        public bool HasEnded { get; private set; }

        private UndertakingStatus? State => _history.Count == 0 ? null : _history[^1].To;

        /// <summary>What is known, judged whole.</summary>
        public EvidenceAtOnce AtOnce(List<LifeEvent> known) => new(life, weights, IsDoneOnce, known);

        /// <summary>What is known, as it comes.</summary>
        public EvidenceTally Tally() => new(life, weights, IsDoneOnce);

        public void Step(string day, IKnownEvidence known, ImmutableArray<string> retracted)
        {
            if (_history.Count == 0)
                Go(day, UndertakingStatus.Announced, "T1", () => life.GivenBy);
            if (Turns(day, known))
                return;
            if (_inEffect is null && (IsDue(day) || known.IsImplemented))
            {
                _inEffect = day;
                Go(day, UndertakingStatus.Unverified, "T2", () => IsDue(day) ? life.GivenBy : IKnownEvidence.Ids(known.All));
            }
            if (_inEffect is null || Completes(day, known) || Expires(day, known))
                return;
            if (IsContinuing && string.CompareOrdinal(day, _inEffect) <= 0)
                return;
            var (state, rule, _) = known.Compliance;
            Go(day, state, retracted.IsEmpty ? rule : "T13", () => retracted.IsEmpty ? known.Because : retracted);
        }

        /// <summary>To stop, do less or let pass lasts; what is done once is done.</summary>
        private bool IsContinuing =>
            life.Kind
                is UndertakingKind.Ceasefire
                    or UndertakingKind.ReductionOfOperations
                    or UndertakingKind.Corridor
                    or UndertakingKind.Neutrality
                    or UndertakingKind.Guarantee;

        /// <summary>The party takes it back, its condition fails, another takes its place.</summary>
        private bool Turns(string day, IKnownEvidence known)
        {
            foreach (
                var (turn, rule, to) in (ReadOnlySpan<(Turn, string, UndertakingStatus)>)
                    [
                        (Turn.Voids, "T3", UndertakingStatus.Void),
                        (Turn.Revokes, "T4", _inEffect is null ? UndertakingStatus.Withdrawn : UndertakingStatus.Revoked),
                        (Turn.Supersedes, "T5", UndertakingStatus.Superseded),
                    ]
            )
                if (known.Has(turn))
                {
                    End(day, to, rule, () => IKnownEvidence.Ids(known.All.Where(one => one.Turn == turn)));
                    return true;
                }
            return false;
        }

        private bool IsDue(string day) => life.Begins is { } begins && string.CompareOrdinal(begins, day) <= 0;

        /// <summary>Completion is told, and not by the party alone: it must be supported at least, and what cannot be called kept, partly kept or broken then has not ended.</summary>
        private bool Completes(string day, IKnownEvidence known)
        {
            if (
                life.Kind
                    is UndertakingKind.Ceasefire
                        or UndertakingKind.Neutrality
                        or UndertakingKind.Guarantee
                        or UndertakingKind.Corridor
                || !known.IsDoneByOthers
            )
                return false;
            var done = known.Done;
            return done is ClaimStatus.Agreed or ClaimStatus.Corroborated or ClaimStatus.Supported
                && Finish(
                    day,
                    known,
                    outside: true,
                    () => done is ClaimStatus.Agreed or ClaimStatus.Corroborated,
                    one => IKnownEvidence.IsWhole(one, IsDoneOnce),
                    isTerm: false
                );
        }

        /// <summary>One act that is done or not, unless a part of it alone is told.</summary>
        private bool IsDoneOnce =>
            life.Kind
                is UndertakingKind.Recognition
                    or UndertakingKind.Talks
                    or UndertakingKind.Exchange
                    or UndertakingKind.SanctionsRelief;

        private bool Expires(string day, IKnownEvidence known)
        {
            if (life.Ends is not { } end || string.CompareOrdinal(end, day) >= 0)
                return false;
            List<LifeEvent> done = [.. known.All.Where(IsSupport)];
            return Finish(
                day,
                known,
                done.Exists(one => !one.IsOwn),
                () => ComplianceJudge.Keeping(life, done, weights).IsEstablished,
                IsSupport,
                isTerm: true
            );
        }

        private static bool IsSupport(LifeEvent one) => one.Item.Stance == Stance.Supports;

        private bool Finish(
            string day,
            IKnownEvidence known,
            bool outside,
            Func<bool> isEstablished,
            Func<LifeEvent, bool> isDone,
            bool isTerm
        )
        {
            var (state, _, isBroken) = known.Compliance;
            var to =
                isBroken && outside ? UndertakingStatus.PartlyKept
                : isBroken ? UndertakingStatus.Broken
                : state == UndertakingStatus.Contested ? UndertakingStatus.Contested
                : outside && isEstablished() ? UndertakingStatus.Kept
                : outside ? UndertakingStatus.Holding
                : UndertakingStatus.Lapsed;
            if (!isTerm && to is UndertakingStatus.Holding or UndertakingStatus.Contested or UndertakingStatus.Lapsed)
                return false;
            End(
                day,
                to,
                "T6",
                () => IKnownEvidence.Ids(known.All.Where(one => isDone(one) || one.Item.Stance == Stance.Contradicts && one.IsAttributed))
            );
            return true;
        }

        private void End(string day, UndertakingStatus to, string rule, Func<ImmutableArray<string>> because)
        {
            HasEnded = true;
            Go(day, to, rule, because);
        }

        private void Go(string day, UndertakingStatus to, string rule, Func<ImmutableArray<string>> because)
        {
            if (State != to)
                _history.Add(new StateChange(day, State, to, rule, because()));
        }
    }
}
