using Parley.Actors;
using Parley.Places;
using Parley.Syntax;

namespace Parley.PlaceWeights;

/// <summary>A text with its known places.</summary>
internal sealed record Article(ParsedText Parsed, ActorTable Actors, List<Gold> Places)
{
    /// <summary>The known place that a name of the reader touches, of those with coordinates; null where there is none.</summary>
    public Gold? Gold(NamedPlace name)
    {
        var span = Parsed.SpanOf(name.Name);
        return Places.Find(place => place.Lat is not null && place.Start < span.End && place.End > span.Start);
    }
}

/// <summary>A known place.</summary>
/// <param name="Start">Where its mention begins.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Lat">Degrees north; null where unknown.</param>
/// <param name="Lon">Degrees east; null where unknown.</param>
internal sealed record Gold(int Start, int End, double? Lat, double? Lon)
{
    /// <summary>As far as this two places count as one, in kilometres: a hundred miles.</summary>
    private const double Same = 161;

    /// <summary>Of candidates of one name so much farther than the nearest is another place that is meant.</summary>
    private const double Closer = 10;

    /// <summary>Marks the candidates that are this place: the nearest, as far as they count for right.</summary>
    public void Mark(List<GazetteerPlace> candidates, bool[] right)
    {
        var nearest = candidates.Min(Kilometres);
        for (var c = 0; c < candidates.Count; c++)
            right[c] = Kilometres(candidates[c]) <= Math.Min(Same, nearest + Closer);
    }

    /// <summary>True for a place as near as counts for right.</summary>
    public bool IsAt(GazetteerPlace place) => Kilometres(place) <= Same;

    private double Kilometres(GazetteerPlace place) => place.DistanceTo(place with { Lat = Lat!.Value, Lon = Lon!.Value });
}
