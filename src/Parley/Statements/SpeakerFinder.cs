using Parley.Actors;
using Parley.Lexicons;
using Parley.Syntax;
using Parley.Text;
using Parley.Times;

namespace Parley.Statements;

/// <summary>Finds who speaks a verb of speech, and whether that can speak at all. The nouns lie in <c>lexicons/speaker-nouns</c>.</summary>
internal sealed class SpeakerFinder(ParsedText parsed, ActorTable actors, TimeTable times, CueLexicon cues)
{
    private const int MaxSteps = 12;
    private static readonly Lexicon s_nouns = LexiconSet.Get("lexicons/speaker-nouns");
    private readonly NameAt _names = new(parsed);

    /// <summary>The subject of a verb, its own or that of the verb it depends on; <see cref="Node.None"/> where there is none.</summary>
    public Node SubjectOf(Node verb)
    {
        for (var steps = 0; verb.Exists && steps < MaxSteps; steps++)
        {
            var own = OwnSubject(verb);
            if (own.Exists || verb.IsRoot)
                return own;
            var relation = verb.Relation;
            if (relation.Is(Relation.Xcomp) && cues.ObjectSpeaks(verb.Head.Lemma))
                return verb.Head.Child(Relation.Obj);
            if (relation.Is(Relation.AclRelcl))
                return verb.Head;
            if (relation.Is(Relation.Acl))
            {
                if (IssuerOf(verb.Head) is { Exists: true } issuer)
                    return issuer;
                if (CanSpeak(verb.Head))
                    return verb.Head;
                verb = GoverningVerb(verb.Head);
                continue;
            }
            if (
                relation.Is(Relation.Conj)
                || relation.Is(Relation.Xcomp)
                || relation.Is(Relation.Advcl)
                || relation.Is(Relation.Parataxis)
                || relation.Is(Relation.Dep)
                || relation.Is(Relation.Ccomp)
            )
                verb = verb.Head;
            else
                return Node.None;
        }
        return Node.None;
    }

    /// <summary>Who issues this writing: "the ministry released a letter saying …".</summary>
    private Node IssuerOf(Node document) =>
        document.Relation.Is(Relation.Obj)
        && IsDocument(document)
        && cues.Issues(document.Head.Lemma)
        && OwnSubject(document.Head) is { Exists: true, Relation: Relation.Nsubj } subject
        && CanSpeak(subject)
            ? subject
            : Node.None;

    /// <summary>The subject among the dependents of a verb; the noun itself where a relative pronoun stands for it.</summary>
    public static Node OwnSubject(Node verb)
    {
        foreach (var child in verb.Children)
        {
            if (!child.Relation.Is(Relation.Nsubj))
                continue;
            if (verb.Relation.Is(Relation.AclRelcl) && (child.IsForm("who") || child.IsForm("which") || child.IsForm("that")))
                return verb.Head;
            return NameBehind(verb, child) is { Exists: true } name ? name : child;
        }
        return Node.None;
    }

    /// <summary>"Senior engineer and bridge expert Tomas Weller said …": where the tree gives a verb two subjects side by side, the name is who speaks.</summary>
    private static Node NameBehind(Node verb, Node subject)
    {
        if (subject.Upos != Upos.Noun || !subject.Relation.Is(Relation.Nsubj))
            return Node.None;
        foreach (var child in verb.Children)
            if (
                child.Index > subject.Index
                && child.Index < verb.Index
                && child.Upos == Upos.Propn
                && child.Relation.Is(Relation.Nsubj)
                && child.Subtree.Start <= subject.Subtree.End
            )
                return child;
        return Node.None;
    }

    /// <summary>True when this noun phrase can speak: an actor, a person's or body's name, a noun of the lexicon, a personal pronoun.</summary>
    public bool CanSpeak(Node node)
    {
        if (!node.Exists || node.Relation.Is(Relation.Expl))
            return false;
        if (actors.At(node) is { } actor && (actor.Code.Length > 0 || actors.MentionAt(node.Index)!.Value.Kind != MentionKind.Nominal))
            return true;
        switch (node.Upos)
        {
            case Upos.Pron:
                return node.Xpos == "PRP" ? !node.IsForm("you") : node.IsForm("who") || s_nouns.Contains(node.Form);
            case Upos.Propn:
                return times.At(node) is null && (_names.Has(node.Index) || char.IsUpper(node.Form[0]));
            case Upos.Noun or Upos.Adj or Upos.Det or Upos.Num:
                return IsSpeakerNoun(node) || (_names.Has(node.Index) && node.Upos == Upos.Noun);
            default:
                return node.Upos == Upos.X && _names.Has(node.Index);
        }
    }

    /// <summary>True for writings, which speak for those who issued them.</summary>
    public static bool IsDocument(Node node) => KindOf(node).SequenceEqual("document");

    /// <summary>True for outlets and agencies.</summary>
    public bool IsMedium(Node node) => actors.At(node) is { Kind: Records.ActorKind.Media } || KindOf(node) is "medium";

    /// <summary>True for bodies and forces: what is someone's side ("his country", "our troops"), not his counterpart.</summary>
    public static bool IsBody(Node node) => KindOf(node) is "body" or "force";

    /// <summary>True for pronouns of the first person.</summary>
    public static bool IsFirstPerson(Node node) =>
        node.Exists && (node.IsForm("we") || node.IsForm("i") || node.IsForm("us") || node.IsForm("me"));

    private static bool IsSpeakerNoun(Node node) => !KindOf(node).IsEmpty;

    private static ReadOnlySpan<char> KindOf(Node node)
    {
        var row = s_nouns.Find(node.Lemma);
        if (row < 0)
            row = s_nouns.Find(node.Form);
        return row < 0 ? default : s_nouns.Cell(row, 1);
    }

    private static Node GoverningVerb(Node noun)
    {
        for (var steps = 0; noun.Exists && steps < MaxSteps; steps++, noun = noun.Head)
            if (noun.Upos is Upos.Verb or Upos.Aux)
                return noun;
        return Node.None;
    }

    /// <summary>Which words stand in a name of a person or body.</summary>
    private sealed class NameAt
    {
        private readonly bool[] _has;

        public NameAt(ParsedText parsed)
        {
            _has = new bool[parsed.Count];
            foreach (var name in parsed.Names)
                Array.Fill(_has, true, name.Words.Start, name.Words.Length);
        }

        public bool Has(int word) => _has[word];
    }

    /// <summary>The words of a speaker: title and apposition with it, relative clauses and the occasion ("in a statement") without.</summary>
    public WordRange PhraseOf(Node head)
    {
        var start = Math.Min(head.Index, parsed.Subtree(head.Index).Start);
        foreach (var child in head.Children)
            if (child.Index < head.Index && child.Subtree.Start <= start && IsOutside(child))
                start = Math.Max(start, child.Subtree.End);
        foreach (var child in head.Children)
            if (child.Index < head.Index && child.Subtree.End > start && IsClause(child))
                start = Math.Max(start, child.Subtree.End);
        while (start < head.Index && parsed.UposTags[start] is Upos.Punct or Upos.Cconj or Upos.Sconj or Upos.Adp)
            start++;
        return new WordRange(start, EndOfPhrase(head, 0));
    }

    private static bool IsClause(Node child) =>
        child.Relation.Is(Relation.Acl)
        || child.Relation.Is(Relation.Advcl)
        || child.Relation.Is(Relation.Parataxis)
        || child.Relation.Is(Relation.Ccomp);

    private static bool IsOutside(Node child) =>
        child.Relation.Is(Relation.Case)
        || child.Relation.Is(Relation.Cc)
        || child.Relation.Is(Relation.Mark)
        || child.Relation.Is(Relation.Punct);

    private int EndOfPhrase(Node head, int depth)
    {
        var end = head.Index + 1;
        if (depth > 8)
            return end;
        foreach (var child in head.Children)
        {
            if (child.Index < head.Index || child.Relation.Is(Relation.Punct))
                continue;
            if (!BelongsToName(child, end))
                break;
            var whole = parsed.Subtree(child.Index).End;
            var reached = child.Relation.Is(Relation.Acl) ? whole : EndOfPhrase(child, depth + 1);
            end = Math.Max(end, reached);
            if (reached < whole && !OnlyPunctuation(reached, whole))
                break;
        }
        return end < parsed.Subtree(head.Index).End && IsClosing(end) ? end + 1 : end;
    }

    private bool BelongsToName(Node child, int end)
    {
        var relation = child.Relation;
        if (relation.Is(Relation.Acl) && !relation.Is(Relation.AclRelcl))
            return parsed.Tokens.Form(parsed.Subtree(child.Index).Start - 1) is not ","
                && child.Xpos != "VBG"
                && SpeakerFinder.IsDocument(child.Head);
        if (relation.Is(Relation.Nmod) && VenueReader.IsOccasion(child))
            return false;
        if (times.At(child) is not null && relation != Relation.Appos)
            return false;
        if (child.Upos is Upos.Verb or Upos.Aux && !relation.Is(Relation.Acl))
            return false;
        return relation.Is(Relation.Appos)
            || relation.Is(Relation.Nmod)
            || relation.Is(Relation.Conj)
            || relation.Is(Relation.Flat)
            || relation.Is(Relation.Fixed)
            || relation.Is(Relation.Compound)
            || relation.Is(Relation.Nummod)
            || relation.Is(Relation.Amod)
            || relation.Is(Relation.Cc)
            || relation.Is(Relation.Det)
            || relation.Is(Relation.Goeswith)
            || relation.Is(Relation.List);
    }

    private bool OnlyPunctuation(int start, int end)
    {
        for (var word = start; word < end; word++)
            if (parsed.UposTags[word] != Upos.Punct)
                return false;
        return true;
    }

    private bool IsClosing(int word) => parsed.Tokens.Form(word) is ")" or "]";
}
