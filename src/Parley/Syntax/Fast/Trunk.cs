// Guarded by the benchmark of the fast model.
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Parley.Numerics;
using Parley.Text;

namespace Parley.Syntax.Fast;

/// <summary>The layers of the fast model over some chunks, with the memory they need. Not safe for several threads; used again and again.</summary>
internal sealed unsafe class Trunk : IDisposable
{
    /// <summary>Words whose neighbours are gathered at a time: they stay in the nearest cache.</summary>
    private const int Gathered = 32;

    private readonly FastWeights _weights;
    private readonly FormCache _cache;
    private int _room;
    private float* _words;
    private float* _sums;
    private byte* _activations;
    private byte* _around;
    private float* _gates;
    private float* _tags;
    private float* _pairs;
    private byte* _hidden;
    private float* _meanings;

    /// <summary>A trunk over some weights.</summary>
    public Trunk(FastWeights weights)
    {
        _weights = weights;
        _cache = new FormCache(weights);
        _around = Bytes(Gathered * 3 * weights.Width);
        _gates = Floats(Gathered * Math.Max(2 * weights.Width, weights.Semantics.Near.Outputs));
    }

    /// <summary>Scores of all tags of a word, in the order of the heads.</summary>
    public float* TagsOf(int row) => _tags + (long)row * _weights.Tags.Outputs;

    /// <summary>A word as dependent and head of arcs, and as dependent and head of relations.</summary>
    public float* PairsOf(int row) => _pairs + (long)row * _weights.Pairs.Outputs;

    /// <summary>The hidden layer of the semantic heads for a word.</summary>
    public byte* HiddenOf(int row) => _hidden + (long)row * _weights.Semantics.Near.Outputs;

    /// <summary>Scores of all semantic classes of a word.</summary>
    public float* MeaningsOf(int row) => _meanings + (long)row * _weights.Semantics.Meaning.Outputs;

    /// <summary>Runs the network. Rows are the words of the chunks, one chunk after the other.</summary>
    public void Run(TokenizedText text, ReadOnlySpan<WordRange> chunks)
    {
        var count = 0;
        foreach (var chunk in chunks)
            count += chunk.Length;
        MakeRoom(count);
        var first = 0;
        foreach (var chunk in chunks)
        {
            ReadForms(text, chunk, first);
            first += chunk.Length;
        }
        AddFirstLayer(count);
        for (var layer = 0; layer < _weights.Layers.Length; layer++)
        {
            Normalise(count);
            first = 0;
            foreach (var chunk in chunks)
            {
                AddLayer(_weights.Layers[layer], _weights.Dilations[layer + 1], first, chunk.Length);
                first += chunk.Length;
            }
        }
        Normalise(count);
        _weights.Kernel.Multiply(_weights.Tags, _activations, count, _tags);
        _weights.Kernel.Multiply(_weights.Pairs, _activations, count, _pairs);
        first = 0;
        foreach (var chunk in chunks)
        {
            ReadMeanings(first, chunk.Length);
            first += chunk.Length;
        }
        _weights.Kernel.Multiply(_weights.Semantics.Meaning, _hidden, count, _meanings);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Free();
        NativeMemory.AlignedFree(_around);
        NativeMemory.AlignedFree(_gates);
        _cache.Dispose();
    }

    /// <summary>Takes the words of a chunk from the cache, and adds up what each gives to itself and its neighbours.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ReadForms(TokenizedText text, WordRange chunk, int first)
    {
        var (width, both) = (_weights.Width, 2 * _weights.Width);
        new Span<float>(_sums + (long)first * both, chunk.Length * both).Clear();
        for (var i = 0; i < chunk.Length; i++)
        {
            var found = _cache.Find(text.ModelForm(chunk.Start + i));
            new ReadOnlySpan<float>(found, width).CopyTo(new Span<float>(_words + (long)(first + i) * width, width));
            var sums = _sums + (long)(first + i) * both;
            if (i + 1 < chunk.Length)
                Rows.Add(sums + both, found + width, both);
            Rows.Add(sums, found + width + both, both);
            if (i > 0)
                Rows.Add(sums - both, found + width + 2 * both, both);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddFirstLayer(int count)
    {
        var width = _weights.Width;
        for (var row = 0; row < count; row++)
        {
            var sums = _sums + (long)row * 2 * width;
            Rows.Scale(sums, _weights.FirstScales, _weights.FirstBiases, 2 * width);
            Rows.AddGated(_words + (long)row * width, sums, sums + width, width);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Normalise(int count)
    {
        var width = _weights.Width;
        for (var row = 0; row < count; row++)
            Rows.Normalise(_words + (long)row * width, width, _weights.Range, _activations + (long)row * width);
    }

    /// <summary>Adds a layer to the words of one chunk; beyond its ends there is nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddLayer(PackedMatrix layer, int dilation, int first, int length)
    {
        var width = _weights.Width;
        for (var start = 0; start < length; start += Gathered)
        {
            var count = Math.Min(Gathered, length - start);
            Gather(dilation, first, start, count, length);
            _weights.Kernel.Multiply(layer, _around, count, _gates);
            for (var i = 0; i < count; i++)
            {
                var gates = _gates + i * 2 * width;
                Rows.AddGated(_words + (long)(first + start + i) * width, gates, gates + width, width);
            }
        }
    }

    /// <summary>The hidden layer of the semantic heads for the words of one chunk.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ReadMeanings(int first, int length)
    {
        var near = _weights.Semantics.Near;
        for (var start = 0; start < length; start += Gathered)
        {
            var count = Math.Min(Gathered, length - start);
            Gather(1, first, start, count, length);
            _weights.Kernel.Multiply(near, _around, count, _gates);
            for (var i = 0; i < count; i++)
            {
                var numbers = _gates + i * near.Outputs;
                Rows.Rectify(numbers, near.Outputs);
                Rows.Normalise(numbers, near.Outputs, _weights.Range, HiddenOf(first + start + i));
            }
        }
    }

    /// <summary>Lays side by side what words of a chunk and their neighbours are; beyond the ends of the chunk there is nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Gather(int dilation, int first, int start, int count, int length)
    {
        var width = _weights.Width;
        for (var i = 0; i < count; i++)
        for (var side = -1; side <= 1; side++)
        {
            var from = start + i + side * dilation;
            var to = new Span<byte>(_around + (i * 3 + side + 1) * width, width);
            if (from >= 0 && from < length)
                new ReadOnlySpan<byte>(_activations + (long)(first + from) * width, width).CopyTo(to);
            else
                to.Fill(PackedMatrix.Zero);
        }
    }

    private void MakeRoom(int count)
    {
        if (count <= _room)
            return;
        Free();
        _room = (count + 63) / 64 * 64;
        _words = Floats(_room * (long)_weights.Width);
        _sums = Floats(_room * 2L * _weights.Width);
        _activations = Bytes(_room * (long)_weights.Width);
        _tags = Floats(_room * (long)_weights.Tags.Outputs);
        _pairs = Floats(_room * (long)_weights.Pairs.Outputs);
        _hidden = Bytes(_room * (long)_weights.Semantics.Near.Outputs);
        _meanings = Floats(_room * (long)_weights.Semantics.Meaning.Outputs);
    }

    private void Free()
    {
        NativeMemory.AlignedFree(_words);
        NativeMemory.AlignedFree(_sums);
        NativeMemory.AlignedFree(_activations);
        NativeMemory.AlignedFree(_tags);
        NativeMemory.AlignedFree(_pairs);
        NativeMemory.AlignedFree(_hidden);
        NativeMemory.AlignedFree(_meanings);
        _words = _sums = _tags = _pairs = _meanings = null;
        _activations = _hidden = null;
        _room = 0;
    }

    private static float* Floats(long count) => (float*)NativeMemory.AlignedAlloc((nuint)(count * sizeof(float)), 64);

    private static byte* Bytes(long count) => (byte*)NativeMemory.AlignedAlloc((nuint)count, 64);
}
