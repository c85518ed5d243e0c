using System.Collections.Immutable;
using Parley.Actors;
using Parley.Mentions;
using Parley.Places;
using Parley.Records;
using Parley.Statements;
using Parley.Syntax;
using Parley.Text;
using Parley.Times;
using Parley.Undertakings;

namespace Parley.Positions;

/// <summary>Stage 7. In: all before. Out: who wants what at the table.</summary>
/// <remarks>
/// A cue of <c>rules/position-cues</c> whose complement names a topic of <c>lexicons/topics</c>. Only terms of a settlement are topics: appeals
/// for weapons and inquiries are none. The same party, topic and stance told twice is one position.
/// </remarks>
public sealed class PositionReader
{
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
        var stands = new StandReader(actors, statements);
        var topics = new TopicReader(parsed);
        var details = new PositionDetails(parsed, actors, places, times, statements);
        var found = new List<Position>();
        foreach (var sentence in parsed.Sentences)
            for (var word = sentence.Start; word < sentence.End; word++)
                foreach (var stand in stands.At(parsed[word]))
                foreach (var (topic, clause) in topics.Read(stand.Matter))
                    Add(found, details.Fill(stand, topic, clause), actors);
        return [.. found.Select((position, at) => position with { Id = $"o{at + 1}" })];
    }

    private static void Add(List<Position> found, Position position, ActorTable actors)
    {
        if (found.Exists(other => IsNested(other, position, actors)))
            return;
        var at = found.FindIndex(other =>
            other.Topic == position.Topic && SameSide(other.Party, position.Party, actors) && Agree(other.Stance, position.Stance)
        );
        if (at < 0)
        {
            found.Add(position);
            return;
        }
        var first = found[at];
        found[at] = first with
        {
            About = Union(first.About, position.About),
            Guarantors = Union(first.Guarantors, position.Guarantors),
            Term = first.Term ?? position.Term,
            Statement = first.Statement ?? position.Statement,
            Evidence = [.. first.Evidence.Concat(position.Evidence).Distinct().Order()],
        };
    }

    /// <summary>True when the same words were read for the same party before, through an outer cue ("is willing to consider …").</summary>
    private static bool IsNested(Position outer, Position inner, ActorTable actors) =>
        outer.Topic == inner.Topic
        && outer.Stance != inner.Stance
        && SameSide(outer.Party, inner.Party, actors)
        && outer.Evidence.Any(span => inner.Evidence.Any(span.Overlaps));

    /// <summary>Offering and proposing are one position told twice.</summary>
    private static bool Agree(PositionStance a, PositionStance b) => a == b || IsGiven(a) && IsGiven(b);

    private static bool IsGiven(PositionStance stance) => stance is PositionStance.Proposes or PositionStance.Offers;

    private static bool SameSide(string a, string b, ActorTable actors) =>
        a == b
        || Side.Find(a, actors.Actors) is { } one
            && Side.Find(b, actors.Actors) is { } two
            && Side.Of(one, actors.Actors) == Side.Of(two, actors.Actors);

    private static ImmutableArray<string> Union(ImmutableArray<string> a, ImmutableArray<string> b) =>
        [.. a.Concat(b).Distinct(StringComparer.Ordinal)];
}
