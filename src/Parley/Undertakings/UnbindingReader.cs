using Parley.Actors;
using Parley.Lexicons;
using Parley.Records;
using Parley.Statements;
using Parley.Syntax;

namespace Parley.Undertakings;

/// <summary>Tells where words that look like a commitment bind nobody: denied, hedged, wished for, asked of another, or hung on another's consent.</summary>
internal sealed class UnbindingReader(ActorTable actors, StatementTable statements)
{
    private static readonly Lexicon s_words = LexiconSet.Get("lexicons/unbinding");
    private static readonly Lexicon s_nouns = LexiconSet.Get("lexicons/unbinding-nouns");

    /// <summary>True when the binding word, or something above it, leaves nobody bound.</summary>
    public bool Holds(Node anchor, Deed deed)
    {
        if (IsOpen(anchor, anchor.Index == deed.Head.Index) || IsAsked(anchor) || Clauses.IsHedged(deed.Head))
            return true;
        for (var node = anchor; node.Head is { Exists: true } head; node = head)
        {
            if (node.Relation is Relation.Parataxis or Relation.Appos or Relation.AclRelcl)
                return false;
            if (node.Relation is Relation.Advcl)
                return Clauses.ConditionMark(node).Exists;
            if (node.Relation == Relation.Conj)
            {
                if (node.Subject.Exists)
                    return false;
                continue;
            }
            if (Unbinds(head, node))
                return true;
        }
        return statements.At(anchor.Index) is { Act: StatementAct.Demands or StatementAct.Proposes } said && !IsSpeakersOwn(said, anchor);
    }

    /// <summary>True when what it hangs on is another's to give: an offer, no undertaking.</summary>
    public bool HangsOnAnother(Node clause, Actor party)
    {
        foreach (var child in clause.Children)
            if (child.Relation == Relation.Advcl && Clauses.ConditionMark(child).Exists && !IsOwn(child.Subject, party))
                return true;
        return false;
    }

    private bool IsOwn(Node subject, Actor party) =>
        subject.Relation != Relation.NsubjPass
        && actors.At(subject) is { } doer
        && Side.Of(doer, actors.Actors) == Side.Of(party, actors.Actors);

    private static bool Unbinds(Node head, Node below)
    {
        if (below.Relation is Relation.Nmod or Relation.Acl or Relation.Compound && head.Upos == Upos.Noun && s_nouns.Contains(head.Lemma))
            return true;
        var governs = below.Relation is Relation.Xcomp or Relation.Ccomp or Relation.Obj or Relation.Obl or Relation.Csubj or Relation.Acl;
        return governs && (s_words.Contains(head.Lemma) || IsOpen(head, false));
    }

    /// <summary>Denied, hedged, or yet to come.</summary>
    private static bool IsOpen(Node node, bool isDeed)
    {
        if (node.Upos is not (Upos.Verb or Upos.Aux or Upos.Adj))
            return false;
        return !isDeed && (Clauses.IsNegated(node) || Clauses.Future(node).Exists)
            || Clauses.IsHedged(node)
            || Clauses.ConditionMark(node).Exists;
    }

    private static bool IsAsked(Node anchor)
    {
        var sentence = anchor.Sentence;
        for (var word = sentence.End - 1; word >= sentence.Start && anchor.Parsed.UposTags[word] == Upos.Punct; word--)
            if (anchor.Parsed.Tokens.Form(word) is "?")
                return true;
        return false;
    }

    private bool IsSpeakersOwn(Statement said, Node anchor) =>
        actors.At(anchor.Subject) is { } subject
        && Side.Find(said.Speaker, actors.Actors) is { } speaker
        && Side.Of(subject, actors.Actors) == Side.Of(speaker, actors.Actors);
}
