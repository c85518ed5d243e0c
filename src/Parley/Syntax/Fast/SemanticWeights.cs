using Parley.Models;
using Parley.Numerics;

namespace Parley.Syntax.Fast;

/// <summary>The weights of the semantic heads of the fast model: a hidden layer over a word and its two neighbours, and what is read off it.</summary>
internal sealed class SemanticWeights
{
    /// <summary>Takes the matrices in turn from <paramref name="matrix"/> (name, inputs, outputs) and holds their sizes against each other.</summary>
    /// <exception cref="InvalidModelException">A size suits no kernel.</exception>
    public SemanticWeights(int width, int hidden, int classes, int roleWidth, float[] distance, Func<string, int, int, PackedMatrix> matrix)
    {
        if (hidden % PackedMatrix.Block != 0 || roleWidth % PackedMatrix.Block != 0)
            throw new InvalidModelException(
                $"The fast model's semantic heads are {hidden} and {roleWidth} wide, which no kernel can reckon."
            );
        Classes = classes;
        Roles = new RoleScorer(distance, roleWidth);
        Near = matrix("near", 3 * width, hidden);
        Meaning = matrix("meaning", hidden, classes);
        Governor = matrix("governor", hidden, Roles.GovernorNumbers);
        var all = matrix("filler", hidden, Roles.WordNumbers);
        Fillers = new PackedMatrix[SemanticLabels.Roles];
        for (var role = 0; role < Fillers.Length; role++)
            Fillers[role] = all.Slice(role * roleWidth, roleWidth);
    }

    /// <summary>Number of classes of all word heads.</summary>
    public int Classes { get; }

    /// <summary>Scores the roles.</summary>
    public RoleScorer Roles { get; }

    /// <summary>The hidden layer, over the left neighbour, the word and the right neighbour.</summary>
    public PackedMatrix Near { get; }

    /// <summary>The classes of all word heads.</summary>
    public PackedMatrix Meaning { get; }

    /// <summary>A word as governor of all roles.</summary>
    public PackedMatrix Governor { get; }

    /// <summary>A word as one that fills a role, by role.</summary>
    public PackedMatrix[] Fillers { get; }
}
