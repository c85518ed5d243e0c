using Parley.Lexicons;
using Parley.Syntax;
using Parley.Text;

namespace Parley.Figures;

/// <summary>Finds what a quantity counts, from the tree.</summary>
internal sealed class CountFinder
{
    private readonly Lexicon _nouns = LexiconSet.Get("lexicons/counted-nouns");
    private readonly int _class;

    public CountFinder() => _class = _nouns.Column("class");

    public Count Find(ParsedText parsed, Quantity quantity, WordRange sentence)
    {
        var number = quantity.Number;
        var top = Top(parsed, number);
        if (Hyphenated(parsed, number.End, sentence) is { Exists: true } joined)
            return new Count(top.Head.Exists ? top.Head : top, joined, ClassOf(joined));
        var noun = OfNoun(parsed, number, sentence);
        if (noun.Exists)
            return new Count(top, noun, ClassOf(noun));
        if (
            top.Head is { Exists: true } head
            && head.Index >= number.End
            && ModifiesNoun(top, head)
            && !HasVerb(parsed, number.End, head.Index)
        )
        {
            // "1,000 Ukrainian soldiers" with the number on the adjective.
            if (
                head.Head is { Exists: true } behind
                && behind.Index == head.Index + 1
                && behind.Upos is Upos.Noun
                && (head.Relation.Is(Relation.Amod) || head.Relation.Is(Relation.Compound) || head.Relation.Is(Relation.Nmod))
            )
                head = behind;
            return new Count(head, head, ClassOf(head, number.End));
        }
        if (Following(parsed, number.End, sentence) is { Exists: true } next)
            return new Count(next, next, ClassOf(next, number.End));
        return new Count(top, Node.None, "");
    }

    // The listed noun right behind, where the tree does not tie the number to it: "six to eight tanks".
    private Node Following(ParsedText parsed, int end, WordRange sentence)
    {
        const int Furthest = 3;
        for (var word = end; word < Math.Min(sentence.End, end + Furthest); word++)
        {
            if (parsed[word].Upos is Upos.Noun)
                return ClassOf(parsed[word], end).Length > 0 ? parsed[word] : Node.None;
            if (parsed[word].Upos is not (Upos.Adj or Upos.Propn) && parsed[word].Xpos is not "VBN")
                break;
        }
        return Node.None;
    }

    /// <summary>The class of a noun by its lemma or form; empty where it is not listed. The words between <paramref name="from"/> and the noun may tell ("F-16 fighters").</summary>
    public string ClassOf(Node noun, int from = -1)
    {
        // The fighter of "F-16 fighters" is no man.
        for (var word = from; noun.Lemma is "fighter" && word >= 0 && word < noun.Index; word++)
            if (noun.Parsed[word].Form.IndexOfAnyInRange('0', '9') >= 0)
                return "weapons";
        var row = _nouns.Find(noun.Lemma);
        if (row < 0)
            row = _nouns.Find(noun.Form);
        if (row < 0 && noun.Form.EndsWith("s"))
            row = _nouns.Find(noun.Form[..^1]);
        return row < 0 ? "" : _nouns.Text(row, _class);
    }

    // The word of the number whose head lies outside of it.
    private static Node Top(ParsedText parsed, WordRange number)
    {
        for (var word = number.End - 1; word >= number.Start; word--)
            if (!number.Contains(parsed.Heads[word]) && parsed[word].Upos is not (Upos.Det or Upos.Punct or Upos.Cconj))
                return parsed[word];
        return parsed[number.End - 1];
    }

    // "20-vehicle convoy", "10,000-strong force".
    private static Node Hyphenated(ParsedText parsed, int end, WordRange sentence) =>
        end + 1 < sentence.End
        && parsed[end].Form is "-"
        && !parsed.Tokens.Words[end].SpaceAfter
        && !parsed.Tokens.Words[end - 1].SpaceAfter
            ? parsed[end + 1]
            : Node.None;

    // "thousands of people", "seven of the dead".
    private static Node OfNoun(ParsedText parsed, WordRange number, WordRange sentence)
    {
        if (number.End >= sentence.End || parsed[number.End].Form is not "of")
            return Node.None;
        for (var word = number.Start; word < number.End; word++)
            foreach (var child in parsed[word].Children)
                if (child.Relation.Is(Relation.Nmod) && child.Index > number.End && child.Subtree.Start == number.End)
                    return child;
        var governed = parsed[number.End].Head;
        return governed.Exists && governed.Index > number.End && sentence.Contains(governed.Index) ? governed : Node.None;
    }

    // "250,000 dead will not be told by the clash": a verb between number and noun shows that the tree errs.
    private static bool HasVerb(ParsedText parsed, int from, int to)
    {
        for (var word = from; word < to; word++)
            if (parsed[word].Upos is Upos.Aux || (parsed[word].Upos is Upos.Verb && parsed[word].Has("VerbForm=Fin")))
                return true;
        return false;
    }

    private static bool ModifiesNoun(Node top, Node head) =>
        head.Upos is Upos.Noun or Upos.Propn or Upos.Adj or Upos.Pron or Upos.Sym or Upos.X
        && (
            top.Relation.Is(Relation.Nummod)
            || top.Relation.Is(Relation.Amod)
            || top.Relation.Is(Relation.Compound)
            || top.Relation.Is(Relation.Det)
            || top.Relation.Is(Relation.Nmod)
        );
}
