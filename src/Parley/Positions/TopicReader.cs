using System.Collections.Immutable;
using Parley.Lexicons;
using Parley.Syntax;
using Parley.Text;
using Parley.Undertakings;

namespace Parley.Positions;

/// <summary>Finds the topics that the matter of a position names, by <c>lexicons/topics</c>, each with the smallest clause around it.</summary>
internal sealed class TopicReader(ParsedText parsed)
{
    private static readonly Lexicon s_topics = LexiconSet.Get("lexicons/topics");
    private static readonly Lexicon s_beside = LexiconSet.Get("lexicons/beside-prepositions");
    private static readonly int s_topic = s_topics.Column("topic");
    private static readonly int s_weight = s_topics.Column("weight");

    /// <summary>The topics below <paramref name="matter"/>, one entry each; weak ones only where there is no other.</summary>
    public ImmutableArray<(string Topic, WordRange Clause)> Read(Node matter)
    {
        var found = new List<(string Topic, bool IsWeak, WordRange Clause)>();
        var within = matter.Subtree;
        for (var word = within.Start; word < within.End; word++)
        {
            var (words, row) = PhraseMatch.Longest(s_topics, parsed.Tokens, word, within.End);
            if (row < 0)
                continue;
            var topic = s_topics.Text(row, s_topic);
            var head = Head(words);
            var isWeak = s_topics.Cell(row, s_weight) is "weak";
            var counts = head.IsWithin(matter) && !IsElsewhere(head, matter) && !(isWeak && IsDeep(head, matter));
            if (counts && !found.Exists(other => other.Topic == topic))
                found.Add((topic, isWeak, Clause(head, matter)));
            word = words.End - 1;
        }
        var strong = found.FindAll(topic => !topic.IsWeak);
        return [.. (strong.Count > 0 ? strong : found[..Math.Min(1, found.Count)]).Select(topic => (topic.Topic, topic.Clause))];
    }

    private Node Head(WordRange words)
    {
        for (var word = words.Start; word < words.End; word++)
            if (!words.Contains(parsed.Heads[word]))
                return parsed[word];
        return parsed[words.Start];
    }

    /// <summary>True in a side remark about something else: "…, which was seized by Russia", "… as talks began", "after the withdrawal".</summary>
    private static bool IsElsewhere(Node head, Node matter)
    {
        for (var node = head; node.Exists && node.Index != matter.Index; node = node.Head)
        {
            if (node.Relation is Relation.Parataxis or Relation.Appos or Relation.AdvclRelcl || IsSideClause(node))
                return true;
            if (node.Relation == Relation.AclRelcl && node.Head.Index != matter.Index && HasComma(node))
                return true;
            if (
                node.Relation is Relation.Obl or Relation.Nmod
                && node.Child(Relation.Case) is { Exists: true } preposition
                && s_beside.Contains(preposition.Lemma)
            )
                return true;
        }
        return false;
    }

    /// <summary>A clause of time, cause or contrast with a subject of its own.</summary>
    private static bool IsSideClause(Node node) =>
        node.Relation == Relation.Advcl
        && node.Subject.Exists
        && node.Child(Relation.Mark) is { Exists: true } mark
        && !mark.IsForm("to")
        && !Clauses.ConditionMark(node).Exists;

    private static bool HasComma(Node clause)
    {
        var (parsed, start) = (clause.Parsed, clause.Subtree.Start);
        return parsed.Tokens.Form(start) is "," || start > 0 && parsed.Tokens.Form(start - 1) is ",";
    }

    /// <summary>True for a weak topic that only stands deep below ("the concessions needed to bring talks to an end").</summary>
    private static bool IsDeep(Node head, Node matter)
    {
        for (var node = head; node.Exists && node.Index != matter.Index; node = node.Head)
            if (node.Relation is Relation.Acl or Relation.AclRelcl or Relation.Advcl)
                return true;
        return false;
    }

    private static WordRange Clause(Node head, Node matter)
    {
        var node = head;
        while (node.Index != matter.Index && !HeadsClause(node) && node.Head.Exists)
            node = node.Head;
        return Clauses.Extent(node);
    }

    private static bool HeadsClause(Node node) =>
        node.Relation is Relation.Ccomp or Relation.AclRelcl or Relation.Advcl or Relation.Csubj
        || node.Relation == Relation.Xcomp && node.Upos == Upos.Verb
        || node.Relation == Relation.Conj && (node.Upos == Upos.Verb || node.Subject.Exists);
}
