using System.Collections.Immutable;
using Parley.Actors;
using Parley.Events;
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
/// The network reads which word names a topic, how its party stands to it and who that is (<see cref="PositionMention"/>). This stage names the topic in the
/// words of <c>lexicons/topics</c>, resolves the party, fills guarantors, term and time, and joins what is told twice: the same side, topic and stance.
/// </remarks>
public sealed class PositionReader
{
    private static readonly Calibration s_calibration = new("position");

    /// <summary>A word less likely than this names no topic beside one that is likelier in the same clause.</summary>
    private const float Half = 0.5f;

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
        var found = new List<Position>();
        var stances = new StanceReader(parsed, mentions, parties);
        foreach (var read in mentions.Positions)
        foreach (var (mention, party, isTold) in stances.Read(read, parties.Read(read.Parties, read.Word, IsTaken)))
        {
            var clause = topics.Clause(mention);
            if (
                mention.Probability < Half
                && mentions.Positions.Any(other =>
                    other.Probability > Half && clause.Contains(other.Word) && topics.Clause(other) == clause
                )
            )
                continue;
            var topic = topics.Read(mention, clause);
            var confidence = Confidence(mention, party, isTold);
            var position = details.Fill(mention, party, topic, clause, confidence) with { Uncertain = confidence < s_calibration.Certain };
            Add(found, explain ? position with { Reasons = Reasons(parsed, mention, party, topic) } : position, parties);
        }
        return
        [
            .. found
                .Where(position => position.Confidence >= s_calibration.Least)
                .Select((position, at) => position with { Id = $"o{at + 1}" }),
        ];
    }

    /// <summary>Acts by which a speaker takes a position of his own.</summary>
    private static bool IsTaken(StatementAct act) =>
        act is StatementAct.Demands or StatementAct.Proposes or StatementAct.Rejects or StatementAct.Promises;

    private static double Confidence(PositionMention mention, Party party, bool isTold) =>
        Calibration.Probability(
            s_calibration["bias"]
                + s_calibration.Of("mention", mention.Probability)
                + s_calibration.Of("kind", mention.Topic.Probability)
                + s_calibration.Of("stance", mention.Stance.Probability)
                + s_calibration.Of("party", party.Probability)
                + s_calibration.Of("plain", isTold)
        );

    private static void Add(List<Position> found, Position position, PartyReader parties)
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
            Calibration.LogOdds(Math.Max(first.Confidence, position.Confidence)) + s_calibration["told"]
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
            Uncertain = confidence < s_calibration.Certain,
            Evidence = [.. first.Evidence.Concat(position.Evidence).Distinct().Order()],
            Reasons = first.Reasons.AddRange(position.Reasons),
        };
    }

    /// <summary>The same stance, offering and proposing being one; and of the same words only one stance.</summary>
    private static bool IsOne(Position a, Position b) =>
        a.Stance == b.Stance || IsGiven(a.Stance) && IsGiven(b.Stance) || a.Evidence.Any(span => b.Evidence.Any(span.Overlaps));

    private static bool IsGiven(PositionStance stance) => stance is PositionStance.Proposes or PositionStance.Offers;

    private static ImmutableArray<string> Union(ImmutableArray<string> a, ImmutableArray<string> b) =>
        [.. a.Concat(b).Distinct(StringComparer.Ordinal)];

    private static ImmutableArray<Reason> Reasons(ParsedText parsed, PositionMention mention, Party party, string topic) =>
        [
            new("party", party.Actor.Name, $"{party.Because} ({party.Probability:F2})"),
            new(
                "topic",
                topic,
                $"“{parsed.Tokens.Form(mention.Word)}”: position {mention.Probability:F2}, {mention.Topic.Best} {mention.Topic.Probability:F2} before {mention.Topic.Second} {mention.Topic.SecondProbability:F2}"
            ),
            new(
                "stance",
                JsonNames<PositionStance>.Of(mention.Stance.Best).ToString(),
                $"{mention.Stance.Probability:F2} before {JsonNames<PositionStance>.Of(mention.Stance.Second)} {mention.Stance.SecondProbability:F2}"
            ),
        ];
}
