using System.Collections.Immutable;
using Parley.Actors;
using Parley.Places;
using Parley.Records;
using Parley.Syntax;

namespace Parley.Undertakings;

/// <summary>Joins tellings of one undertaking: the same side, the same kind, areas that can be the same.</summary>
internal sealed class TellingJoiner(ParsedText parsed, ActorTable actors, PlaceTable places)
{
    /// <summary>One entry for each undertaking, in the order of the text, with the tellings that make it.</summary>
    public List<(Undertaking Undertaking, List<Telling> Tellings)> Join(List<Telling> tellings)
    {
        var groups = new List<List<Telling>>();
        foreach (var telling in tellings)
        {
            var group = groups.Find(other => IsSame(other, telling));
            if (group is null)
                groups.Add(group = []);
            group.Add(telling);
        }
        var joined = new List<(Undertaking, List<Telling>)>();
        foreach (var group in groups)
        {
            var told = group.Exists(telling => !telling.IsHeading) ? group.FindAll(telling => !telling.IsHeading) : group;
            joined.Add((Make($"u{joined.Count + 1}", told), told));
        }
        return joined;
    }

    private bool IsSame(List<Telling> group, Telling telling) =>
        group[0].PartySide == telling.PartySide
        && group[0].Deed.Kind == telling.Deed.Kind
        && (
            telling.Places.IsEmpty
            || group.TrueForAll(other => other.Places.IsEmpty)
            || group.Exists(other => Overlap(other.Places, telling.Places))
        );

    private bool Overlap(ImmutableArray<string> left, ImmutableArray<string> right)
    {
        foreach (var a in left)
        foreach (var b in right)
            if (a == b || Covers(Find(a), Find(b)) || Covers(Find(b), Find(a)))
                return true;
        return false;
    }

    private Place? Find(string id) => places.Places.FirstOrDefault(place => place.Id == id);

    /// <summary>True when the one is the country or division that the other lies in.</summary>
    private static bool Covers(Place? whole, Place? part) =>
        whole is not null
        && part is not null
        && whole.Country is not null
        && whole.Country == part.Country
        && (
            whole.Precision == PlacePrecision.Country
            || whole.Precision is PlacePrecision.Admin1 or PlacePrecision.Region && whole.Admin1 is not null && whole.Admin1 == part.Admin1
        );

    private Undertaking Make(string id, List<Telling> tellings)
    {
        var best = tellings.MaxBy(telling => (telling.Places.Length, telling.Deed.Object.Exists ? 1 : 0, telling.Words.Length))!;
        return new Undertaking
        {
            Id = id,
            By = Party(tellings).Id,
            To = [.. tellings.SelectMany(telling => telling.To).Distinct(StringComparer.Ordinal)],
            Kind = best.Deed.Kind,
            Text = parsed.SpanOf(best.Words),
            Places = [.. tellings.SelectMany(telling => telling.Places).Distinct(StringComparer.Ordinal)],
            From = tellings.Select(telling => telling.From).FirstOrDefault(from => from is not null),
            Until = tellings.Select(telling => telling.Until).FirstOrDefault(until => until is not null),
            Conditions = [.. tellings.SelectMany(telling => telling.Conditions).Select(parsed.SpanOf).Distinct().Order()],
            Statements = [.. tellings.Select(telling => telling.Statement).OfType<string>().Distinct(StringComparer.Ordinal)],
            Evidence = [.. tellings.Select(telling => parsed.SpanOf(telling.Words)).Distinct().Order()],
        };
    }

    /// <summary>The body that is bound rather than the person who says so, where one is named.</summary>
    private Actor Party(List<Telling> tellings)
    {
        var body = tellings.Find(telling => telling.Party.Kind is not (ActorKind.Person or ActorKind.People));
        if (body is not null)
            return body.Party;
        return new PartyReader(actors).Body(tellings[0].Party);
    }
}
