using Parley.Syntax;
using Parley.Text;

namespace Parley.Actors;

/// <summary>Which words stand in quotation marks, and who is heard there as far as the tree tells.</summary>
internal sealed class Quotations
{
    private readonly ParsedText _parsed;
    private readonly int[] _quotationOf;
    private readonly List<(int First, int Last)> _ends = [];

    public Quotations(ParsedText parsed)
    {
        _parsed = parsed;
        _quotationOf = new int[parsed.Count];
        Array.Fill(_quotationOf, -1);
        var number = 0;
        foreach (var block in parsed.Tokens.Blocks)
            number = Mark(block.Words, number);
    }

    /// <summary>Number of the quotation that the word stands in; -1 outside.</summary>
    public int At(int word) => _quotationOf[word];

    /// <summary>
    /// The subject of the verb that brings the quotation of this word, in its own sentence or in that where the quotation begins or ends;
    /// <see cref="Node.None"/> where there is none.
    /// </summary>
    public Node Speaker(Node node)
    {
        var quotation = At(node.Index);
        if (quotation < 0)
            return Node.None;
        if (SpeakerIn(node, quotation) is { Exists: true } here)
            return here;
        var (first, last) = _ends[quotation];
        return first < node.Sentence.Start && SpeakerIn(_parsed[first], quotation) is { Exists: true } before ? before
            : last >= node.Sentence.End ? SpeakerIn(_parsed[last], quotation)
            : Node.None;
    }

    private Node SpeakerIn(Node node, int quotation)
    {
        var inside = node;
        var steps = 0;
        while (inside.Head.Exists && At(inside.Head.Index) == quotation && steps++ < 200)
            inside = inside.Head;
        if (inside.Head.Exists && inside.Head.Subject is { Exists: true } subject && At(subject.Index) != quotation)
            return subject;
        // "…," he said: the cue may hang below the words that it brings.
        foreach (var child in inside.Children)
            if (
                child.Relation is Relation.Parataxis or Relation.Ccomp or Relation.Advcl
                && At(child.Index) != quotation
                && child.Subject is { Exists: true } cue
                && ActorWords.IsVerb(child.Lemma, "speaks")
            )
                return cue;
        return Node.None;
    }

    private void Put(int word, int number)
    {
        _quotationOf[word] = number;
        while (_ends.Count <= number)
            _ends.Add((word, word));
        _ends[number] = _ends[number] with { Last = word };
    }

    private int Mark(WordRange words, int number)
    {
        var open = false;
        for (var word = words.Start; word < words.End; word++)
        {
            var form = _parsed.Tokens.Form(word);
            if (form is "\u201C" or "``" or "\u00AB")
                (open, number) = (true, open ? number : number + 1);
            else if (form is "\u201D" or "''" or "\u00BB")
                open = false;
            else if (form is "\"")
                (open, number) = (!open, open ? number : number + 1);
            else if (open)
                Put(word, number);
        }
        return number;
    }
}
