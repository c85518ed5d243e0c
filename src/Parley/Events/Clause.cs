using Parley.Syntax;

namespace Parley.Events;

/// <summary>Who is doer and who is undergoer in a clause, looked for where the grammar of English lets one stay unsaid.</summary>
/// <remarks>
/// Subjects are inherited through coordination, open complements, adverbial and adnominal clauses, as enhanced Universal
/// Dependencies add them (universaldependencies.org/u/overview/enhanced-syntax.html).
/// </remarks>
internal static class Clause
{
    private const int Reach = 6;

    /// <summary>True when the verb stands in the passive, or as a past participle at a noun.</summary>
    public static bool IsPassive(Node verb)
    {
        var auxiliary = false;
        foreach (var child in verb.Children)
        {
            if (child.Relation is Relation.NsubjPass or Relation.CsubjPass or Relation.AuxPass or Relation.OblAgent)
                return true;
            auxiliary |= child.Relation == Relation.Aux || child.Relation == Relation.Nsubj;
        }
        if (auxiliary || verb.Xpos != "VBN")
            return false;
        return verb.Relation switch
        {
            Relation.Acl or Relation.Advcl or Relation.Amod or Relation.Xcomp or Relation.AclRelcl => true,
            Relation.Conj => IsPassive(verb.Head),
            _ => false,
        };
    }

    /// <summary>The one who acts; <see cref="Node.None"/> where the clause does not tell.</summary>
    public static Node Doer(Node verb) => IsPassive(verb) ? Agent(verb) : Subject(verb, Reach);

    /// <summary>What it is done to; <see cref="Node.None"/> where the clause does not tell.</summary>
    public static Node Undergoer(Node verb)
    {
        if (IsPassive(verb))
            return Subject(verb, Reach);
        if (verb.Child(Relation.Obj) is { Exists: true } direct)
            return Antecedent(direct);
        // "urged Ukraine not to attack": treebanks hang the one who is to act as a second object.
        if (verb.Child(Relation.Iobj) is { Exists: true } urged && verb.Child(Relation.Xcomp).Exists)
            return Antecedent(urged);
        if (RelativeGap(verb) is { Exists: true } gap)
            return gap;
        foreach (var child in verb.Children)
            if (child.Relation == Relation.Conj && child.Upos == Upos.Verb && child.Child(Relation.Obj) is { Exists: true } shared)
                return child.Subject.Exists ? Node.None : Antecedent(shared);
        return Node.None;
    }

    /// <summary>The agent of a passive: "by X".</summary>
    public static Node Agent(Node verb)
    {
        foreach (var child in verb.Children)
            if (child.Relation == Relation.OblAgent || (child.Relation == Relation.Obl && child.Child("by").Exists))
                return Antecedent(child);
        foreach (var child in verb.Children)
            if (child.Relation == Relation.Conj && child.Upos == Upos.Verb && !child.Subject.Exists && child.Xpos == "VBN")
                return Agent(child);
        return Node.None;
    }

    /// <summary>The grammatical subject, inherited where it is not said.</summary>
    public static Node Subject(Node verb) => Subject(verb, Reach);

    /// <summary>What a relative pronoun points at; any other node itself.</summary>
    public static Node Antecedent(Node node)
    {
        if (!node.Exists || node.Upos is not (Upos.Pron or Upos.Det or Upos.Sconj) || !IsRelative(node))
            return node;
        if (node.IsForm("which") && NameBefore(node) is { Exists: true } name)
            return name;
        var clause = node.Head;
        for (var steps = 0; clause.Exists && steps < Reach; steps++, clause = clause.Head)
            if (clause.Relation == Relation.AclRelcl)
                return clause.Head;
        return node;
    }

    // Of "the future of Crimea, which was seized", the name right before is meant, wherever the tree hangs the clause.
    private static Node NameBefore(Node pronoun)
    {
        var before = pronoun.Index - 1;
        if (before > pronoun.Sentence.Start && pronoun.Parsed.Tokens.Form(before).SequenceEqual(","))
            before--;
        if (before < pronoun.Sentence.Start || pronoun.Parsed.UposTags[before] != Upos.Propn)
            return Node.None;
        var name = pronoun.Parsed[before];
        while (name.Relation is Relation.Flat or Relation.Compound && name.Head.Exists && name.Head.Index < pronoun.Index)
            name = name.Head;
        return name;
    }

    /// <summary>The noun that stands at <paramref name="node"/> with this preposition.</summary>
    public static Node Nominal(Node node, string preposition)
    {
        foreach (var child in node.Children)
            if (child.Relation.Is(Relation.Nmod) && HasCase(child, preposition))
                return child;
        return Node.None;
    }

    /// <summary>True when the preposition (or the first word of a longer one) stands at the noun.</summary>
    public static bool HasCase(Node noun, string preposition)
    {
        foreach (var child in noun.Children)
            if (child.Relation == Relation.Case && child.IsForm(preposition))
                return true;
        return false;
    }

    /// <summary>True when the infinitive's "to" stands at the verb.</summary>
    public static bool IsToInfinitive(Node verb)
    {
        foreach (var child in verb.Children)
            if (child.Relation == Relation.Mark && child.IsForm("to"))
                return true;
        return false;
    }

    /// <summary>The word that joins the clause to its head ("if", "of", "after"); <see cref="Node.None"/> where there is none or only "to".</summary>
    public static Node Marker(Node verb)
    {
        foreach (var child in verb.Children)
            if (child.Relation is Relation.Mark or Relation.Case && !child.IsForm("to"))
                return child;
        return Node.None;
    }

    private static Node Subject(Node verb, int reach)
    {
        if (!verb.Exists || reach == 0)
            return Node.None;
        if (InnerSubject(verb) is { Exists: true } own)
            return Antecedent(own);
        var head = verb.Head;
        return verb.Relation switch
        {
            Relation.Conj => Subject(head, reach - 1),
            Relation.Xcomp => Controller(head, reach - 1),
            Relation.Advcl when Marker(verb) is { Exists: true } mark && (mark.IsForm("of") || mark.IsForm("for") || mark.IsForm("from")) =>
                ControllerOfBlame(head, reach - 1),
            Relation.Advcl => verb.Xpos == "VB" && IsToInfinitive(verb)
                ? Controller(head, reach - 1, keepsSubject: true)
                : Subject(head, reach - 1),
            Relation.Ccomp when verb.Xpos is "VBG" or "VB" => Controller(head, reach - 1),
            Relation.Acl when IsToInfinitive(verb) || Marker(verb).Exists => OwnerOf(head, reach - 1),
            Relation.Acl => head,
            _ => Node.None,
        };
    }

    // "what we have seen is they have stopped": the subject of the inner clause, not of the outer.
    private static Node InnerSubject(Node verb)
    {
        foreach (var child in verb.Children)
            if (child.Relation is Relation.Nsubj or Relation.NsubjPass)
                return child;
        return verb.Subject;
    }

    /// <summary>Who does what stands in the open complement of <paramref name="head"/>: its object where it has one ("ordered troops to …"), else its subject.</summary>
    private static Node Controller(Node head, int reach, bool keepsSubject = false)
    {
        if (!head.Exists || keepsSubject || IsPassive(head) || head.Lemma is "promise" or "threaten" or "vow")
            return Subject(head, reach);
        foreach (var child in head.Children)
            if (child.Relation is Relation.Obj or Relation.Iobj)
                return Antecedent(child);
        foreach (var child in head.Children)
            if (child.Relation == Relation.Obl && (HasCase(child, "on") || HasCase(child, "upon")) && head.Lemma is "call")
                return child;
        return Subject(head, reach);
    }

    private static Node ControllerOfBlame(Node head, int reach)
    {
        if (IsPassive(head))
            return Subject(head, reach);
        return head.Child(Relation.Obj) is { Exists: true } blamed ? Antecedent(blamed) : Subject(head, reach);
    }

    /// <summary>Whose plan, threat, attempt … it is.</summary>
    private static Node OwnerOf(Node noun, int reach)
    {
        if (noun.Child(Relation.NmodPoss) is { Exists: true } owner)
            return owner;
        if (noun.Relation.Is(Relation.Obj) && noun.Head.Exists)
            return Subject(noun.Head, reach);
        foreach (var preposition in (ReadOnlySpan<string>)["by", "from", "of"])
            if (Nominal(noun, preposition) is { Exists: true } maker)
                return maker;
        return noun.Relation.Is(Relation.Obl) && noun.Head.Exists ? Subject(noun.Head, reach) : Node.None;
    }

    /// <summary>"a base the rebels seized", "a base that the rebels seized": what the verb of the relative clause is done to.</summary>
    private static Node RelativeGap(Node verb)
    {
        if (verb.Relation != Relation.AclRelcl || !verb.Head.Exists || !verb.Subject.Exists)
            return Node.None;
        foreach (var child in verb.Children)
            if (
                child.Relation is Relation.Ccomp or Relation.Xcomp
                || (child.Relation != Relation.Punct && child.Upos is Upos.Adv && child.IsForm("where"))
            )
                return Node.None;
        if (IsRelative(verb.Subject) || verb.Child("where").Exists || verb.Child("when").Exists)
            return Node.None;
        foreach (var child in verb.Children)
            if (child.Relation == Relation.Obl && IsRelative(child))
                return Node.None;
        return verb.Head;
    }

    private static bool IsRelative(Node node) =>
        node.Has("PronType=Rel")
        || node.IsForm("which")
        || node.IsForm("who")
        || node.IsForm("whom")
        || (node.IsForm("that") && node.Xpos == "WDT");
}
