using System.Collections.Immutable;
using Parley.Records;
using Parley.Syntax;
using Parley.Text;

namespace Parley.Mentions;

/// <summary>Decodes the semantic heads. In: their scores. Out: mentions of deeds, sayings, undertakings and positions, one sentence at a time, words only.</summary>
/// <remarks>It knows no actor and no document, and drops nothing that is at all likely: the stages that compose decide. What the heads learned from stands in the models' cards.</remarks>
public sealed class MentionReader
{
    /// <summary>Mentions less likely than this are left out.</summary>
    public const float Least = 0.1f;

    /// <summary>Topics less likely than this are left out: what is demanded is a topic more often than the head, which saw few, makes it.</summary>
    public const float LeastTopic = 0.01f;

    /// <summary>Words less likely to fill a role than this are left out.</summary>
    public const float LeastArgument = 0.2f;

    /// <summary>Reads the mentions of a text.</summary>
    public MentionTable Read(ParsedText parsed)
    {
        var events = ImmutableArray.CreateBuilder<EventMention>();
        var statements = ImmutableArray.CreateBuilder<StatementMention>();
        var undertakings = ImmutableArray.CreateBuilder<UndertakingMention>();
        var positions = ImmutableArray.CreateBuilder<PositionMention>();
        if (parsed.Meaning.Labels is { } labels)
            foreach (var word in parsed.Meaning.Words)
            {
                var heads = new WordHeads(labels, word);
                if (heads.Likely(SemanticHead.Type) is >= Least and var isEvent)
                    events.Add(
                        new EventMention
                        {
                            Word = word.Word,
                            Probability = isEvent,
                            Type = heads.Choose<EventType>(SemanticHead.Type),
                            Status = heads.Choose<EventStatus>(SemanticHead.Status),
                            Doers = heads.Arguments(SemanticRole.Doer),
                            Targets = heads.Arguments(SemanticRole.Target),
                            Places = heads.Arguments(SemanticRole.Place),
                            Times = heads.Arguments(SemanticRole.Time),
                            Numbers = heads.Arguments(SemanticRole.Number),
                        }
                    );
                if (heads.Likely(SemanticHead.Act) is >= Least and var isCue)
                    statements.Add(
                        new StatementMention
                        {
                            Word = word.Word,
                            Probability = isCue,
                            Act = heads.Choose<StatementAct>(SemanticHead.Act),
                            Speakers = heads.Arguments(SemanticRole.Speaker),
                            Content = heads.Runs(SemanticRole.Content),
                        }
                    );
                if (heads.Likely(SemanticHead.Kind) is >= Least and var isDeed)
                    undertakings.Add(
                        new UndertakingMention
                        {
                            Word = word.Word,
                            Probability = isDeed,
                            Kind = heads.Choose<UndertakingKind>(SemanticHead.Kind),
                            By = heads.Arguments(SemanticRole.By),
                        }
                    );
                if (heads.Likely(SemanticHead.Topic) is >= LeastTopic and var isTopic)
                    positions.Add(
                        new PositionMention
                        {
                            Word = word.Word,
                            Probability = isTopic,
                            Topic = heads.ChooseName(SemanticHead.Topic),
                            Stance = heads.Choose<PositionStance>(SemanticHead.Stance),
                            Parties = heads.Arguments(SemanticRole.Party),
                        }
                    );
            }
        return new MentionTable(
            events.ToImmutable(),
            statements.ToImmutable(),
            undertakings.ToImmutable(),
            positions.ToImmutable(),
            PassageReader.Read(parsed)
        );
    }
}
