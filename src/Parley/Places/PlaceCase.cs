using Parley.Records;

namespace Parley.Places;

/// <summary>One name of an article, as often as it stands there in the same sense, with the places that it may mean.</summary>
internal sealed class PlaceCase
{
    /// <summary>Indices of the names in order.</summary>
    public required List<int> Names { get; init; }

    /// <summary>What the words around it say it is; null where they say nothing.</summary>
    public required string? Kind { get; init; }

    /// <summary>The places that it may mean; those that the words rule out are left out.</summary>
    public required List<GazetteerPlace> Candidates { get; set; }

    /// <summary>Where the candidates lie, in the same order.</summary>
    public List<GlobePoint> Points { get; set; } = [];

    /// <summary>The candidate that is the most populous town; -1 where none is known to be peopled.</summary>
    public int Largest { get; set; } = -1;

    /// <summary>Countries and divisions that are said to hold it ("Odessa, Texas").</summary>
    public List<GazetteerPlace> Holders { get; } = [];

    /// <summary>True where a holder stands right behind it ("Odessa, Texas"), which nothing else outweighs.</summary>
    public bool IsHeldFast { get; set; }

    /// <summary>Other names that it is said to lie at ("a suburb of Cincinnati").</summary>
    public List<int> Beside { get; } = [];

    /// <summary>True for the name of a county that is no first-level division, which is looked up as the town of its name.</summary>
    public bool IsCounty { get; init; }

    /// <summary>The probability of each candidate, as the last round has it.</summary>
    public double[] Probabilities { get; set; } = [];

    /// <summary>Whether each candidate is a village far from all other places, in nothing that is said to hold it.</summary>
    public bool[] IsLonely { get; set; } = [];

    /// <summary>The likeliest candidate; -1 where it is likelier that none is meant.</summary>
    public int Best { get; set; } = -1;

    /// <summary>What was decided.</summary>
    public PlaceChoice Choice { get; set; }

    /// <summary>Keeps the likeliest candidates, so many at most, and works out where they lie.</summary>
    public void Keep(int most)
    {
        if (Candidates.Count > most)
        {
            var order = Enumerable.Range(0, Candidates.Count).OrderByDescending(c => Probabilities[c]).Take(most).Order().ToList();
            Candidates = [.. order.Select(c => Candidates[c])];
            Probabilities = [.. order.Select(c => Probabilities[c])];
            Best = Best < 0 ? -1 : order.IndexOf(Best);
        }
        Points = [.. Candidates.Select(candidate => candidate.OnGlobe())];
    }

    /// <summary>The likeliest place; null where it is likelier that none is meant.</summary>
    public GazetteerPlace? Likeliest => Best >= 0 ? Candidates[Best] : null;
}

/// <summary>The place that a name means.</summary>
/// <param name="Place">The place; null where none is sure.</param>
/// <param name="IsWhole">True where <paramref name="Place"/> is only the country or division that all likely places share.</param>
internal readonly record struct PlaceChoice(GazetteerPlace? Place, bool IsWhole);
