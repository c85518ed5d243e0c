// Guarded by the benchmarks of both models: some fifteen words in a hundred come here.
using System.Numerics;
using System.Runtime.InteropServices;
using Parley.Models;

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
    /// <param name="width">Numbers of a word for one role.</param>
    /// <exception cref="InvalidModelException">The rows do not divide evenly.</exception>
    public RoleScorer(float[] distance, int width)
    {
        if (distance.Length == 0 || distance.Length % SemanticLabels.Roles != 0 || distance.Length / SemanticLabels.Roles % 2 == 0)
            throw new InvalidModelException($"The model has {distance.Length} numbers for the distances of {SemanticLabels.Roles} roles.");
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

    /// <summary>Fills in the log-odds for a run of words.</summary>
    /// <param name="governor">The numbers of the governing word.</param>
    /// <param name="words">The numbers of the words of the chunk, side by side.</param>
    /// <param name="role">The role.</param>
    /// <param name="at">The governing word, counted in the chunk.</param>
    /// <param name="first">The first word of the run.</param>
    /// <param name="logOdds">One for each word of the run.</param>
    public void Read(ReadOnlySpan<float> governor, ReadOnlySpan<float> words, SemanticRole role, int at, int first, Span<float> logOdds)
    {
        var own = governor.Slice((int)role * (Width + 1), Width + 1);
        var away = _distance.AsSpan((int)role * (2 * _farthest + 1), 2 * _farthest + 1);
        for (var i = 0; i < logOdds.Length; i++)
        {
            var word = words.Slice((first + i) * WordNumbers + (int)role * Width, Width);
            logOdds[i] = (Dot(own[..Width], word) + own[Width]) * _scale + away[Math.Clamp(first + i - at, -_farthest, _farthest) + _farthest];
        }
    }

    private static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var sum = Vector<float>.Zero;
        var x = MemoryMarshal.Cast<float, Vector<float>>(a);
        var y = MemoryMarshal.Cast<float, Vector<float>>(b);
        for (var i = 0; i < x.Length; i++)
            sum += x[i] * y[i];
        var rest = 0f;
        for (var i = x.Length * Vector<float>.Count; i < a.Length; i++)
            rest += a[i] * b[i];
        return Vector.Sum(sum) + rest;
    }
}
