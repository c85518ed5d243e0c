using System.Collections.Immutable;
using Parley.Lexicons;
using Parley.Mentions;
using Parley.Syntax;
using Parley.Text;
using Parley.Undertakings;

namespace Parley.Positions;

/// <summary>Names the topic of a position in the words of <c>lexicons/topics</c>, and finds the smallest clause around it.</summary>
internal sealed class TopicReader(ParsedText parsed)
{
    /// <summary>A class less likely than this gives way to what the word itself names.</summary>
    private const float Sure = 0.6f;

    /// <summary>So does the class of a word that is no topic more likely than not.</summary>
    private const float Half = 0.5f;

    /// <summary>The topic of a position that no phrase names and whose class the head is not sure of.</summary>
    public const string Unnamed = "other terms";

    private static readonly Lexicon s_topics = LexiconSet.Get("lexicons/topics");
    private static readonly Lexicon s_renouncing = LexiconSet.Get("lexicons/renouncing-verbs");
    private static readonly Lexicon s_renounced = LexiconSet.Get("lexicons/renounced-topics");
    private static readonly int s_instead = s_renounced.Column("instead");
    private static readonly Lexicon s_marks = LexiconSet.Get("lexicons/position-topics");
    private static readonly int s_topic = s_topics.Column("topic");
    private static readonly int s_named = s_marks.Column("topic");

    /// <summary>
    /// The topic: what a phrase of the list at the word names, where the class allows it or is not sure; else what a phrase near by in the clause
    /// names within the class ("talks on the future of Crimea"); else the first topic of the class, where the head is sure of it; else <see cref="Unnamed"/>.
    /// </summary>
    public string Read(PositionMention mention, WordRange clause)
    {
        var topic =
            Listed(mention, clause).Topic
            ?? (
                mention.Topic.Probability < Sure ? Unnamed
                : s_marks.Find(mention.Topic.Best) is >= 0 and var first ? s_marks.Text(first, s_named)
                : mention.Topic.Best
            );
        return s_renounced.Find(topic) is >= 0 and var row && IsRenounced(parsed[mention.Word], clause)
            ? s_renounced.Text(row, s_instead)
            : topic;
    }

    /// <summary>"Give up its hope of joining": a verb of the clause above the word gives up what hangs on it.</summary>
    private static bool IsRenounced(Node word, WordRange clause)
    {
        for (var node = word.Head; node.Exists && clause.Contains(node.Index); node = node.Head)
            if (
                node.Upos == Upos.Verb
                && (
                    s_renouncing.Contains(node.Lemma)
                    || node.Child(Relation.CompoundPrt) is { Exists: true } particle
                        && s_renouncing.Contains($"{node.Lemma} {particle.Lemma}")
                )
            )
                return true;
        return false;
    }

    /// <summary>The topic that a phrase of the list names, and whether it stands at the word itself; null where none does. What says more than the first topic of the class goes before it.</summary>
    public (string? Topic, bool IsAtWord) Listed(PositionMention mention, WordRange clause)
    {
        var (near, general) = (default(string), (Topic: default(string), IsAtWord: false));
        var sentence = parsed.Sentences[parsed.SentenceOf(mention.Word)];
        for (var word = Math.Max(sentence.Start, mention.Word - 4); word < Math.Max(clause.End, mention.Word + 1); word++)
        {
            var (words, row) = PhraseMatch.Longest(s_topics, parsed.Tokens, word, sentence.End);
            if (row < 0)
                continue;
            var topic = s_topics.Text(row, s_topic);
            var isAllowed = Allows(mention.Topic.Best, topic);
            var isAtWord = words.Contains(mention.Word);
            word = words.End - 1;
            if (
                !(
                    isAtWord && (mention.Topic.Probability < Sure || mention.Probability < Half)
                    || isAllowed && (isAtWord || clause.Contains(words.Start))
                )
            )
                continue;
            if (IsGeneral(mention.Topic.Best, topic))
                general = general.Topic is null || isAtWord ? (topic, isAtWord) : general;
            else if (isAtWord)
                return (topic, true);
            else
                near ??= topic;
        }
        return near is null ? general : (near, false);
    }

    /// <summary>The smallest clause around the topic word, below the verb that the party is subject of.</summary>
    public WordRange Clause(PositionMention mention)
    {
        var node = parsed[mention.Word];
        while (!HeadsClause(node) && node.Head is { Exists: true } head && !IsSubject(mention.Parties, head))
            node = head;
        var clause = Clauses.Extent(node);
        return node.Relation == Relation.Xcomp && Asked(node) is { Exists: true } asked
            ? new WordRange(Math.Min(clause.Start, asked.Subtree.Start + (asked.Child(Relation.Case).Exists ? 1 : 0)), clause.End)
            : clause;
    }

    /// <summary>"Urged Assad to step down", "called on Assad to step down": who is to do it, right in front of the infinitive; <see cref="Node.None"/> where it is the speaker himself.</summary>
    private static Node Asked(Node infinitive)
    {
        foreach (var child in infinitive.Head.Children)
            if (child.Relation is Relation.Obj or Relation.Obl or Relation.Iobj && child.Subtree.End == infinitive.Subtree.Start)
                return child;
        return Node.None;
    }

    /// <summary>The first topic of the class, which any other of it says more than.</summary>
    private static bool IsGeneral(string mark, string topic) =>
        s_marks.Find(mark) is >= 0 and var first && s_marks.Cell(first, s_named).SequenceEqual(topic);

    private static bool Allows(string mark, string topic)
    {
        for (var row = s_marks.Find(mark); row >= 0; row = s_marks.Next(row))
            if (s_marks.Cell(row, s_named).SequenceEqual(topic))
                return true;
        return false;
    }

    /// <summary>True for the verb or adjective by which the party takes the position; "would give up its hope" is what it proposes.</summary>
    private static bool IsSubject(ImmutableArray<Argument> parties, Node head) =>
        head.Upos is Upos.Verb or Upos.Adj
        && (head.Child(Relation.Aux) is not { Exists: true, Xpos: "MD" } || StanceWords.Tells(head))
        && head.Subject is { Exists: true } subject
        && parties.Any(party => subject.Subtree.Contains(party.Word));

    private static bool HeadsClause(Node node) =>
        node.Relation is Relation.Ccomp or Relation.AclRelcl or Relation.Advcl or Relation.Csubj
        || node.Relation == Relation.Xcomp && node.Upos == Upos.Verb
        || node.Relation == Relation.Conj && (node.Upos == Upos.Verb || node.Subject.Exists);
}
