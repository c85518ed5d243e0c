using System.Collections.Immutable;
using Parley.Syntax;
using Parley.Text;

namespace Parley.Mentions;

/// <summary>Joins words that the heads call limit, gap or condition into passages.</summary>
internal static class PassageReader
{
    /// <summary>A passage has a word that its kind is at least this likely for.</summary>
    private const float Least = 0.35f;

    /// <summary>Words at least this likely go on a passage.</summary>
    private const float LeastBeside = 0.15f;

    /// <summary>A word that is of another kind for certain begins another passage.</summary>
    private const float Certain = 0.6f;

    /// <summary>Words that may lie between two parts of one passage.</summary>
    private const int Hole = 2;

    private static readonly int s_kinds = Enum.GetValues<PassageKind>().Length;

    /// <summary>Reads the passages of a text.</summary>
    public static ImmutableArray<Passage> Read(ParsedText parsed)
    {
        var found = ImmutableArray.CreateBuilder<Passage>();
        if (parsed.Meaning.Labels is not { } labels)
            return [];
        var run = new Run();
        Span<float> likely = stackalloc float[s_kinds];
        foreach (var word in parsed.Meaning.Words)
        {
            Read(labels.Scores(SemanticHead.Part, word.Classes), likely);
            if (Greatest(likely) < LeastBeside)
                continue;
            if (!run.GoesOn(word, likely))
            {
                run.End(found);
                run = new Run();
            }
            run.Add(word.Word, likely, parsed.UposTags[word.Word]);
        }
        run.End(found);
        return found.ToImmutable();
    }

    /// <summary>The probabilities of the kinds of one word.</summary>
    private static void Read(ReadOnlySpan<float> scores, Span<float> likely)
    {
        var sum = 0f;
        foreach (var score in scores)
            sum += MathF.Exp(score);
        for (var kind = 0; kind < likely.Length; kind++)
            likely[kind] = MathF.Exp(scores[kind + 1]) / sum;
    }

    private static float Greatest(ReadOnlySpan<float> likely)
    {
        var greatest = 0f;
        foreach (var one in likely)
            greatest = MathF.Max(greatest, one);
        return greatest;
    }

    /// <summary>Neighbouring words of one passage, whose kind is what most of them say.</summary>
    private sealed class Run
    {
        private readonly float[] _sums = new float[s_kinds];
        private readonly float[] _peaks = new float[s_kinds];
        private int _start = -1;
        private int _end;
        private int _words;
        private bool _says;

        public bool GoesOn(SemanticWord word, ReadOnlySpan<float> likely)
        {
            if (_start < 0)
                return true;
            var own = Array.IndexOf(_sums, _sums.Max());
            return word.Word - _end <= Hole
                && word.Sentence.Contains(_start)
                && (likely[own] >= LeastBeside || Greatest(likely) < Certain || _peaks[own] < Certain);
        }

        public void Add(int word, ReadOnlySpan<float> likely, Upos upos)
        {
            _says |= upos is Upos.Noun or Upos.Propn or Upos.Verb or Upos.Adj or Upos.Num;
            if (_start < 0)
                _start = word;
            (_end, _words) = (word + 1, _words + 1);
            for (var kind = 0; kind < s_kinds; kind++)
                (_sums[kind], _peaks[kind]) = (_sums[kind] + likely[kind], MathF.Max(_peaks[kind], likely[kind]));
        }

        public void End(ImmutableArray<Passage>.Builder found)
        {
            if (_end - _start < 2 || !_says)
                return;
            var kind = Array.IndexOf(_sums, _sums.Max());
            if (_peaks[kind] >= Least)
                found.Add(new Passage((PassageKind)kind, new WordRange(_start, _end), _sums[kind] / _words));
        }
    }
}
