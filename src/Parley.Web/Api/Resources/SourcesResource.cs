using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Parley.Answers;
using Parley.Web.Access;
using Parley.Web.Paging;

namespace Parley.Web.Api.Resources;

/// <summary><c>/api/v1/sources</c>: the outlets, with what is known of them.</summary>
internal static class SourcesResource
{
    private static readonly ApiTable<ApiOutlet> s_table = new(
        outlet => outlet.Outlet,
        ("outlet", outlet => outlet.Outlet),
        ("owner", outlet => outlet.Owner),
        ("country", outlet => outlet.Country),
        ("stateRun", outlet => outlet.StateRun),
        ("agency", outlet => outlet.Agency),
        ("reliability", outlet => outlet.Reliability),
        ("articles", outlet => outlet.Articles)
    );

    /// <summary>Adds the address.</summary>
    public static void Map(IEndpointRouteBuilder routes) =>
        new ApiRoute
        {
            Id = "sources",
            Path = "/sources",
            Summary = "The outlets of the ledger: owner, country, state-run, agency, reliability with its reasons.",
            Answer = typeof(ApiList<ApiOutlet>),
            Table = s_table,
            Parameters = [ApiParameters.AsOf],
        }.Get(routes, Get);

    private static async Task<IResult> Get(HttpContext http, Workbench bench, ReadyAnswers ready)
    {
        var state = PageState.Of(http.Request.Query);
        var (outlets, day) = await bench.Ask(
            ledger =>
            {
                ImmutableArray<ApiOutlet> all = [.. ready.Sources(ledger, state.AsOf).Select(ApiOutlet.Of)];
                return (all, Judgement.Day(ledger, state.AsOf, bench.Now));
            },
            http.RequestAborted
        );
        return ApiAnswer.List(http, day, outlets, s_table);
    }
}
