using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Parley.Answers;
using Parley.Claims;
using Parley.Intake;
using Parley.Ledger;
using Parley.Web.Access;
using Parley.Web.Claims;
using Parley.Web.Paging;
using Parley.Web.Server;

namespace Parley.Web.Map;

/// <summary><c>/map</c>: where; <c>from</c> and <c>until</c> are days, <c>box</c> the part of the earth, <c>layer</c> one of <see cref="MapLayer"/>.</summary>
internal static class MapPage
{
    /// <summary>A country with this share of all claims belongs to the first view.</summary>
    private const double MainShare = 0.12;

    private const double LeastDegrees = 3;

    /// <summary>Adds the address.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/map", Get);

    private static async Task<IResult> Get(HttpContext http, Workbench bench, ReadyAnswers ready)
    {
        var frame = await bench.Frame(http, Section.Map);
        var query = http.Request.Query;
        var (from, until) = (Day(query, "from"), Day(query, "until"));
        if (from is not null && until is not null && string.CompareOrdinal(from, until) > 0)
            throw ProblemException.Field("until", Problems.NotOneOf("until", until, $"a day from {from} on"));
        var layer = query["layer"].ToString() is { Length: > 0 } name ? name : null;
        if (layer is not null && !MapLayer.All.Any(one => one.Name == layer))
            throw ProblemException.Field(
                "layer",
                Problems.NotOneOf("layer", layer, string.Join(", ", MapLayer.All.Select(one => one.Name)))
            );
        var (claims, undertakings) = await bench.Ask(
            ledger =>
                (
                    ready.Claims(ledger, frame.State.AsOf),
                    ready.Of(ledger, "undertakings", frame.State.AsOf, readings => UndertakingJoiner.Join(readings))
                ),
            http.RequestAborted
        );
        var whole = MapAnswer.Of(claims, undertakings, frame.State, from, until);
        var answer = whole with { Places = MapLayer.Only(whole.Places, layer), Countries = MapLayer.Only(whole.Countries, layer) };
        var box = MapBox.Of(query);
        return new PageResult<MapView>(
            frame,
            (nameof(MapView.Answer), answer),
            (nameof(MapView.Box), box ?? FirstBox(answer)),
            (nameof(MapView.Query), new MapQuery(from, until, layer, box, query["place"].ToString() is { Length: > 0 } key ? key : null))
        );
    }

    private static string? Day(IQueryCollection query, string name) =>
        PageState.Day(name, query[name].ToString() is { Length: > 0 } value ? value : null);

    /// <summary>The countries where most of it is told to have happened.</summary>
    private static MapBox FirstBox(MapAnswer answer)
    {
        var sum = answer.Places.Sum(place => place.Claims.Length);
        var main = answer
            .Places.GroupBy(place => place.Country ?? "")
            .Where(country => country.Sum(place => place.Claims.Length) >= MainShare * sum)
            .SelectMany(country => country)
            .Select(place => (place.Lat, place.Lon))
            .ToList();
        return MapBox.Around(main, LeastDegrees);
    }

    /// <summary>The box around the places of a country.</summary>
    public static MapBox BoxOf(IEnumerable<MapPlace> places) =>
        MapBox.Around([.. places.Select(place => (place.Lat, place.Lon))], LeastDegrees);
}

/// <summary>What the address of the map says besides its state.</summary>
/// <param name="From">The first ISO day; null for all.</param>
/// <param name="Until">The last; null for all.</param>
/// <param name="Layer">The one layer that is shown; null for all.</param>
/// <param name="Box">The part of the earth; null for that where most is told.</param>
/// <param name="Place">The place that is open in the list; null for none.</param>
public sealed record MapQuery(string? From, string? Until, string? Layer, MapBox? Box, string? Place)
{
    /// <summary>Names and values for an address.</summary>
    public (string Name, string? Value)[] Values =>
        [("from", From), ("until", Until), ("layer", Layer), ("box", Box?.ToString()), ("place", Place)];
}
