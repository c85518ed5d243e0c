using System.Collections.Immutable;
using Parley.Events;
using Parley.Mentions;
using Parley.Records;
using Parley.Statements;
using Parley.Syntax;
using Parley.Undertakings;

namespace Parley.Positions;

/// <summary>
/// Settles how each party of a position mention stands, and whose it is, where a word above the topic tells it ("dismissed Kyiv's proposal to meet": the one
/// rejects, the other proposes) or the deed is demanded or refused. Words: <c>lexicons/stance-words</c>.
/// </summary>
internal sealed class StanceReader(ParsedText parsed, MentionTable mentions, PartyReader parties)
{
    /// <summary>The status and the doers of a deed count from this probability on.</summary>
    private const float Sure = 0.6f;

    /// <summary>A meeting that is asked for is no term of a settlement, unless the head makes it one.</summary>
    private const string Talks = "talks";

    /// <summary>The mention as each party takes it, with its stance settled; <c>IsPlain</c> where more than the head of positions tells it.</summary>
    public IEnumerable<(PositionMention Mention, Party Party, bool IsPlain)> Read(PositionMention mention, ImmutableArray<Party> named)
    {
        var words = StanceWords.Above(parsed[mention.Word]);
        if (
            words.Exists(word => StanceWords.IsHedged(word.Word))
            || mention.Stance.Best == PositionStance.Rejects && SpeechReality.IsOfDoubt(parsed[mention.Word])
            || mention.Stance.Best == PositionStance.Demands && SpeechReality.IsNamed(parsed[mention.Word])
        )
            yield break;
        var told = words.ConvertAll(word => (word.Stance, Holders: parties.Read(StanceWords.Holder(word.Word))));
        var nearest = told.Find(word => !word.Holders.IsEmpty);
        if (nearest.Holders is { IsDefault: false } holders && !named.Any(party => told.Exists(word => Holds(word.Holders, party))))
            named =
            [
                .. holders.Select(holder => holder with { Probability = named.IsEmpty ? Sure : named.Max(party => party.Probability) }),
            ];
        if (!nearest.Holders.IsDefault)
            mention = mention with { Parties = Words(told.SelectMany(word => word.Holders)) };
        foreach (var party in named)
        {
            var own = told.Find(word => Holds(word.Holders, party));
            if (own.Holders.IsDefault && !nearest.Holders.IsDefault)
                continue;
            var taken = told.Count == 0 ? mention : With(mention, own.Holders.IsDefault ? told[0].Stance : own.Stance);
            var isPlain = told.Count > 0 || IsDeed(taken);
            if ((isPlain && mention.Topic.Best != Talks || mention.Probability >= MentionReader.Least) && !IsOwnDeed(taken, party))
                yield return (taken, party, isPlain);
        }
    }

    /// <summary>The words that name those who take a stance: the clause of the topic ends below the verb that they are subject of.</summary>
    private static ImmutableArray<Argument> Words(IEnumerable<Party> takers) =>
        [.. takers.Where(taker => taker.Word >= 0).Select(taker => new Argument(taker.Word, taker.Probability))];

    private bool Holds(ImmutableArray<Party> holders, Party party) =>
        !holders.IsDefault && holders.Any(holder => parties.IsSame(holder, party));

    private static PositionMention With(PositionMention mention, PositionStance stance) =>
        mention with
        {
            Stance = new Choice<PositionStance>(stance, 1, mention.Stance.Best, mention.Stance.Probability),
        };

    /// <summary>The deed at the topic is demanded or refused, as the stance has it.</summary>
    private bool IsDeed(PositionMention mention) =>
        mentions.EventAt(mention.Word) is { Probability: >= Sure, Status.Probability: >= Sure } deed
        && deed.Type.Best is EventType.Retreat or EventType.Consult or EventType.Agree or EventType.Concede or EventType.Cooperate
        && (deed.Status.Best, mention.Stance.Best)
            is
                (EventStatus.Demanded, PositionStance.Demands)
                or
                (EventStatus.Refused, PositionStance.Rejects);

    /// <summary>A wish or plan of one's own is no demand: "wants to join", "announced that it will leave".</summary>
    private bool IsOwnDeed(PositionMention mention, Party party)
    {
        if (mention.Stance.Best != PositionStance.Demands)
            return false;
        var node = parsed[mention.Word];
        if (
            node.Upos == Upos.Verb
            && node.Relation == Relation.Xcomp
            && !node.Subject.Exists
            && !node.Head.Child(Relation.Obj).Exists
            && !node.Head.Child(Relation.Obl).Exists
        )
            return StanceWords.Above(node).Count > 0;
        return mentions.EventAt(mention.Word) is { Status: { Best: EventStatus.Planned, Probability: >= Sure } } deed
            && deed.Doers.Any(doer => doer.Probability >= Sure && parties.Read(parsed[doer.Word]).Any(own => parties.IsSame(own, party)));
    }
}
