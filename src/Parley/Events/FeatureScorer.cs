using System.Globalization;
using System.Runtime.CompilerServices;
using Parley.Lexicons;

namespace Parley.Events;

/// <summary>A logistic scorer: the weights of the features that hold are summed. Its table has the columns feature and weight; "bias" always holds.</summary>
/// <remarks>How the weights were learned: <c>docs/decisions/composing-events.md</c>. A feature without a weight counts nothing.</remarks>
internal sealed class FeatureScorer
{
    private readonly ulong[] _keys;
    private readonly double[] _weights;

    /// <summary>Reads the weights of a table.</summary>
    /// <exception cref="InvalidOperationException">Two features of the table cannot be told apart.</exception>
    public FeatureScorer(string table)
    {
        var rows = LexiconSet.Get(table);
        var slots = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)rows.Count * 4 + 4);
        (_keys, _weights) = (new ulong[slots], new double[slots]);
        for (var row = 0; row < rows.Count; row++)
        {
            var key = FeatureKey.Empty.With(rows.Cell(row, 0)).Value;
            var slot = Slot(key);
            if (_keys[slot] != 0)
                throw new InvalidOperationException($"{table}: two rows of one feature, \"{rows.Text(row, 0)}\".");
            _keys[slot] = key;
            _weights[slot] = double.Parse(rows.Cell(row, rows.Column("weight")), CultureInfo.InvariantCulture);
        }
        Bias = Weight(FeatureKey.Empty.With("bias"));
    }

    /// <summary>The log-odds where no feature holds.</summary>
    public double Bias { get; }

    /// <summary>The weight of a feature; 0 where it has none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public double Weight(FeatureKey feature) => _weights[Slot(feature.Value)];

    /// <summary>The weight of a feature by its name; 0 where it has none.</summary>
    public double Weight(ReadOnlySpan<char> feature) => Weight(FeatureKey.Empty.With(feature));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Slot(ulong key)
    {
        // The upper half has all characters in it.
        var slot = (int)((key >> 32) & (ulong)(_keys.Length - 1));
        while (_keys[slot] != 0 && _keys[slot] != key)
            slot = (slot + 1) & (_keys.Length - 1);
        return slot;
    }
}
