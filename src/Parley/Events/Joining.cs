using Parley.Lexicons;
using Parley.Syntax;
using Parley.Text;

namespace Parley.Events;

/// <summary>
/// Joins tellings of one happening, in the order of the text, each with the happening that it most likely tells of: on the average of its tellings, lest one of them that is told in vague
/// words draw others to it.
/// </summary>
internal sealed class Joining(Composition composition)
{
    /// <summary>How many happenings back a telling is compared with, and how many tellings of each: keeps long texts linear.</summary>
    private const int Window = 60;

    private const int Tellings = 6;

    private readonly List<Happening> _happenings = [];
    private readonly FeatureList _features = new(composition.Joining);

    /// <summary>The happenings of the tellings, in the order in which they are first told; headlines and captions come last.</summary>
    public static List<Happening> Join(IReadOnlyList<Telling> tellings, Composition composition)
    {
        var joining = new Joining(composition);
        foreach (var telling in tellings)
            if (!telling.IsSecondary)
                joining.Place(telling);
        foreach (var telling in tellings)
            if (telling.IsSecondary)
                joining.Place(telling);
        return joining._happenings;
    }

    private void Place(Telling telling)
    {
        if (telling.Keep < Keeping.Least)
            return;
        var (best, likely, because) = ((Happening?)null, composition.Same, "");
        for (var (i, seen) = (_happenings.Count - 1, 0); i >= 0 && seen < Window; i--, seen++)
        {
            var tellings = _happenings[i].Tellings;
            var (first, sum, most, nearest) = (Math.Max(0, tellings.Count - Tellings), 0.0, 0.0, 0);
            for (var t = first; t < tellings.Count; t++)
            {
                var score = Score(tellings[t], telling);
                sum += score;
                if (score >= most)
                    (most, nearest) = (score, t);
            }
            var mean = sum / (tellings.Count - first);
            if (mean >= likely)
                (best, likely, because) = (_happenings[i], mean, tellings[nearest].Trigger.Form.ToString());
        }
        if (best is not null)
            best.Add(telling, likely, because);
        else if (telling.Keep >= composition.Alone)
            _happenings.Add(new Happening(telling));
    }

    /// <summary>
    /// What is added to the log-odds of two tellings of one type and status in one sentence that are at odds in nothing: the ledger holds "one happening told by two words in one
    /// clause" for one event, where the marks that the weights were learned from keep a line for each word.
    /// </summary>
    private const double OneSentence = 3;

    /// <summary>
    /// What is added where one stands in a headline, the other in the text, and they are of one type and at odds in nothing: a headline tells what the text tells. The marked
    /// articles have few headlines.
    /// </summary>
    private const double Headline = 3;

    /// <summary>"Hold fire and pull back": two verbs side by side tell two deeds.</summary>
    private static bool AreTwoVerbs(Telling earlier, Telling later) =>
        !earlier.IsNoun && !later.IsNoun && later.Trigger.Relation == Relation.Conj && later.Trigger.Head == earlier.Trigger;

    private static bool IsHeadline(Telling telling) => Blocks.KindAt(telling.Trigger) == BlockKind.Heading;

    private double Score(Telling one, Telling other)
    {
        var (earlier, later) = one.Trigger.Index < other.Trigger.Index ? (one, other) : (other, one);
        if (!PairFeatures.MayJoin(earlier, later))
            return 0;
        _features.Clear();
        PairFeatures.Add(earlier, later, _features);
        if (earlier.Type != later.Type || PairFeatures.Clashes(earlier, later) > 0)
            return _features.Score();
        return _features.Score(
            IsHeadline(earlier) != IsHeadline(later) ? Headline
            : earlier.Sentence == later.Sentence && earlier.Status == later.Status && !AreTwoVerbs(earlier, later) ? OneSentence
            : 0
        );
    }
}
