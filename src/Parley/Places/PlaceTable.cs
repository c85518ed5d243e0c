using System.Collections.Immutable;
using Parley.Records;
using Parley.Syntax;
using Parley.Text;

namespace Parley.Places;

/// <summary>The result of the place stage: the places, and which words mention which.</summary>
public sealed class PlaceTable
{
    private readonly int[] _mentionAt;

    /// <summary>Indexes the mentions by their head words.</summary>
    public PlaceTable(ParsedText parsed, ImmutableArray<Place> places, ImmutableArray<PlaceMention> mentions)
    {
        Places = places;
        Mentions = mentions;
        _mentionAt = new int[parsed.Count];
        Array.Fill(_mentionAt, -1);
        for (var m = 0; m < mentions.Length; m++)
            _mentionAt[mentions[m].Head] = m;
    }

    /// <summary>The places, in order of first mention.</summary>
    public ImmutableArray<Place> Places { get; }

    /// <summary>All mentions that mean the place itself, in the order of the text; each has its own head word.</summary>
    public ImmutableArray<PlaceMention> Mentions { get; }

    /// <summary>The place that this head word means; null where it means none, or those who act there.</summary>
    public Place? At(int word) => _mentionAt[word] >= 0 ? Places[Mentions[_mentionAt[word]].Place] : null;

    /// <summary>The place mentioned by this head word; null where it mentions none.</summary>
    public Place? At(Node node) => node.Exists ? At(node.Index) : null;
}

/// <summary>One mention of a place.</summary>
/// <param name="Place">Index in <see cref="PlaceTable.Places"/>.</param>
/// <param name="Words">The words of the mention.</param>
/// <param name="Head">Its head word in the tree.</param>
public readonly record struct PlaceMention(int Place, WordRange Words, int Head);
