using Parley.Syntax;
using Parley.Text;

namespace Parley.Actors;

/// <summary>Questions about the noun phrase that a node heads.</summary>
internal static class NounPhrase
{
    /// <summary>The words of the phrase with determiner, modifiers, "of" phrases and appositions; relative clauses and further conjuncts left out.</summary>
    public static WordRange Words(Node head) => Words(head, withApposition: true, depth: 0);

    /// <summary>The words that name it: as <see cref="Words(Node)"/>, without apposition and without the article.</summary>
    public static WordRange NameWords(Node head)
    {
        var words = Words(head, withApposition: false, depth: 0);
        var parsed = head.Parsed;
        while (words.Length > 1 && words.Start < head.Index && IsArticle(parsed[words.Start]))
            words = words with { Start = words.Start + 1 };
        return words;
    }

    /// <summary>True behind "the", "this", "that", or a possessor.</summary>
    public static bool IsDefinite(Node head)
    {
        foreach (var child in head.Children)
            if (
                child.Relation == Relation.NmodPoss
                || child.Relation == Relation.Det && child.Has("Definite=Def")
                || child.Has("PronType=Dem") && child.Relation == Relation.Det
            )
                return true;
            else if (
                child.Relation == Relation.Det
                && (child.IsForm("the") || child.IsForm("both") || child.IsForm("these") || child.IsForm("this"))
            )
                return true;
        return false;
    }

    /// <summary>True behind a possessor.</summary>
    public static bool IsOwned(Node head) => head.Child(Relation.NmodPoss).Exists;

    /// <summary>True where nothing stands before it that counts, points or owns: "prime minister" of "the role of prime minister".</summary>
    public static bool IsBare(Node head)
    {
        foreach (var child in head.Children)
            if (child.Index < head.Index && child.Relation is Relation.Det or Relation.Nummod or Relation.NmodPoss or Relation.DetPredet)
                return false;
        return true;
    }

    /// <summary>True behind "several", "many", "some".</summary>
    public static bool IsCounted(Node head)
    {
        foreach (var child in head.Children)
            if (
                child.Index < head.Index
                && child.Relation is Relation.Amod or Relation.Det or Relation.Advmod
                && ActorWords.IsQuantity(child)
            )
                return true;
        return false;
    }

    /// <summary>True behind "no" and in a question ("how many troops", "which side"): nobody is mentioned.</summary>
    public static bool IsNobody(Node head)
    {
        foreach (var child in head.Children)
            if (child.Index < head.Index && (child.Relation == Relation.Det && child.IsForm("no") || Asks(child)))
                return true;
        return false;
    }

    private static bool Asks(Node word)
    {
        if (word.Relation == Relation.Det && (word.IsForm("which") || word.IsForm("what") || word.IsForm("whatever")))
            return true;
        if (!(word.IsForm("many") || word.IsForm("much") || word.IsForm("few")))
            return false;
        foreach (var child in word.Children)
            if (child.IsForm("how"))
                return true;
        return false;
    }

    /// <summary>True behind "a", "an", "another", "some", or a number.</summary>
    public static bool IsIndefinite(Node head)
    {
        if (IsDefinite(head))
            return false;
        foreach (var child in head.Children)
            if (child.Index < head.Index && child.Relation is Relation.Det or Relation.Nummod)
                return true;
        return false;
    }

    /// <summary>Where the phrase stands in its sentence: conjuncts and appositions stand where their first part stands.</summary>
    public static Node Anchor(Node node)
    {
        var steps = 0;
        while (
            node.Relation is Relation.Conj or Relation.Appos
            && node.Head.Exists
            && CaseOf(node) is ""
            && steps++ < 20
            && IsNominal(node.Head)
        )
            node = node.Head;
        return node;
    }

    /// <summary>The preposition of the phrase in lower case, "according to" as "according"; empty where it has none.</summary>
    public static string CaseOf(Node node)
    {
        foreach (var child in node.Children)
            if (child.Relation == Relation.Case && child.Index < node.Index)
                return child.Form.ToString().ToLowerInvariant();
        return "";
    }

    /// <summary>True when the phrase is the subject of a clause, in itself or as a conjunct of one.</summary>
    public static bool IsSubject(Node node) => IsSubject(Anchor(node).Relation);

    /// <summary>True for an active subject or an agent.</summary>
    public static bool IsDoer(Node node) => Anchor(node).Relation is Relation.Nsubj or Relation.OblAgent;

    /// <summary>True for the relations of subjects that are no clauses.</summary>
    public static bool IsSubject(Relation relation) => relation is Relation.Nsubj or Relation.NsubjPass or Relation.NsubjOuter;

    /// <summary>True for words that can head a phrase that mentions someone.</summary>
    public static bool IsNominal(Node node) =>
        node.Upos is Upos.Noun or Upos.Propn or Upos.Pron or Upos.Num or Upos.X or Upos.Adj or Upos.Det;

    /// <summary>True when the phrase speaks: it is the subject of a verb of saying, or stands behind "according to".</summary>
    public static bool Speaks(Node node)
    {
        var anchor = Anchor(node);
        if (anchor.Relation == Relation.Nsubj && anchor.Head.Upos is Upos.Verb or Upos.Aux)
            return ActorWords.IsVerb(anchor.Head.Lemma, "speaks") || InheritsSpeaking(anchor.Head);
        return anchor.Relation == Relation.Obl
            && CaseOf(anchor) is "according" or "by"
            && anchor.Head.Exists
            && (CaseOf(anchor) == "according" || Passive(anchor));
    }

    /// <summary>True when the phrase acts: a subject that is not a predicate's, an agent, a possessor, a party of dealings.</summary>
    public static bool Acts(Node node)
    {
        var anchor = Anchor(node);
        return anchor.Relation switch
        {
            Relation.Nsubj or Relation.NsubjPass or Relation.NsubjOuter or Relation.OblAgent or Relation.Obj or Relation.Iobj => true,
            Relation.NmodPoss or Relation.Vocative => true,
            Relation.Nmod when CaseOf(anchor) == "of" && ActorWords.IsQuantity(anchor.Head) => Acts(anchor.Head),
            Relation.Obl or Relation.Nmod => ActorWords.Preposition(CaseOf(anchor)) is not ("place" or "") || CaseOf(anchor) == "according",
            Relation.Root or Relation.Parataxis or Relation.Xcomp => true,
            _ => false,
        };
    }

    private static bool Passive(Node node)
    {
        foreach (var child in node.Head.Children)
            if (child.Relation == Relation.AuxPass)
                return ActorWords.IsVerb(node.Head.Lemma, "speaks");
        return false;
    }

    /// <summary>"has been trying to tell", "came out and said": the subject of a light verb speaks where its complement does.</summary>
    private static bool InheritsSpeaking(Node verb)
    {
        foreach (var child in verb.Children)
            if (
                child.Relation is Relation.Xcomp or Relation.Conj
                && child.Upos == Upos.Verb
                && child.Index > verb.Index
                && ActorWords.IsVerb(child.Lemma, "speaks")
            )
                return true;
        return false;
    }

    private static bool IsArticle(Node node) =>
        node.Relation is Relation.Det or Relation.DetPredet && node.Form.Length <= 4 && !node.IsForm("both") && !node.IsForm("some");

    private static WordRange Words(Node head, bool withApposition, int depth)
    {
        var start = head.Index;
        var end = head.Index + 1;
        if (depth > 12)
            return new WordRange(start, end);
        foreach (var child in head.Children)
            if (child.Index < head.Index)
            {
                if (IsKept(child, withApposition, depth) && child.Subtree.Start < start)
                    start = child.Subtree.Start;
            }
            else if (IsKept(child, withApposition, depth))
                end = Math.Max(end, EndOf(child, withApposition, depth));
            else if (child.Relation is not (Relation.Punct or Relation.Case))
                break;
        start = Math.Max(start, head.Sentence.Start);
        while (start < head.Index && IsNoPart(head.Parsed, start))
            start++;
        while (
            end > head.Index + 1
            && head.Parsed.UposTags[end - 1] == Upos.Punct
            && head.Parsed.Tokens.Form(end - 1) is "," or "-" or ":" or "--" or "\u2014" or "\u2013" or ";"
        )
            end--;
        return new WordRange(start, end);
    }

    /// <summary>Prepositions, and "least" of "at least 12 militants", do not belong to the phrase.</summary>
    private static bool IsNoPart(ParsedText parsed, int word) =>
        parsed.RelationTags[word] is Relation.Case or Relation.Cc or Relation.Mark or Relation.Punct
        || word > 0 && parsed.Tokens.Form(word) is "least" or "most" && parsed.RelationTags[word - 1] == Relation.Case;

    private static int EndOf(Node child, bool withApposition, int depth)
    {
        var end = Words(child, withApposition, depth + 1).End;
        var parsed = child.Parsed;
        return
            child.Relation == Relation.Appos
            && end < parsed.Count
            && parsed.Tokens.Form(end) is ")"
            && parsed.SentenceOf(end) == parsed.SentenceOf(child.Index)
            ? end + 1
            : end;
    }

    private static bool IsKept(Node child, bool withApposition, int depth) =>
        child.Relation switch
        {
            Relation.Det
            or Relation.DetPredet
            or Relation.Amod
            or Relation.Compound
            or Relation.Nummod
            or Relation.Flat
            or Relation.Fixed
            or Relation.Goeswith => true,
            Relation.NmodPoss or Relation.NmodDesc => true,
            Relation.NmodUnmarked => child.Index < child.Head.Index,
            Relation.Nmod => child.Index < child.Head.Index
                || CaseOf(child)
                    is not (
                        "during"
                        or "after"
                        or "before"
                        or "since"
                        or "as"
                        or "with"
                        or "without"
                        or "including"
                        or "such"
                        or "like"
                        or "on"
                    ),
            Relation.Advmod => child.Index < child.Head.Index && child.Index > child.Head.Index - 4,
            Relation.Appos => withApposition,
            Relation.Conj or Relation.Cc or Relation.Punct => depth > 0,
            _ => false,
        };
}
