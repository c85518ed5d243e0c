using Parley.Lexicons;

namespace Parley.Events;

/// <summary>Judges which tellings a ledger would record: no bare "the war", no purposes, no repeated labels.</summary>
internal static class Keeping
{
    /// <summary>Below this probability a telling counts nothing.</summary>
    public const double Least = 0.25;

    /// <summary>Fills <see cref="Telling.Keep"/>.</summary>
    public static void Judge(IReadOnlyList<Telling> tellings, Composition composition)
    {
        var features = new FeatureList(composition.Keeping);
        for (var i = 0; i < tellings.Count; i++)
        {
            features.Clear();
            KeepFeatures.Add(tellings[i], tellings, i, features);
            tellings[i].Keep = features.Score();
            // The weights were learned on what the network reads.
            if (NamedDeeds.IsByRule(tellings[i].Mention))
                tellings[i].Keep = Math.Max(tellings[i].Keep, composition.Alone);
        }
    }
}
