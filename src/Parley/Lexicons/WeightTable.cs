using System.Globalization;
using System.Runtime.CompilerServices;

namespace Parley.Lexicons;

/// <summary>The numbers of a table of rules by the names of their features: what all that is learned or set by hand as a sum of weights is read from.</summary>
/// <remarks>How the weights of events were learned: <c>docs/decisions/composing-events.md</c>. Names are told apart by case.</remarks>
internal sealed class WeightTable
{
    private readonly string _name;
    private readonly ulong[] _keys;
    private readonly double[] _weights;

    /// <summary>Reads the weights of a table; an empty cell is no weight.</summary>
    /// <param name="table">Folder and file without its ending: <c>rules/confidence</c>.</param>
    /// <param name="column">The column of the weights.</param>
    /// <param name="sort">The rows of this key alone count, whose features stand in the column <c>feature</c>; null where the key is the feature.</param>
    /// <exception cref="InvalidOperationException">Two features of the table cannot be told apart.</exception>
    public WeightTable(string table, string column = "weight", string? sort = null)
    {
        _name = sort is null ? table : $"{table}, {sort}";
        var rows = LexiconSet.Get(table);
        var (name, weight) = (sort is null ? 0 : rows.Column("feature"), rows.Column(column));
        var slots = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)rows.Count * 4 + 4);
        (_keys, _weights) = (new ulong[slots], new double[slots]);
        for (var row = 0; row < rows.Count; row++)
            if ((sort is null || rows.Cell(row, 0).SequenceEqual(sort)) && rows.Cell(row, weight) is { IsEmpty: false } cell)
                Add(rows.Text(row, name), double.Parse(cell, NumberStyles.Float, CultureInfo.InvariantCulture));
        Bias = Weight("bias");
    }

    /// <summary>The log-odds where no feature holds.</summary>
    public double Bias { get; }

    /// <summary>The number of a feature that must be there.</summary>
    /// <exception cref="InvalidOperationException">The table has none of that name.</exception>
    public double this[string feature] =>
        _keys[Slot(FeatureKey.Empty.With(feature).Value)] != 0
            ? Weight(feature)
            : throw new InvalidOperationException($"{_name}: there is no row \"{feature}\".");

    /// <summary>The weight of a feature; 0 where it has none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public double Weight(FeatureKey feature) => _weights[Slot(feature.Value)];

    /// <summary>The weight of a feature by its name; 0 where it has none.</summary>
    public double Weight(ReadOnlySpan<char> feature) => Weight(FeatureKey.Empty.With(feature));

    private void Add(string feature, double weight)
    {
        var key = FeatureKey.Empty.With(feature).Value;
        var slot = Slot(key);
        if (_keys[slot] != 0)
            throw new InvalidOperationException($"{_name}: two rows of one feature, \"{feature}\".");
        (_keys[slot], _weights[slot]) = (key, weight);
    }

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
