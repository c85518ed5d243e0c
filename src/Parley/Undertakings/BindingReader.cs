using System.Collections.Immutable;
using Parley.Actors;
using Parley.Lexicons;
using Parley.Records;
using Parley.Statements;
using Parley.Syntax;

namespace Parley.Undertakings;

/// <summary>Finds who binds himself to a deed: by a verb ("promised to", "agreed to a truce"), a noun ("its pledge to"), or his own words with "will".</summary>
internal sealed partial class BindingReader(ActorTable actors, StatementTable statements)
{
    private static readonly Lexicon s_commitments = LexiconSet.Get("lexicons/commitments");
    private static readonly Lexicon s_carriers = LexiconSet.Get("lexicons/commitment-carriers");
    private static readonly Lexicon s_beginnings = LexiconSet.Get("lexicons/truce-beginnings");
    private static readonly Lexicon s_deedCarriers = LexiconSet.Get("lexicons/deed-carriers");
    private static readonly Lexicon s_terms = LexiconSet.Get("lexicons/agreement-terms");
    private static readonly int s_needs = s_beginnings.Column("needs");
    private static readonly int s_pos = s_commitments.Column("pos");
    private static readonly int s_class = s_commitments.Column("class");
    private readonly UnbindingReader _unbinding = new(actors, statements);
    private readonly PartyReader _parties = new(actors);

    /// <summary>The binding of a deed; null where nobody binds himself.</summary>
    public Binding? Find(Deed deed)
    {
        var binding = deed.IsNoun ? OfNoun(deed) : OfVerb(deed);
        if (binding is null || binding.Parties.IsEmpty)
            return null;
        return !_unbinding.Holds(binding.Anchor, deed) && IsOwnConduct(deed, binding.Parties) ? binding : null;
    }

    private Binding? OfVerb(Deed deed)
    {
        var verb = Carried(PartyReader.Shared(deed.Head));
        return Governed(deed, verb) ?? OfOwnWords(deed, verb);
    }

    /// <summary>"Promised to", "its pledge to": the deed, or what carries it, hangs on a word of commitment.</summary>
    private Binding? Governed(Deed deed, Node verb)
    {
        var governor = verb.Head;
        if (
            !governor.Exists
            || verb.Relation is not (Relation.Xcomp or Relation.Ccomp or Relation.Acl or Relation.Advcl)
            || verb.Subject.Exists
        )
            return null;
        var clause = deed.IsNoun ? verb : deed.Head;
        if (IsTo(verb) && VerbClass(governor) is "promises" or "agrees" or "announces")
            return new Binding(_parties.OfSubject(governor), governor, clause, VerbClass(governor) == "agrees");
        if (IsTo(verb) && CarriedNoun(governor) is { } given)
            return new Binding(_parties.OfSubject(governor), governor, clause, given == "agrees");
        return verb.Relation == Relation.Acl && NounClass(governor) is { } cls
            ? new Binding(Holders(governor), governor, clause, cls == "agrees")
            : null;
    }

    /// <summary>The class of the noun of commitment that a verb carries as its object ("gave an undertaking"); null where it carries none.</summary>
    private static string? CarriedNoun(Node verb) =>
        s_carriers.Contains(verb.Lemma) && verb.Child(Relation.Obj) is { Exists: true } noun ? NounClass(noun) : null;

    /// <summary>The verb that carries a deed on ("begin to withdraw", "carry out the swap"); the deed's own word where nothing does.</summary>
    private static Node Carried(Node deed)
    {
        var carrier = deed.Head;
        var hangs = deed.Relation is Relation.Xcomp or Relation.Obj or Relation.Ccomp && carrier.Exists;
        return hangs && s_deedCarriers.Contains(carrier.Lemma) ? PartyReader.Shared(carrier) : deed;
    }

    /// <summary>"It will withdraw its troops", said or promised by the same side.</summary>
    private Binding? OfOwnWords(Deed deed, Node verb)
    {
        var future = deed.IsNoun ? Node.None : Clauses.Future(deed.Head);
        if (!future.Exists)
            future = Clauses.Future(verb);
        var subject = !deed.IsNoun && deed.Head.Subject.Exists ? deed.Head.Subject : verb.Subject;
        if (!subject.Exists && verb.Relation == Relation.Ccomp)
            subject = verb.Child(Relation.Expl);
        if (!future.Exists && !IsBareAnnouncement(verb) || !subject.Exists || Clauses.IsNegated(verb) && verb != deed.Head)
            return null;
        var speakers = Speakers(verb);
        if (speakers.IsEmpty && IsUnderAgreement(verb))
            return new Binding(_parties.Of(subject), verb, deed.IsNoun ? verb : deed.Head, true);
        if (speakers.IsEmpty)
            return null;
        var clause = deed.IsNoun ? verb : deed.Head;
        if (subject.IsForm("we") || subject.IsForm("I"))
            return new Binding(speakers, verb, clause, false);
        var doers = _parties.Of(subject);
        if (actors.At(subject) is null && subject.Upos == Upos.Pron && verb.Relation == Relation.Ccomp)
            doers = speakers;
        return doers.IsEmpty || !doers.All(doer => speakers.Any(speaker => _parties.SameSide(doer, speaker)))
            ? null
            : new Binding(doers, verb, clause, false);
    }

    /// <summary>"Under the deal, the army will stop its attacks".</summary>
    private static bool IsUnderAgreement(Node verb)
    {
        foreach (var child in verb.Children)
            if (child.Relation.Is(Relation.Obl) && child.Child("under").Exists && NounClass(child) == "agrees")
                return true;
        return false;
    }

    /// <summary>"Announced that it withdraw": a base form behind a word of commitment.</summary>
    private static bool IsBareAnnouncement(Node verb) =>
        verb.Relation == Relation.Ccomp
        && verb.Xpos == "VB"
        && !Clauses.IsHedged(verb)
        && VerbClass(verb.Head) is "announces" or "promises" or "agrees";

    private ImmutableArray<Actor> Speakers(Node verb)
    {
        if (
            verb.Relation == Relation.Ccomp
            && verb.Head is { Exists: true } governor
            && VerbClass(governor) is not null
            && _parties.OfSubject(governor) is { IsEmpty: false } said
        )
            return said;
        if (
            statements.At(verb.Index) is { Speaker: { } id } statement
            && statement.Act is not (StatementAct.Demands or StatementAct.Denies or StatementAct.Doubts or StatementAct.Proposes)
            && Side.Find(id, actors.Actors) is { } speaker
            && Side.CanBind(speaker, actors.Actors)
        )
            return [speaker];
        return [];
    }

    private Binding? OfNoun(Deed deed)
    {
        var noun = PartyReader.Shared(deed.Head);
        var governor = noun.Head;
        if (!governor.Exists)
            return null;
        if (deed.IsGift)
            return OfGift(noun, governor);
        if (noun.Relation is Relation.Nmod or Relation.Compound && NounClass(governor) is { } cls)
            return new Binding(Holders(governor), governor, Told(governor), cls == "agrees");
        var verbClass = VerbClass(governor);
        var isObject = noun.Relation == Relation.Obj && verbClass is "promises" or "agrees" or "announces" or "concludes";
        var isOblique = noun.Relation.Is(Relation.Obl) && verbClass is "agrees" or "promises" && Introduces(noun);
        if (isObject || isOblique)
            return new Binding(_parties.OfSubject(governor), governor, governor, verbClass is "agrees" or "concludes");
        if (Carried(noun) is var carrier && carrier != noun)
            return Governed(deed, carrier) ?? OfOwnWords(deed, carrier);
        if (OfTerms(deed, noun, governor) is { } term)
            return term;
        var between = _parties.Between(deed.Head);
        if (noun.Relation == Relation.NsubjPass && verbClass is not null and not "says")
            return new Binding(between.Length > 1 ? between : _parties.Agents(governor), governor, governor, true);
        if (between.Length > 1 && IsBegun(noun, governor))
            return new Binding(between, deed.Head, deed.Head, true);
        return null;
    }

    /// <summary>"Pledged more weapons", "its promise of aid": what is only named is given by a pledge, not by an agreement.</summary>
    private Binding? OfGift(Node noun, Node governor)
    {
        if (noun.Relation == Relation.Obj && VerbClass(governor) is "promises" or "announces")
            return new Binding(_parties.OfSubject(governor), governor, governor, false);
        return noun.Relation == Relation.Nmod && noun.Child("of").Exists && NounClass(governor) is "promises"
            ? new Binding(Holders(governor), governor, governor, false)
            : null;
    }

    /// <summary>The verb that concludes an agreement ("signed a ceasefire accord"), else the agreement itself.</summary>
    private static Node Told(Node noun)
    {
        var shared = PartyReader.Shared(noun);
        var isTold =
            shared.Relation == Relation.Obj
            && (s_carriers.Contains(shared.Head.Lemma) || VerbClass(shared.Head) is "concludes" or "announces");
        return isTold ? shared.Head : noun;
    }

    private static bool Introduces(Node noun) => noun.Child("to").Exists || noun.Child("on").Exists || noun.Child("upon").Exists;

    private static bool IsTo(Node verb) => verb.Child("to").Exists;

    /// <summary>A truce is in being when a verb says that it was reached, or a participle that somebody brokered it.</summary>
    private static bool IsBegun(Node noun, Node governor)
    {
        if (noun.Relation.Is(Relation.Nsubj) && Begins(governor))
            return true;
        foreach (var child in noun.Children)
            if (child.Relation is Relation.Acl or Relation.Amod or Relation.AclRelcl && Begins(child))
                return true;
        return false;
    }

    private static bool Begins(Node verb)
    {
        if (s_beginnings.Find(verb.Lemma) is not (>= 0 and var row))
            return false;
        var needs = s_beginnings.Text(row, s_needs);
        if (needs.Length == 0)
            return true;
        foreach (var child in verb.Children)
            if (needs == "object" ? child.Relation == Relation.Obj : needs.Split(' ').Contains(child.Lemma))
                return true;
        return false;
    }

    /// <summary>"The agreement envisages a withdrawal of U.S. forces": it binds those whose forces they are.</summary>
    private Binding? OfTerms(Deed deed, Node noun, Node governor)
    {
        if (!s_terms.Contains(governor.Lemma) || governor.Subject is not { Exists: true } pact || NounClass(pact) != "agrees")
            return null;
        var isTerm = noun.Relation == Relation.Obj || noun.Relation == Relation.Obl && noun.Child("for").Exists;
        if (!isTerm)
            return null;
        var doers = _parties.Owners(deed.Object.Exists ? deed.Object : deed.Head);
        if (doers.IsEmpty)
            doers = _parties.Owners(deed.Head);
        return new Binding(doers, governor, deed.Head, true);
    }

    private static string? VerbClass(Node node) =>
        node.Upos switch
        {
            Upos.Verb or Upos.Aux => ClassOf(node, "verb"),
            Upos.Adj => ClassOf(node, "adj"),
            _ => null,
        };

    private static string? NounClass(Node node) => node.Upos == Upos.Noun ? ClassOf(node, "noun") : null;

    private static string? ClassOf(Node node, string pos)
    {
        for (var row = s_commitments.Find(node.Lemma); row >= 0; row = s_commitments.Next(row))
            if (s_commitments.Cell(row, s_pos).SequenceEqual(pos))
                return s_commitments.Text(row, s_class);
        return null;
    }
}
