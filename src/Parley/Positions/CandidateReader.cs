using System.Collections.Immutable;
using Parley.Events;
using Parley.Mentions;
using Parley.Syntax;
using Parley.Undertakings;

namespace Parley.Positions;

/// <summary>Finds the sides that may take a position: whom the head names, whom a word above the topic names ("Kyiv's proposal to meet"), whose words it is told in.</summary>
internal sealed class CandidateReader(ParsedText parsed, PartyReader parties, TopicReader topics)
{
    /// <summary>Of more sides only the likeliest are weighed.</summary>
    private const int Most = 5;

    /// <summary>How likely a side is that the head does not name.</summary>
    private const float Unnamed = 0.1f;

    /// <summary>The candidates of a mention, the likeliest side first.</summary>
    public ImmutableArray<PositionCandidate> Read(PositionMention mention)
    {
        var told = StanceWords
            .Above(parsed[mention.Word])
            .Select(word => new ToldStance(word.Word, word.Stance, parties.Read(StanceWords.Holder(word.Word))))
            .ToImmutableArray();
        var sides = new List<Party>();
        Add(sides, parties.Candidates(mention.Parties, mention.Word));
        var named = sides.Count;
        Add(sides, told.SelectMany(word => word.Holders).Select(holder => holder with { Probability = Unnamed }));
        if (parties.SpeakerOf(mention.Word) is { } speaker)
            Add(sides, [speaker with { Probability = Unnamed }]);
        var count = Math.Min(sides.Count, Most);
        var clause = topics.Clause(mention with { Parties = Words(mention.Parties, told) });
        return
        [
            .. sides
                .Select((side, at) => (Side: side, IsNamed: at < named))
                .OrderByDescending(side => side.Side.Probability)
                .Take(count)
                .Select((side, at) => new PositionCandidate(mention, clause, side.Side, side.IsNamed, at, count, told)),
        ];
    }

    private void Add(List<Party> sides, IEnumerable<Party> added)
    {
        foreach (var party in added)
            if (sides.FindIndex(other => parties.IsSame(other, party)) is >= 0 and var at)
                sides[at] = sides[at].Probability >= party.Probability ? sides[at] : party;
            else
                sides.Add(party);
    }

    /// <summary>The words that name those who take a stance: the clause of the topic ends below the verb that they are subject of.</summary>
    private static ImmutableArray<Argument> Words(ImmutableArray<Argument> named, ImmutableArray<ToldStance> told) =>
        told.All(word => word.Holders.IsEmpty)
            ? named
            :
            [
                .. told.SelectMany(word => word.Holders)
                    .Where(holder => holder.Word >= 0)
                    .Select(holder => new Argument(holder.Word, holder.Probability)),
            ];
}
