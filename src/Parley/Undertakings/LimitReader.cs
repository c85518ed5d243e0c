using System.Collections.Immutable;
using Parley.Actors;
using Parley.Lexicons;
using Parley.Records;
using Parley.Statements;
using Parley.Syntax;
using Parley.Text;

namespace Parley.Undertakings;

/// <summary>Reads what an undertaking is said not to be or not to cover ("This is not a ceasefire"), and what was left unsaid ("gave no date").</summary>
internal sealed class LimitReader(ParsedText parsed, ActorTable actors, StatementTable statements)
{
    private const int NearSentences = 2;
    private static readonly Lexicon s_limits = LexiconSet.Get("lexicons/limit-verbs");
    private static readonly Lexicon s_open = LexiconSet.Get("lexicons/left-open");
    private static readonly Lexicon s_references = LexiconSet.Get("lexicons/undertaking-references");
    private static readonly Lexicon s_nouns = LexiconSet.Get("lexicons/deed-nouns");
    private static readonly int s_limitClass = s_limits.Column("class");
    private static readonly int s_openPos = s_open.Column("pos");

    /// <summary>The undertakings with their limits and gaps.</summary>
    public ImmutableArray<Undertaking> Read(List<(Undertaking Undertaking, List<Telling> Tellings)> joined)
    {
        var limits = new List<Span>[joined.Count];
        var open = new List<Span>[joined.Count];
        for (var u = 0; u < joined.Count; u++)
            (limits[u], open[u]) = ([], []);
        foreach (var sentence in parsed.Sentences)
            for (var word = sentence.Start; word < sentence.End; word++)
            {
                var node = parsed[word];
                if (IsLimit(node) && Nearest(joined, node, word, isLimit: true) is { Count: > 0 } limited)
                    foreach (var u in limited)
                        limits[u].Add(parsed.SpanOf(LimitWords(node)));
                else if (IsLeftOpen(node) && Nearest(joined, node, word, isLimit: false) is { Count: > 0 } gaps)
                    foreach (var u in gaps)
                        open[u].Add(parsed.SpanOf(Clauses.Whole(node)));
            }
        return
        [
            .. joined.Select(
                (entry, u) => entry.Undertaking with { Limits = [.. limits[u].Distinct().Order()], Open = [.. open[u].Distinct().Order()] }
            ),
        ];
    }

    /// <summary>A negated "be", "represent", "amount to" with a noun of a deed; a negated "apply", "cover"; "exclude".</summary>
    private static bool IsLimit(Node node)
    {
        if (node.Upos == Upos.Noun && node.Child(Relation.Cop).Exists)
            return Clauses.IsNegated(node) && IsDeedNoun(node);
        if (node.Upos != Upos.Verb || s_limits.Find(node.Lemma) is not (>= 0 and var row))
            return false;
        var cls = s_limits.Cell(row, s_limitClass);
        if (cls is "excludes")
            return !Clauses.IsNegated(node) && node.Child(Relation.Obj).Exists;
        if (!Clauses.IsNegated(node))
            return false;
        if (cls is "scope")
            return true;
        foreach (var child in node.Children)
            if (child.Relation is Relation.Obj or Relation.Obl && IsDeedNoun(child))
                return true;
        return false;
    }

    /// <summary>"Did not spell out", "gave no date", "was not specified", "it was unclear when".</summary>
    private static bool IsLeftOpen(Node node)
    {
        for (var row = s_open.Find(node.Lemma); row >= 0; row = s_open.Next(row))
        {
            var pos = s_open.Cell(row, s_openPos);
            if (pos is "verb" && node.Upos == Upos.Verb && Clauses.IsNegated(node))
                return true;
            if (pos is "carrier" && node.Upos == Upos.Verb && (Withheld(node, needsNegation: !Clauses.IsNegated(node))))
                return true;
            if (pos is "adjective" && node.Upos == Upos.Adj && node.Child(Relation.Cop).Exists && AsksWhat(node))
                return node.Lemma is "unclear" or "vague" or "uncertain" || Clauses.IsNegated(node);
        }
        return node.Upos == Upos.Verb
            && node.Child(Relation.CompoundPrt) is { Exists: true } particle
            && Clauses.IsNegated(node)
            && s_open.Contains($"{node.Lemma} {particle.Lemma}");
    }

    private static bool Withheld(Node verb, bool needsNegation)
    {
        foreach (var child in verb.Children)
            if (child.Relation is Relation.Obj or Relation.NsubjPass && IsGap(child) && (!needsNegation || Clauses.IsNegated(child)))
                return true;
        return false;
    }

    private static bool IsGap(Node noun)
    {
        for (var row = s_open.Find(noun.Lemma); row >= 0; row = s_open.Next(row))
            if (s_open.Cell(row, s_openPos) is "noun")
                return true;
        return false;
    }

    private static bool AsksWhat(Node adjective)
    {
        foreach (var child in adjective.Children)
            if (child.Relation.Is(Relation.Csubj) || child.Relation is Relation.Ccomp or Relation.Advcl)
                return true;
        return false;
    }

    private static bool IsDeedNoun(Node noun) => Clauses.FindNoun(s_nouns, noun) >= 0;

    private WordRange LimitWords(Node node)
    {
        var subject = node.Subject;
        return Clauses.Extent(node, withSubject: subject.Exists && subject.Subtree.Length <= 2);
    }

    /// <summary>The undertakings that a clause is about: those told in the same sentence or shortly before, or that its subject names.</summary>
    private List<int> Nearest(List<(Undertaking Undertaking, List<Telling> Tellings)> joined, Node node, int word, bool isLimit)
    {
        var found = new List<int>();
        var best = int.MaxValue;
        var sentence = parsed.SentenceOf(word);
        for (var u = 0; u < joined.Count; u++)
        {
            var (undertaking, tellings) = joined[u];
            if (isLimit && (undertaking.Kind == UndertakingKind.Ceasefire && IsTruce(node) || !SpeaksOfIt(node, undertaking)))
                continue;
            foreach (var telling in tellings)
            {
                var distance = Distance(sentence, parsed.SentenceOf(telling.Words.Start));
                if (distance > NearSentences && !(Refers(node) && (isLimit || NamesKind(node, telling))))
                    continue;
                if (!isLimit && !IsAbout(node, telling) || distance > best)
                    continue;
                if (distance < best)
                    found.Clear();
                best = distance;
                if (!found.Contains(u))
                    found.Add(u);
            }
        }
        return found;
    }

    private static int Distance(int sentence, int telling) => sentence >= telling ? sentence - telling : (telling - sentence) * 2;

    private static bool IsTruce(Node node)
    {
        if (IsDeedNoun(node))
            return true;
        foreach (var child in node.Children)
            if (child.Relation is Relation.Obj or Relation.Obl && IsDeedNoun(child))
                return true;
        return false;
    }

    /// <summary>The subject refers to it, and whoever says so is of the bound side or the article itself.</summary>
    private bool SpeaksOfIt(Node node, Undertaking undertaking)
    {
        if (!Refers(node))
            return false;
        if (statements.At(node.Index) is not { Speaker: { } id } || Side.Find(id, actors.Actors) is not { } speaker)
            return true;
        return Side.Find(undertaking.By, actors.Actors) is { } party && Side.Of(party, actors.Actors) == Side.Of(speaker, actors.Actors);
    }

    private static bool Refers(Node node)
    {
        var subject = PartyReader.Subject(node);
        if (!subject.Exists)
            return false;
        if (s_references.Contains(subject.Lemma) || s_references.Contains(subject.Form))
            return true;
        foreach (var child in subject.Children)
            if (child.Relation == Relation.Nmod && s_references.Contains(child.Lemma))
                return true;
        return false;
    }

    private static bool NamesKind(Node node, Telling telling)
    {
        var sentence = node.Subtree;
        for (var word = sentence.Start; word < sentence.End; word++)
            if (node.Parsed.Lemmas[word] == telling.Deed.Head.Lemma && telling.Deed.IsNoun)
                return true;
        return false;
    }

    /// <summary>A gap counts when its subject is the bound side, or refers to the undertaking, or nobody ("it was unclear").</summary>
    private bool IsAbout(Node node, Telling telling)
    {
        var subject = PartyReader.Subject(node);
        if (!subject.Exists || subject.Relation == Relation.Expl || Refers(node) || IsGap(subject))
            return true;
        return actors.At(subject) is { } actor && Side.Of(actor, actors.Actors) == telling.PartySide;
    }
}
