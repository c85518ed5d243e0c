using System.Collections.Immutable;
using Parley.Mentions;
using Parley.Records;
using Parley.Syntax;

namespace Parley.Undertakings;

/// <summary>The undertaking mentions of a text with their kinds settled and, where the head names nobody bound, those whom other heads or the grammar of the sentence name.</summary>
internal sealed class PromiseMentions(ParsedText parsed, MentionTable mentions)
{
    /// <summary>A deed and its doers count from this probability on.</summary>
    private const float Sure = 0.5f;

    /// <summary>How likely a truce "between A and B" that the head passed over binds A and B.</summary>
    private const float Mutual = 0.5f;

    /// <summary>The mentions in the order of the text.</summary>
    public IEnumerable<UndertakingMention> Read() =>
        mentions
            .Undertakings.Select(mention => Bind(KindWords.Settle(mention, parsed)))
            .Concat(mentions.Events.Select(Agreed).OfType<UndertakingMention>())
            .OrderBy(mention => mention.Word);

    /// <summary>"A truce between A and B" binds both; "pledged weapons" its speaker; "a withdrawal of all forces within a year" those who are to do it.</summary>
    private UndertakingMention Bind(UndertakingMention mention)
    {
        var both = Between(parsed[mention.Word]);
        if (both.Length > 1)
            return mention with { By = both };
        if (!mention.By.IsEmpty)
            return mention;
        if (mentions.StatementAt(mention.Word) is { Act.Best: StatementAct.Promises, Probability: >= Sure } said)
            return mention with { By = said.Speakers };
        return mention.Kind.Best is UndertakingKind.Withdrawal or UndertakingKind.Disarmament && DeedAt(mention.Word) is { } deed
            ? mention with
            {
                By = deed.Doers,
            }
            : mention;
    }

    /// <summary>The undertaking in a deed that by its word is one between parties; null where there is none or the head has one.</summary>
    private UndertakingMention? Agreed(EventMention deed)
    {
        var node = parsed[deed.Word];
        if (
            node.Upos != Upos.Noun
            || KindWords.Of(node) is not { } kind
            || DeedAt(deed.Word) is null
            || Between(node) is not { Length: > 1 } both
            || mentions.Undertakings.Any(known => known.Word == deed.Word)
        )
            return null;
        return new UndertakingMention
        {
            Word = deed.Word,
            Probability = Mutual,
            Kind = new Choice<UndertakingKind>(kind, 1, UndertakingKind.Other, 0),
            By = both,
        };
    }

    private EventMention? DeedAt(int word) =>
        mentions.EventAt(word)
            is { Probability: >= Sure, Status.Best: EventStatus.Happened or EventStatus.Ongoing or EventStatus.Planned } deed
            ? deed
            : null;

    /// <summary>The heads of the noun phrases behind "between"; empty where the noun has none.</summary>
    private static ImmutableArray<Argument> Between(Node noun)
    {
        var found = ImmutableArray.CreateBuilder<Argument>();
        foreach (var child in noun.Children)
            if (child.Relation.Is(Relation.Nmod) && child.Child("between").Exists)
            {
                found.Add(new Argument(child.Index, 1));
                foreach (var other in child.Children)
                    if (other.Relation == Relation.Conj)
                        found.Add(new Argument(other.Index, 1));
            }
        return found.ToImmutable();
    }
}
