using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Parley.Web.Access;

namespace Parley.Web.Api.Resources;

/// <summary><c>/api/v1/stats</c>: how much the ledger holds.</summary>
internal static class StatisticsResource
{
    /// <summary>Adds the address.</summary>
    public static void Map(IEndpointRouteBuilder routes) =>
        new ApiRoute
        {
            Id = "stats",
            Path = "/stats",
            Summary = "How much the ledger holds: articles, records, runs, corrections, bytes.",
            Answer = typeof(ApiItem<ApiStatistics>),
        }.Get(routes, Get);

    private static async Task<IResult> Get(HttpContext http, Workbench bench) =>
        ApiAnswer.Item(null, await bench.Ask(ledger => ApiStatistics.Of(ledger.Statistics()), http.RequestAborted));
}
