using Parley.Models;

namespace Parley.Links;

/// <summary>
/// Tells which sentences the reader of testimony need not read against a promise, since it would find nothing: a small network over hashed words, a
/// thousand times cheaper, learned from the reader's own answers. <c>tools/train/train_screen.py</c> makes it.
/// </summary>
/// <remarks>Safe to use from several threads at once. Of a text in another script than Latin it sees nothing.</remarks>
public sealed class TestimonyScreen
{
    /// <summary>Words of a text that are looked at.</summary>
    public const int MostWords = 128;

    private const string FileName = "screen.bin";
    private const int Stem = 6;
    private const int Long = 4;
    private const int SharedAtMost = 4;
    private readonly sbyte[] _table;
    private readonly float _scale;
    private readonly float[] _hidden;
    private readonly float[] _hiddenBias;
    private readonly float[] _out;
    private readonly float _least;
    private readonly int _width;
    private readonly ulong _mask;

    private TestimonyScreen(SectionFile file, string path)
    {
        _table = file.Copy<sbyte>("table");
        _scale = file.Copy<float>("scale")[0];
        (_hidden, _hiddenBias, _out) = (file.Copy<float>("hidden"), file.Copy<float>("hidden.bias"), file.Copy<float>("out"));
        _least = file.Copy<float>("threshold")[0] - file.Copy<float>("out.bias")[0];
        _width = _hiddenBias.Length == 0 ? 0 : (_hidden.Length / _hiddenBias.Length - 2) / 3;
        var rows = _width <= 0 ? 0 : _table.Length / _width;
        if (
            rows == 0
            || (rows & (rows - 1)) != 0
            || _table.Length != rows * _width
            || _hidden.Length != _hiddenBias.Length * (3 * _width + 2)
            || _out.Length != _hiddenBias.Length
        )
            throw new InvalidModelException($"{path}: the sizes of its sections do not fit together");
        _mask = (ulong)rows - 1;
    }

    /// <summary>The screen in the folder of a reader of testimony.</summary>
    /// <exception cref="InvalidModelException">It is no such file, or its parts do not fit together.</exception>
    public static TestimonyScreen Open(string folder)
    {
        var path = Path.Combine(folder, FileName);
        using var file = SectionFile.Open(path);
        return new TestimonyScreen(file, path);
    }

    /// <summary>Takes a promise in once, to look at many sentences.</summary>
    public Promise Of(string promise) => new(this, promise);

    /// <summary>A promise as the screen sees it.</summary>
    public sealed class Promise
    {
        private readonly TestimonyScreen _screen;
        private readonly float[] _own;
        private readonly HashSet<ulong> _stems = [];

        internal Promise(TestimonyScreen screen, string text)
        {
            _screen = screen;
            var sum = new int[screen._width];
            var count = 0;
            Span<char> word = stackalloc char[Words.Longest];
            foreach (var range in new Words(text))
            {
                var lower = Lower(text, range, word);
                screen.Add(sum, Hash('p', lower, default));
                count++;
                if (lower.Length >= Long)
                    _stems.Add(Hash(' ', lower[..Math.Min(Stem, lower.Length)], default));
            }
            _own = screen.Mean(sum, count);
        }

        /// <summary>True where the reader may find something in the sentence.</summary>
        public bool MayTell(string sentence)
        {
            Span<int> sum = stackalloc int[_screen._width];
            sum.Clear();
            Span<char> word = stackalloc char[Words.Longest];
            Span<char> last = stackalloc char[Words.Longest];
            var (count, length, longs, shared) = (0, 0, 0, 0);
            foreach (var range in new Words(sentence))
            {
                var lower = Lower(sentence, range, word);
                _screen.Add(sum, Hash('s', lower, default));
                count++;
                if (length > 0)
                {
                    _screen.Add(sum, Hash('s', last[..length], lower));
                    count++;
                }
                if (lower.Length >= Long)
                {
                    longs++;
                    if (_stems.Contains(Hash(' ', lower[..Math.Min(Stem, lower.Length)], default)))
                        shared++;
                }
                lower.CopyTo(last);
                length = lower.Length;
            }
            return _screen.IsLikely(
                _own,
                _screen.Mean(sum, count),
                shared / (float)Math.Max(longs, 1),
                Math.Min(shared, SharedAtMost) / (float)SharedAtMost
            );
        }
    }

    private bool IsLikely(float[] promise, float[] sentence, float share, float number)
    {
        var score = 0f;
        var at = 0;
        for (var unit = 0; unit < _hiddenBias.Length; unit++)
        {
            var sum = _hiddenBias[unit];
            for (var i = 0; i < _width; i++, at++)
                sum += _hidden[at] * promise[i];
            for (var i = 0; i < _width; i++, at++)
                sum += _hidden[at] * sentence[i];
            for (var i = 0; i < _width; i++, at++)
                sum += _hidden[at] * promise[i] * sentence[i];
            sum += _hidden[at++] * share;
            sum += _hidden[at++] * number;
            score += _out[unit] * Math.Max(0, sum);
        }
        return score >= _least;
    }

    private void Add(Span<int> sum, ulong hash)
    {
        var row = _table.AsSpan((int)(hash & _mask) * _width, _width);
        for (var i = 0; i < row.Length; i++)
            sum[i] += row[i];
    }

    private float[] Mean(ReadOnlySpan<int> sum, int count)
    {
        var mean = new float[_width];
        if (count == 0)
            return mean;
        for (var i = 0; i < mean.Length; i++)
            mean[i] = sum[i] * _scale / count;
        return mean;
    }

    private static ReadOnlySpan<char> Lower(string text, Range range, Span<char> into)
    {
        var word = text.AsSpan(range);
        var length = Math.Min(word.Length, into.Length);
        for (var i = 0; i < length; i++)
            into[i] = char.ToLowerInvariant(word[i]);
        return into[..length];
    }

    /// <summary>The hash of <c>s word</c>, or of <c>s word next</c>.</summary>
    private static ulong Hash(char side, ReadOnlySpan<char> word, ReadOnlySpan<char> next)
    {
        var hash = new KeyHash();
        hash.Add(side);
        hash.Add(' ');
        hash.Add(word);
        if (!next.IsEmpty)
        {
            hash.Add(' ');
            hash.Add(next);
        }
        return hash.Value;
    }

    /// <summary>The runs of Latin letters and digits of a text, <see cref="MostWords"/> at most.</summary>
    private ref struct Words(string text)
    {
        /// <summary>Letters of a word that count.</summary>
        public const int Longest = 64;

        private int _at;
        private int _count;

        public Range Current { get; private set; }

        public readonly Words GetEnumerator() => this;

        public bool MoveNext()
        {
            while (_at < text.Length && !char.IsAsciiLetterOrDigit(text[_at]))
                _at++;
            if (_at == text.Length || _count++ == MostWords)
                return false;
            var start = _at;
            while (_at < text.Length && char.IsAsciiLetterOrDigit(text[_at]))
                _at++;
            Current = start.._at;
            return true;
        }
    }
}
