using System.Collections.Immutable;
using Parley.Actors;
using Parley.Lexicons;
using Parley.Mentions;
using Parley.Places;
using Parley.Records;
using Parley.Statements;
using Parley.Syntax;
using Parley.Times;
using Parley.Undertakings;

namespace Parley.Positions;

/// <summary>Stage 7. In: the mentions and all before. Out: who wants what at the table.</summary>
/// <remarks>
/// The network reads which word names a topic, how its party stands to it and who that is (<see cref="PositionMention"/>). This stage weighs every side that may
/// take it and every stance (<see cref="PositionFeatures"/>), names the topic in the words of <c>lexicons/topics</c>, fills guarantors, term and time, and joins
/// what is told twice: the same side, topic and stance.
/// </remarks>
/// <param name="model">Name of the language model, which decides the weights.</param>
public sealed class PositionReader(string model = "en")
{
    private readonly PositionWeights _weights = PositionWeights.Of(model);

    /// <summary>Reads the positions of a text.</summary>
    public ImmutableArray<Position> Read(
        ParsedText parsed,
        MentionTable mentions,
        ActorTable actors,
        PlaceTable places,
        TimeTable times,
        StatementTable statements,
        bool explain = false
    )
    {
        var parties = new PartyReader(parsed, actors, statements);
        var topics = new TopicReader(parsed);
        var details = new PositionDetails(parsed, actors, places, times, parties);
        var scorer = new PositionFeatures(parsed, mentions, parties, topics);
        var stances = new StanceReader(parsed, mentions, parties);
        var features = new FeatureList(_weights.Scorer, explain);
        var found = new List<Position>();
        foreach (var one in Likeliest(Weighed(), parties))
        {
            var topic = topics.Read(one.Of.Mention, one.Of.Clause);
            var position = details.Fill(one.Of.Mention, one.Of.Party, topic, one.Stance, one.Of.Clause, one.Confidence) with
            {
                Uncertain = one.Confidence < _weights.Certain,
            };
            Add(found, explain ? position with { Reasons = Reasons(parsed, one, topic) } : position, parties);
        }
        return [.. found.Select((position, at) => position with { Id = $"o{at + 1}" })];

        IEnumerable<Settled> Weighed()
        {
            foreach (var (one, isBeside) in Candidates(parsed, mentions, parties, topics))
                if (Settle(scorer, stances, one, isBeside, features) is var settled && settled.Confidence >= _weights.Least)
                    yield return settled;
        }
    }

    /// <summary>The sides that may take a position on what each mention names; with it, whether a likelier word of the same clause names a topic.</summary>
    internal static IEnumerable<(PositionCandidate Candidate, bool IsBeside)> Candidates(
        ParsedText parsed,
        MentionTable mentions,
        PartyReader parties,
        TopicReader topics
    )
    {
        var reader = new CandidateReader(parsed, parties, topics);
        foreach (var mention in mentions.Positions)
        foreach (var one in reader.Read(mention))
            yield return (one, mentions.Positions.Any(other => other.Probability > mention.Probability && one.Clause.Contains(other.Word)));
    }

    private Settled Settle(PositionFeatures scorer, StanceReader stances, PositionCandidate one, bool isBeside, FeatureList features)
    {
        var best = new Settled(one, PositionStance.Unclear, -1, "");
        foreach (var stance in stances.Read(one))
        {
            if (stance == PositionStance.Unclear)
                return new Settled(one, stance, _weights.Certain, "neither taken up nor turned down");
            features.Clear();
            scorer.Add(one, stance, isBeside, features);
            if (features.Score() is var likely && likely > best.Confidence)
                best = new Settled(one, stance, likely, features.Explain());
        }
        return best;
    }

    /// <summary>Of what a side takes in one clause the likeliest, in the order of the text: which word of a clause names the topic is a matter of taste.</summary>
    private static IEnumerable<Settled> Likeliest(IEnumerable<Settled> all, PartyReader parties)
    {
        var kept = new List<Settled>();
        foreach (var one in all.OrderByDescending(one => one.Confidence))
            if (!kept.Exists(other => parties.IsSame(other.Of.Party, one.Of.Party) && IsNear(other.Of, one.Of)))
                kept.Add(one);
        return kept.OrderBy(one => one.Of.Mention.Word);
    }

    private static bool IsNear(PositionCandidate one, PositionCandidate other) =>
        one.Clause.Contains(other.Mention.Word) || other.Clause.Contains(one.Mention.Word);

    /// <summary>A side with its likeliest stance, how likely that is, and why.</summary>
    private sealed record Settled(PositionCandidate Of, PositionStance Stance, double Confidence, string Because);

    /// <summary>Log-odds are held below this probability.</summary>
    private const double Surest = 0.99;

    private void Add(List<Position> found, Position position, PartyReader parties)
    {
        var at = found.FindIndex(other =>
            other.Topic == position.Topic && parties.SideOf(other.Party) == parties.SideOf(position.Party) && IsOne(other, position)
        );
        if (at < 0)
        {
            found.Add(position);
            return;
        }
        var (first, isSurer) = (found[at], position.Confidence > found[at].Confidence);
        var confidence = Calibration.Probability(
            Calibration.LogOdds(Math.Min(Surest, Math.Max(first.Confidence, position.Confidence))) + _weights.Told
        );
        found[at] = first with
        {
            Stance = isSurer ? position.Stance : first.Stance,
            About = Union(first.About, position.About),
            Guarantors = Union(first.Guarantors, position.Guarantors),
            Term = first.Term ?? position.Term,
            Statement = first.Statement ?? position.Statement,
            Time = first.Time ?? position.Time,
            Confidence = Math.Round(confidence, 3),
            Uncertain = confidence < _weights.Certain,
            Evidence = [.. first.Evidence.Concat(position.Evidence).Distinct().Order()],
            Reasons = first.Reasons.AddRange(position.Reasons),
        };
    }

    /// <summary>The same stance, offering and proposing being one, unless nothing names what it is to; and of the same words only one stance.</summary>
    private static bool IsOne(Position a, Position b) =>
        a.Topic != TopicReader.Unnamed && (a.Stance == b.Stance || IsGiven(a.Stance) && IsGiven(b.Stance))
        || a.Evidence.Any(span => b.Evidence.Any(span.Overlaps));

    private static bool IsGiven(PositionStance stance) => stance is PositionStance.Proposes or PositionStance.Offers;

    private static ImmutableArray<string> Union(ImmutableArray<string> a, ImmutableArray<string> b) =>
        [.. a.Concat(b).Distinct(StringComparer.Ordinal)];

    private static ImmutableArray<Reason> Reasons(ParsedText parsed, Settled one, string topic)
    {
        var (mention, party) = (one.Of.Mention, one.Of.Party);
        return
        [
            new("party", party.Actor.Name, $"{party.Because} ({party.Probability:F2})"),
            new(
                "topic",
                topic,
                $"“{parsed.Tokens.Form(mention.Word)}”: position {mention.Probability:F2}, {mention.Topic.Best} {mention.Topic.Probability:F2} before {mention.Topic.Second} {mention.Topic.SecondProbability:F2}"
            ),
            new(
                "stance",
                JsonNames<PositionStance>.Of(one.Stance).ToString(),
                $"weighed {one.Confidence:F2} ({one.Because}); the head alone: {JsonNames<PositionStance>.Of(mention.Stance.Best)} {mention.Stance.Probability:F2} before {JsonNames<PositionStance>.Of(mention.Stance.Second)} {mention.Stance.SecondProbability:F2}"
            ),
        ];
    }
}
