// Guarded by the benchmark of parts: nothing is allocated for a sentence but what grows in the lists.
using Parley.Text;

namespace Parley.Syntax;

/// <summary>Collects the syntax of a text, sentence by sentence.</summary>
internal sealed class SyntaxDraft
{
    private readonly TokenizedText _tokens;
    private readonly LabelTables _labels;
    private readonly Upos[] _upos;
    private readonly string[] _xpos;
    private readonly string[] _features;
    private readonly string[] _lemmas;
    private readonly int[] _heads;
    private readonly Relation[] _relations;
    private readonly List<WordRange> _sentences = [];
    private readonly List<NameMention> _names = [];
    private readonly HashSet<int> _continued = [];
    private readonly SemanticScores _meaning;
    private float[] _arcs = [];

    /// <summary>Begins with nothing read: every word is untagged and hangs on nothing.</summary>
    public SyntaxDraft(TokenizedText tokens, LabelTables labels)
    {
        _tokens = tokens;
        _labels = labels;
        _meaning = new SemanticScores(labels.Semantics);
        var count = tokens.Words.Length;
        _upos = new Upos[count];
        _xpos = new string[count];
        _features = new string[count];
        _lemmas = new string[count];
        _heads = new int[count];
        _relations = new Relation[count];
        Array.Fill(_heads, -1);
        Array.Fill(_relations, Relation.Dep);
        Array.Fill(_xpos, "");
        Array.Fill(_features, "");
        Array.Fill(_lemmas, "");
    }

    /// <summary>Adds one sentence of a scored chunk, or a part of one: <paramref name="isContinued"/> where it goes on with the words before it.</summary>
    public void AddSentence(WordRange sentence, WordRange chunk, ChunkScores scores, bool isContinued)
    {
        if (isContinued)
            _continued.Add(sentence.Start);
        var first = sentence.Start - chunk.Start;
        var size = sentence.Length * (sentence.Length + 1);
        if (_arcs.Length < size)
            _arcs = new float[Math.Max(size, 2 * _arcs.Length)];
        // The tree is decoded in place: heads counted in the sentence first, then in the text.
        var heads = _heads.AsSpan(sentence.Start, sentence.Length);
        scores.ReadArcs(first, sentence.Length, _arcs.AsSpan(0, size));
        SpanningTree.Decode(_arcs.AsSpan(0, size), heads);
        for (var i = 0; i < heads.Length; i++)
        {
            var at = first + i;
            var word = sentence.Start + i;
            _upos[word] = _labels.Upos[scores.Upos[at]];
            var form = _tokens.LemmaForm(word, _upos[word] == Upos.Propn);
            _xpos[word] = _labels.Xpos[scores.Xpos[at]];
            _features[word] = _labels.Features[scores.Features[at]];
            _lemmas[word] = _labels.Lemmas.Of(form, scores.Upos[at], scores.Lemmas[at]);
            if (heads[i] < 0)
            {
                _relations[word] = Relation.Root;
                continue;
            }
            _relations[word] = Inner(_labels.Relations[scores.Relation(at, first + heads[i])]);
            heads[i] += sentence.Start;
        }
        var before = _names.Count;
        _labels.Names.Decode(scores.Names, first, sentence, _names);
        TrimNames(before);
        _meaning.Add(sentence, chunk, scores);
        _sentences.Add(WithDateline(sentence));
    }

    /// <summary>Cuts prepositions, articles and conjunctions off the ends of names: "Ministry of Defence of" the Federation.</summary>
    private void TrimNames(int from)
    {
        for (var n = from; n < _names.Count; n++)
        {
            var words = _names[n].Words;
            while (words.Length > 1 && _upos[words.End - 1] is Upos.Adp or Upos.Det or Upos.Cconj)
                words = words with { End = words.End - 1 };
            _names[n] = _names[n] with { Words = words };
        }
    }

    /// <summary>Hangs a dateline that stands before a sentence on its root, as a thing apart, and names its place.</summary>
    private WordRange WithDateline(WordRange sentence)
    {
        var dateline = _tokens.Dateline;
        if (dateline.Length <= 0 || dateline.End != sentence.Start)
            return sentence;
        var root = Array.IndexOf(_heads, -1, sentence.Start, sentence.Length);
        var placeEnd = _tokens.Words[dateline.Start].Start + (_tokens.Article.Dateline?.Place?.Length ?? 0);
        var place = dateline.Start;
        for (var word = dateline.Start; word < dateline.End; word++)
        {
            var isMark = !char.IsLetterOrDigit(_tokens.Form(word)[0]);
            _upos[word] = isMark ? Upos.Punct : Upos.Propn;
            _xpos[word] = isMark ? ":" : "NNP";
            (_heads[word], _relations[word]) =
                word == dateline.Start ? (root, Relation.Parataxis) : (dateline.Start, isMark ? Relation.Punct : Relation.Flat);
            if (_tokens.Words[word].End <= placeEnd)
                place = word + 1;
        }
        if (place > dateline.Start)
            _names.Add(new NameMention(new WordRange(dateline.Start, place), NameType.Place));
        return sentence with { Start = dateline.Start };
    }

    /// <summary>The syntax of the text.</summary>
    public ParsedText Finish()
    {
        _sentences.Sort((a, b) => a.Start.CompareTo(b.Start));
        if (_continued.Count > 0)
            JoinParts();
        _names.Sort((a, b) => a.Words.Start.CompareTo(b.Words.Start));
        for (var word = 0; word < _lemmas.Length; word++)
            if (_lemmas[word].Length == 0)
                _lemmas[word] = _tokens.Form(word).ToString();
        TownNames.Settle(_tokens, _names, _heads, _relations, _lemmas);
        _meaning.Sort();
        return new ParsedText(_tokens, [.. _sentences], _upos, _xpos, _features, _lemmas, _heads, _relations, [.. _names])
        {
            Meaning = _meaning,
        };
    }

    /// <summary>Makes one sentence of each that was cut for the model: the roots of its later parts hang on the first part's.</summary>
    private void JoinParts()
    {
        var (kept, root) = (0, -1);
        for (var s = 0; s < _sentences.Count; s++)
        {
            var sentence = _sentences[s];
            var own = Array.IndexOf(_heads, -1, sentence.Start, sentence.Length);
            if (kept > 0 && _continued.Contains(sentence.Start) && _sentences[kept - 1].End == sentence.Start)
            {
                (_heads[own], _relations[own]) = (root, Relation.Parataxis);
                _sentences[kept - 1] = _sentences[kept - 1] with { End = sentence.End };
                continue;
            }
            _sentences[kept++] = sentence;
            root = own;
        }
        _sentences.RemoveRange(kept, _sentences.Count - kept);
    }

    /// <summary>Only the root of a sentence is one.</summary>
    private static Relation Inner(Relation relation) => relation == Relation.Root ? Relation.Parataxis : relation;
}
