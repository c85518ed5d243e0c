using System.Collections.Immutable;
using System.Globalization;
using Parley.Records;

namespace Parley.Negotiations;

/// <summary>
/// Follows proposals from party to party: put forward, countered, accepted, refused, taken back, lapsed. What hangs on another's yes stays a proposal
/// until that yes is told; a yes with a condition is a counter-proposal.
/// </summary>
public static class ProposalThreads
{
    /// <summary>Days without a word after which a proposal has lapsed.</summary>
    public const int LapseDays = 30;

    /// <summary>The threads of one topic, in the order in which they were put forward.</summary>
    /// <param name="tellings">What all parties said on the topic, in any order.</param>
    /// <param name="lastDay">The day as of which it is judged, as an ISO date; null where none is known: then nothing lapses.</param>
    public static ImmutableArray<ProposalThread> Of(IEnumerable<PositionTelling> tellings, string? lastDay)
    {
        var threads = new List<Open>();
        foreach (
            var telling in tellings
                .Where(telling => telling.Day is not null)
                .OrderBy(telling => telling.Day, StringComparer.Ordinal)
                .ThenBy(telling => telling.Citation.Article, StringComparer.Ordinal)
                .ThenBy(telling => telling.Citation.Start)
        )
            Take(threads, telling);
        return [.. threads.Select(thread => thread.Close(lastDay))];
    }

    private static void Take(List<Open> threads, PositionTelling telling)
    {
        foreach (var thread in threads)
            if (thread.Side != telling.Side && AnswerOf(thread.Stance, telling) is { } answer && thread.IsAbout(telling))
                thread.Add(answer, telling);
            else if (thread.IsTakenBack(telling))
                thread.Add(ProposalState.Withdrawn, telling);
        if (PutsForward(telling.Stance) && !threads.Exists(thread => thread.Side == telling.Side && thread.IsAbout(telling)))
            threads.Add(new Open(telling));
    }

    private static bool PutsForward(PositionStance stance) =>
        stance is PositionStance.Demands or PositionStance.Proposes or PositionStance.Offers;

    /// <summary>Who asks for what is offered, or for what is asked of him, has not answered it.</summary>
    private static ProposalState? AnswerOf(PositionStance first, PositionTelling telling) =>
        telling.Stance switch
        {
            PositionStance.Accepts => telling.IsConditional ? ProposalState.Countered : ProposalState.Accepted,
            PositionStance.Rejects => ProposalState.Refused,
            PositionStance.Proposes or PositionStance.Offers => ProposalState.Countered,
            PositionStance.Demands when first == PositionStance.Proposes => ProposalState.Countered,
            _ => null,
        };

    /// <summary>A thread that is being followed.</summary>
    private sealed class Open(PositionTelling first)
    {
        private readonly List<ProposalStep> _steps = [new(ProposalState.Tabled, first.Day, first)];
        private readonly HashSet<string> _about = new(first.About, StringComparer.OrdinalIgnoreCase);

        public string Side => first.Side;

        public PositionStance Stance => first.Stance;

        /// <summary>True where both are about the same, or one does not say what it is about.</summary>
        public bool IsAbout(PositionTelling telling)
        {
            if (_about.Count == 0 || telling.About.IsEmpty)
                return true;
            foreach (var name in telling.About)
                if (_about.Contains(name))
                    return true;
            return false;
        }

        /// <summary>Who turns down what he put forward takes it back; who demands Crimea and will not discuss it does not.</summary>
        public bool IsTakenBack(PositionTelling telling) =>
            Side == telling.Side
            && telling.Stance == PositionStance.Rejects
            && Stance != PositionStance.Demands
            && _steps[^1].State != ProposalState.Countered
            && IsAbout(telling);

        public void Add(ProposalState state, PositionTelling telling)
        {
            if (!(_steps[^1].State == state && _steps[^1].Telling?.Side == telling.Side))
                _steps.Add(new ProposalStep(state, telling.Day, telling));
        }

        public ProposalThread Close(string? lastDay)
        {
            var last = _steps[^1];
            if (last.State is ProposalState.Tabled or ProposalState.Countered && Days(last.Day, lastDay) > LapseDays)
                _steps.Add(new ProposalStep(ProposalState.Lapsed, DayAfter(last.Day!), null));
            return new ProposalThread
            {
                Topic = first.Topic,
                Side = first.Side,
                State = _steps[^1].State,
                Steps = [.. _steps],
            };
        }

        private static int Days(string? from, string? to) =>
            Parse(from) is { } start && Parse(to) is { } end ? end.DayNumber - start.DayNumber : 0;

        private static string DayAfter(string day) =>
            Parse(day)!.Value.AddDays(LapseDays + 1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

        private static DateOnly? Parse(string? day) =>
            DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
    }
}
