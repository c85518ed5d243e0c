using Parley.Records;
using Parley.Undertakings;

namespace Parley.Links;

/// <summary>Makes of an undertaking what there is to judge.</summary>
public static class UndertakingPledge
{
    /// <summary>What there is to judge of an undertaking; null where its party is not in the reading.</summary>
    public static Pledge? Of(Undertaking undertaking, Reading reading) =>
        Side.Find(undertaking.By, reading.Actors) is not { } party
            ? null
            : new Pledge
            {
                Party = Side.Of(party, reading.Actors),
                Kind = undertaking.Kind,
                Area = [.. reading.Places.Where(place => undertaking.Places.Contains(place.Id))],
                Since = Since(undertaking, reading),
            };

    /// <summary>The day it holds from, else the day it was said, else none.</summary>
    private static string? Since(Undertaking undertaking, Reading reading)
    {
        foreach (
            var id in undertaking
                .Statements.Select(id => reading.Statements.FirstOrDefault(said => said.Id == id)?.Time)
                .Prepend(undertaking.From)
        )
            if (
                reading.Times.FirstOrDefault(time => time.Id == id) is { Resolved: true, Value: { Length: >= 10 } value }
                && char.IsAsciiDigit(value[0])
            )
                return value[..10];
        return null;
    }
}
