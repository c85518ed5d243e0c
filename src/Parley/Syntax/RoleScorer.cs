// Guarded by the benchmarks of both models: some fifteen words in a hundred come here.
using System.Runtime.CompilerServices;
using Parley.Models;
using Parley.Numerics;

namespace Parley.Syntax;

/// <summary>The pair heads of meaning: how likely words fill a role of a governing word. Both models score pairs alike.</summary>
/// <remarks>
/// The governor has for each role a vector and a bias, a word a vector; the log-odds are their product over the root of the width, and what the distance adds.
/// </remarks>
public sealed class RoleScorer
{
    private readonly float[] _distance;
    private readonly int _farthest;
    private readonly float _scale;

    /// <summary>Takes what the distance between governor and word adds: by role, from far left to far right.</summary>
    /// <param name="distance">A row of an odd number of floats for each role.</param>
    /// <param name="width">Numbers of a word for one role, a multiple of 8.</param>
    /// <exception cref="InvalidModelException">The rows do not divide evenly, or the width does not.</exception>
    public RoleScorer(float[] distance, int width)
    {
        if (distance.Length == 0 || distance.Length % SemanticLabels.Roles != 0 || distance.Length / SemanticLabels.Roles % 2 == 0)
            throw new InvalidModelException($"The model has {distance.Length} numbers for the distances of {SemanticLabels.Roles} roles.");
        if (width <= 0 || width % 8 != 0)
            throw new InvalidModelException($"The model has {width} numbers of a word for a role, which is no multiple of 8.");
        _distance = distance;
        _farthest = distance.Length / SemanticLabels.Roles / 2;
        Width = width;
        _scale = 1 / MathF.Sqrt(width);
    }

    /// <summary>Numbers of a word for one role.</summary>
    public int Width { get; }

    /// <summary>Numbers of a governing word for all roles.</summary>
    public int GovernorNumbers => SemanticLabels.Roles * (Width + 1);

    /// <summary>Numbers of a word for all roles.</summary>
    public int WordNumbers => SemanticLabels.Roles * Width;

    /// <summary>Fills in the log-odds for a run of words, all numbers of a word side by side.</summary>
    /// <param name="governor">The numbers of the governing word.</param>
    /// <param name="words">The numbers of the words of the chunk, side by side.</param>
    /// <param name="role">The role.</param>
    /// <param name="at">The governing word, counted in the chunk.</param>
    /// <param name="first">The first word of the run.</param>
    /// <param name="logOdds">One for each word of the run.</param>
    public void Read(ReadOnlySpan<float> governor, ReadOnlySpan<float> words, SemanticRole role, int at, int first, Span<float> logOdds) =>
        Read(governor, words[(first * WordNumbers + (int)role * Width)..], WordNumbers, role, first - at, logOdds);

    /// <summary>Fills in the log-odds for a run of words, whose numbers for this role alone lie side by side.</summary>
    /// <param name="governor">The numbers of the governing word.</param>
    /// <param name="words">The numbers of the words of the run for this role.</param>
    /// <param name="role">The role.</param>
    /// <param name="away">How far the first word lies from the governing one: below 0 for before it.</param>
    /// <param name="logOdds">One for each word of the run.</param>
    internal void Read(ReadOnlySpan<float> governor, ReadOnlySpan<float> words, SemanticRole role, int away, Span<float> logOdds) =>
        Read(governor, words, Width, role, away, logOdds);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private unsafe void Read(
        ReadOnlySpan<float> governor,
        ReadOnlySpan<float> words,
        int stride,
        SemanticRole role,
        int away,
        Span<float> logOdds
    )
    {
        if (logOdds.IsEmpty)
            return;
        var own = governor.Slice((int)role * (Width + 1), Width + 1);
        var distance = _distance.AsSpan((int)role * (2 * _farthest + 1), 2 * _farthest + 1);
        _ = words[(logOdds.Length - 1) * stride + Width - 1];
        fixed (float* one = own)
        fixed (float* others = words)
            for (var i = 0; i < logOdds.Length; i++)
            {
                var product = Rows.Dot(one, others + (long)i * stride, Width) + own[Width];
                logOdds[i] = product * _scale + distance[Math.Clamp(away + i, -_farthest, _farthest) + _farthest];
            }
    }
}
