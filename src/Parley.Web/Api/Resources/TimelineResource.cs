using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Parley.Answers;
using Parley.Chronicle;
using Parley.Web.Access;
using Parley.Web.Paging;

namespace Parley.Web.Api.Resources;

/// <summary><c>/api/v1/timeline</c>: what was said and what was done, day by day.</summary>
internal static class TimelineResource
{
    private static readonly ApiTable<TimelineEntry> s_table = new(
        entry => $"{entry.Citation.Id} {entry.Day} {entry.Track} {entry.What}",
        ("day", entry => entry.Day),
        ("track", entry => entry.Track),
        ("side", entry => entry.Side),
        ("party", entry => entry.Party),
        ("what", entry => entry.What),
        ("status", entry => entry.Status),
        ("words", entry => entry.Words),
        ("place", entry => entry.Place),
        ("said", entry => entry.Said),
        ("happened", entry => entry.Happened),
        ("reported", entry => entry.Reported),
        ("reports", entry => entry.Reports),
        ("quote", entry => entry.Citation.Sentence),
        ("outlet", entry => entry.Citation.Outlet),
        ("record", entry => entry.Citation.Id)
    );

    /// <summary>Adds the address.</summary>
    public static void Map(IEndpointRouteBuilder routes) =>
        new ApiRoute
        {
            Id = "timeline",
            Path = "/timeline",
            Summary = "What was said and what was done, day by day, each with when it was said, happened and was reported.",
            Answer = typeof(ApiList<TimelineEntry>),
            Table = s_table,
            Parameters = ApiParameters.OfQuestions,
        }.Get(routes, Get);

    private static async Task<IResult> Get(HttpContext http, Workbench bench, ReadyAnswers ready)
    {
        var state = PageState.Of(http.Request.Query);
        ApiCoverage.Tell(http, await bench.Ask(ledger => ready.Coverage(ledger, state.AsOf), http.RequestAborted));
        var (entries, day) = await bench.Ask(
            ledger => (TimelineAnswer.Chosen(ready.Timeline(ledger, state.AsOf), state), Judgement.Day(ledger, state.AsOf, bench.Now)),
            http.RequestAborted
        );
        return ApiAnswer.List(http, day, entries, s_table);
    }
}
