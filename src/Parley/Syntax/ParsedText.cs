using System.Collections.Immutable;
using Parley.Records;
using Parley.Text;

namespace Parley.Syntax;

/// <summary>The result of the syntax stage: sentences, tags, lemmas, dependency trees and names over the words of a text.</summary>
/// <remarks>All arrays are indexed by word. Furniture has words but no sentences: its heads are -1 and its relation is <see cref="Relation.Dep"/>.</remarks>
public sealed class ParsedText
{
    private readonly int[] _sentenceOf;
    private readonly int[] _firstChild;
    private readonly int[] _nextSibling;
    private readonly WordRange[] _subtree;

    /// <summary>Joins what the language model gave; children and subtrees are worked out here.</summary>
    /// <param name="tokens">The words.</param>
    /// <param name="sentences">The sentences, in order, none overlapping.</param>
    /// <param name="upos">Universal tags.</param>
    /// <param name="xpos">Penn tags.</param>
    /// <param name="features">Universal features ("Mood=Ind|Tense=Past"), empty where none.</param>
    /// <param name="lemmas">Lemmas.</param>
    /// <param name="heads">Index of the head, -1 for the root of a sentence.</param>
    /// <param name="relations">Relation to the head.</param>
    /// <param name="names">Names, in order, none overlapping.</param>
    public ParsedText(
        TokenizedText tokens,
        ImmutableArray<WordRange> sentences,
        Upos[] upos,
        string[] xpos,
        string[] features,
        string[] lemmas,
        int[] heads,
        Relation[] relations,
        ImmutableArray<NameMention> names
    )
    {
        Tokens = tokens;
        Sentences = sentences;
        UposTags = upos;
        XposTags = xpos;
        Features = features;
        Lemmas = lemmas;
        Heads = heads;
        RelationTags = relations;
        Names = names;
        var count = tokens.Words.Length;
        _sentenceOf = new int[count];
        Array.Fill(_sentenceOf, -1);
        for (var s = 0; s < sentences.Length; s++)
            Array.Fill(_sentenceOf, s, sentences[s].Start, sentences[s].Length);
        (_firstChild, _nextSibling) = LinkChildren(heads);
        _subtree = new WordRange[count];
        for (var s = 0; s < sentences.Length; s++)
            SpreadSubtrees(sentences[s]);
    }

    /// <summary>The words and the text.</summary>
    public TokenizedText Tokens { get; }

    /// <summary>The article's text.</summary>
    public string Text => Tokens.Text;

    /// <summary>Number of words.</summary>
    public int Count => Tokens.Words.Length;

    /// <summary>The sentences as runs of words.</summary>
    public ImmutableArray<WordRange> Sentences { get; }

    /// <summary>Universal tags.</summary>
    public Upos[] UposTags { get; }

    /// <summary>Penn tags.</summary>
    public string[] XposTags { get; }

    /// <summary>Universal features.</summary>
    public string[] Features { get; }

    /// <summary>Lemmas.</summary>
    public string[] Lemmas { get; }

    /// <summary>Heads, -1 for roots.</summary>
    public int[] Heads { get; }

    /// <summary>Relations to the head.</summary>
    public Relation[] RelationTags { get; }

    /// <summary>Names of people, organizations and places.</summary>
    public ImmutableArray<NameMention> Names { get; }

    /// <summary>What the semantic heads say of the words, before any decision; empty for a model without them.</summary>
    public SemanticScores Meaning { get; init; } = new(null);

    /// <summary>A word as a node of its tree.</summary>
    public Node this[int word] => new(this, word);

    /// <summary>Index of the sentence of a word, -1 in furniture.</summary>
    public int SentenceOf(int word) => _sentenceOf[word];

    /// <summary>The first dependent in the order of the text, -1 where there is none.</summary>
    internal int FirstChild(int word) => _firstChild[word];

    /// <summary>The next dependent of the same head, -1 where there is none.</summary>
    internal int NextSibling(int word) => _nextSibling[word];

    /// <summary>The run of words from the first to the last of the subtree.</summary>
    public WordRange Subtree(int word) => _subtree[word];

    /// <summary>The range in the text of a run of words.</summary>
    public Span SpanOf(WordRange range) => Tokens.SpanOf(range);

    private static (int[] First, int[] Next) LinkChildren(int[] heads)
    {
        var first = new int[heads.Length];
        var next = new int[heads.Length];
        Array.Fill(first, -1);
        for (var word = heads.Length - 1; word >= 0; word--)
        {
            next[word] = -1;
            if (heads[word] is >= 0 and var head)
                (next[word], first[head]) = (first[head], word);
        }
        return (first, next);
    }

    private void SpreadSubtrees(WordRange sentence)
    {
        for (var word = sentence.Start; word < sentence.End; word++)
            _subtree[word] = new WordRange(word, word + 1);
        // Leaves hand their range to their heads, and then these to theirs.
        Span<int> waiting = sentence.Length <= 256 ? stackalloc int[sentence.Length] : new int[sentence.Length];
        waiting.Clear();
        for (var word = sentence.Start; word < sentence.End; word++)
            if (sentence.Contains(Heads[word]))
                waiting[Heads[word] - sentence.Start]++;
        for (var leaf = sentence.Start; leaf < sentence.End; leaf++)
        {
            var word = leaf;
            while (sentence.Contains(word) && waiting[word - sentence.Start] == 0)
            {
                waiting[word - sentence.Start] = -1;
                var head = Heads[word];
                if (!sentence.Contains(head))
                    break;
                var (own, above) = (_subtree[word], _subtree[head]);
                _subtree[head] = new WordRange(Math.Min(above.Start, own.Start), Math.Max(above.End, own.End));
                waiting[head - sentence.Start]--;
                if (head > leaf)
                    break;
                word = head;
            }
        }
    }
}
