using System.Runtime.CompilerServices;
using Parley.Models;
using Parley.Numerics;

namespace Parley.Syntax.Fast;

/// <summary>The weights of the fast model, used where they lie in its file.</summary>
internal sealed unsafe class FastWeights : IDisposable
{
    private readonly SectionFile _file;
    private readonly ulong* _wordKeys;
    private readonly int* _wordNumbers;
    private readonly int _wordMask;
    private readonly int _learned;
    private readonly sbyte* _vectors;
    private readonly sbyte* _learnedVectors;
    private readonly sbyte* _hashed;
    private readonly float* _tableScales;
    private readonly int[] _hashedWidths;
    private readonly float* _join;
    private readonly int _inputs;

    /// <summary>Finds all parts in a file and holds their sizes against its <c>config</c>.</summary>
    public FastWeights(SectionFile file, IMatrixKernel kernel)
    {
        _file = file;
        Kernel = kernel;
        var config = file.Copy<int>("config");
        var at = 0;
        int Next() => at < config.Length ? config[at++] : throw new InvalidModelException("The fast model's section config is too short.");
        int[] Several(int count) => [.. Enumerable.Range(0, count).Select(_ => Next())];
        Width = Next();
        Dilations = Several(Next());
        (ArcWidth, LabelWidth, Farthest) = (Next(), Next(), Next());
        (VectorWidth, LearnedWidth) = (Next(), Next());
        _hashedWidths = Several(Next());
        var (slots, words) = (Next(), Next());
        _learned = Next();
        TagSizes = Several(6);
        Relations = Next();
        var (hidden, classes, roleWidth) = (Next(), Next(), Next());
        Range = file.Copy<float>("range")[0];

        _wordKeys = file.At<ulong>("word.keys", slots);
        _wordNumbers = file.At<int>("word.numbers", slots);
        _wordMask = slots - 1;
        _vectors = file.At<sbyte>("vectors", (long)(words + 1) * VectorWidth);
        _learnedVectors = file.At<sbyte>("learned", (long)(_learned + 1) * LearnedWidth);
        _hashed = file.At<sbyte>("hashed", (long)FormFeatures.Buckets * _hashedWidths.Sum());
        _tableScales = file.At<float>("table.scales", 2 + _hashedWidths.Length);
        _inputs = VectorWidth + LearnedWidth + _hashedWidths.Sum();
        _join = file.At<float>("join", (long)_inputs * Width);
        JoinBias = file.At<float>("join.bias", Width);
        First = Matrix("layer0", Width, 3 * 2 * Width);
        FirstScales = file.At<float>("layer0.outscales", 2 * Width);
        FirstBiases = file.At<float>("layer0.outbiases", 2 * Width);
        Layers = [.. Enumerable.Range(1, Dilations.Length - 1).Select(i => Matrix($"layer{i}", 3 * Width, 2 * Width))];
        Tags = Matrix("tags", Width, Padded(TagSizes.Sum()));
        Pairs = Matrix("pairs", Width, 2 * (ArcWidth + LabelWidth));
        Arc = file.At<float>("arc", (ArcWidth + 1) * ArcWidth);
        Distance = file.At<float>("distance", 2 * Farthest + 1);
        RootArc = file.At<float>("root.arc", ArcWidth);
        Label = file.At<float>("label", Relations * LabelWidth);
        LabelBias = file.At<float>("label.bias", Relations);
        RootLabel = file.At<float>("root.label", LabelWidth);
        Semantics = new SemanticWeights(
            Width,
            hidden,
            classes,
            roleWidth,
            file.Copy<float>("roles.distance"),
            (name, inputs, outputs) => Matrix(name, inputs, Padded(outputs))
        );
    }

    /// <summary>What multiplies.</summary>
    public IMatrixKernel Kernel { get; }

    /// <summary>Numbers of a word inside the network.</summary>
    public int Width { get; }

    /// <summary>How far each layer looks to both sides.</summary>
    public int[] Dilations { get; }

    /// <summary>Numbers of a word as head or dependent.</summary>
    public int ArcWidth { get; }

    /// <summary>Numbers of a word for relations.</summary>
    public int LabelWidth { get; }

    /// <summary>Distances beyond this count as this.</summary>
    public int Farthest { get; }

    /// <summary>Numbers of a word vector.</summary>
    public int VectorWidth { get; }

    /// <summary>Numbers of a learned word.</summary>
    public int LearnedWidth { get; }

    /// <summary>Classes of universal tag, Penn tag, features, lemma script and name, and 1 for the end.</summary>
    public int[] TagSizes { get; }

    /// <summary>Classes of relations.</summary>
    public int Relations { get; }

    /// <summary>Where activations are cut, in standard deviations.</summary>
    public float Range { get; }

    /// <summary>What the joined input begins with.</summary>
    public float* JoinBias { get; }

    /// <summary>The first layer: what a word gives to its right neighbour, to itself, and to its left neighbour, as whole numbers.</summary>
    public PackedMatrix First { get; }

    /// <summary>What a unit of the first layer is worth.</summary>
    public float* FirstScales { get; }

    /// <summary>What is added to the first layer.</summary>
    public float* FirstBiases { get; }

    /// <summary>The other layers.</summary>
    public PackedMatrix[] Layers { get; }

    /// <summary>All tags, names and the end.</summary>
    public PackedMatrix Tags { get; }

    /// <summary>Dependent and head of arcs, dependent and head of relations.</summary>
    public PackedMatrix Pairs { get; }

    /// <summary>A row for each number of the dependent, and one for none.</summary>
    public float* Arc { get; }

    /// <summary>What a distance adds to an arc, from far left to far right.</summary>
    public float* Distance { get; }

    /// <summary>The root as head.</summary>
    public float* RootArc { get; }

    /// <summary>A row for each relation.</summary>
    public float* Label { get; }

    /// <summary>What is added to each relation.</summary>
    public float* LabelBias { get; }

    /// <summary>The root as head of a relation.</summary>
    public float* RootLabel { get; }

    /// <summary>The semantic heads.</summary>
    public SemanticWeights Semantics { get; }

    /// <summary>Fills in the vector of a form before any context.</summary>
    public void Embed(ReadOnlySpan<char> form, float* result)
    {
        Span<int> buckets = stackalloc int[FormFeatures.Hashes];
        var word = NumberOf(FormFeatures.Read(form, buckets));
        var numbers = stackalloc float[_inputs];
        var at = 0;
        Add(_vectors + (long)word * VectorWidth, VectorWidth, _tableScales[0]);
        Add(_learnedVectors + (word <= _learned ? (long)word * LearnedWidth : 0), LearnedWidth, _tableScales[1]);
        var table = _hashed;
        for (var i = 0; i < _hashedWidths.Length; i++)
        {
            Add(table + (long)buckets[i] * _hashedWidths[i], _hashedWidths[i], _tableScales[2 + i]);
            table += (long)FormFeatures.Buckets * _hashedWidths[i];
        }
        Rows.Transform(_join, JoinBias, numbers, _inputs, Width, result);

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        void Add(sbyte* values, int count, float scale)
        {
            for (var i = 0; i < count; i++)
                numbers[at++] = values[i] * scale;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    /// <summary>The row of a word in the tables; 0 for an unknown one.</summary>
    private int NumberOf(ulong key)
    {
        for (var at = (int)key & _wordMask; _wordKeys[at] != 0; at = (at + 1) & _wordMask)
            if (_wordKeys[at] == key)
                return _wordNumbers[at];
        return 0;
    }

    private PackedMatrix Matrix(string name, int inputs, int outputs) =>
        new(
            _file.At<sbyte>(name + ".weights", (long)inputs * outputs),
            inputs,
            outputs,
            _file.Copy<float>(name + ".scales"),
            _file.Copy<float>(name + ".biases")
        );

    private static int Padded(int outputs) => (outputs + PackedMatrix.Block - 1) / PackedMatrix.Block * PackedMatrix.Block;
}
