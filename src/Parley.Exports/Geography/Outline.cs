using System.Collections.Immutable;

namespace Parley.Exports.Geography;

/// <summary>The outline of an area.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Rings">Its rings, inner ones too.</param>
public sealed record Outline(string Name, ImmutableArray<OutlineRing> Rings)
{
    /// <summary>The ring that takes most room.</summary>
    public OutlineRing Largest { get; } = Rings.MaxBy(ring => ring.Box.Width * ring.Box.Height)!;

    /// <summary>True for a point within.</summary>
    public bool Contains(double lat, double lon)
    {
        var inside = false;
        foreach (var ring in Rings)
            if (ring.Box.Contains(lat, lon) && ring.Contains(lat, lon))
                inside = !inside;
        return inside;
    }
}
