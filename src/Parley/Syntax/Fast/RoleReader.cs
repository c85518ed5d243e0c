// Guarded by the benchmark of the fast model.
using System.Buffers;
using Parley.Numerics;

namespace Parley.Syntax.Fast;

/// <summary>Scores the roles of one chunk. What it needs of governors and of words it reckons when first asked for it: most words are never asked for.</summary>
internal sealed unsafe class RoleReader(FastWeights weights, byte[] hidden)
{
    private readonly (int First, int Count)[] _ready = new (int, int)[SemanticLabels.Roles];
    private float[]? _governor;
    private float[]? _fillers;
    private int _governing = -1;
    private int _room;

    /// <summary>See <see cref="ChunkScores.ReadRole"/>.</summary>
    /// <param name="governor">The governing word.</param>
    /// <param name="role">The role.</param>
    /// <param name="first">First word of the run.</param>
    /// <param name="words">Words of the whole chunk.</param>
    /// <param name="logOdds">One for each word of the run.</param>
    public void Read(int governor, SemanticRole role, int first, int words, Span<float> logOdds)
    {
        var semantics = weights.Semantics;
        _governor ??= ArrayPool<float>.Shared.Rent(semantics.Governor.Outputs);
        if (_fillers is null)
        {
            _room = words * semantics.Roles.Width;
            _fillers = ArrayPool<float>.Shared.Rent(SemanticLabels.Roles * _room);
        }
        var run = (first, logOdds.Length);
        var fillers = _fillers.AsSpan((int)role * _room, _room);
        if (_governing != governor)
            Multiply(semantics.Governor, governor, 1, _governor);
        _governing = governor;
        if (_ready[(int)role] != run)
            Multiply(semantics.Fillers[(int)role], first, logOdds.Length, fillers);
        _ready[(int)role] = run;
        semantics.Roles.Read(_governor, fillers, role, first - governor, logOdds);
    }

    /// <summary>Gives its memory back.</summary>
    public void Free()
    {
        if (_governor is not null)
            ArrayPool<float>.Shared.Return(_governor);
        if (_fillers is not null)
            ArrayPool<float>.Shared.Return(_fillers);
        (_governor, _fillers) = (null, null);
    }

    private void Multiply(PackedMatrix matrix, int first, int count, Span<float> output)
    {
        fixed (byte* rows = hidden)
        fixed (float* results = output)
            weights.Kernel.Multiply(matrix, rows + (long)first * matrix.Inputs, count, results);
    }
}
