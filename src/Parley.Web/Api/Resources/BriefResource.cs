using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Parley.Answers;
using Parley.Chronicle;
using Parley.Web.Access;
using Parley.Web.Paging;

namespace Parley.Web.Api.Resources;

/// <summary><c>/api/v1/brief</c>: what changed since a day, the most important first.</summary>
internal static class BriefResource
{
    /// <summary>How far it goes back where no day is named.</summary>
    private const int Days = 7;

    private static readonly ApiTable<LedgerChange> s_table = new(
        change => $"{change.Kind} {change.Subject} {change.To} {change.Because[0].Id}",
        ("kind", change => change.Kind),
        ("subject", change => change.Subject),
        ("side", change => change.Side),
        ("from", change => change.From),
        ("to", change => change.To),
        ("importance", change => change.Importance),
        ("quote", change => change.Because[0].Sentence),
        ("outlet", change => change.Because[0].Outlet),
        ("published", change => change.Because[0].Published),
        ("record", change => change.Because[0].Id)
    );

    /// <summary>Adds the address.</summary>
    public static void Map(IEndpointRouteBuilder routes) =>
        new ApiRoute
        {
            Id = "brief",
            Path = "/brief",
            Summary =
                "What changed since a day (without one, in a week), the most important first, each with the sentences that brought it.",
            Answer = typeof(ApiList<LedgerChange>),
            Table = s_table,
            Parameters = [ApiParameters.Since, .. ApiParameters.OfQuestions],
        }.Get(routes, Get);

    private static async Task<IResult> Get(HttpContext http, Workbench bench, ReadyAnswers ready)
    {
        var state = PageState.Of(http.Request.Query);
        ApiCoverage.Tell(http, await bench.Ask(ledger => ready.Coverage(ledger, state.AsOf), http.RequestAborted));
        var since = ApiQuery.Day(http, "since");
        var day = await bench.Ask(
            ledger => since ?? BriefAnswer.Earlier(Judgement.Day(ledger, state.AsOf, bench.Now), Days),
            http.RequestAborted
        );
        var brief = await bench.Briefs.Of(day, state, bench.Now);
        return ApiAnswer.List(http, brief.Until, brief.Changes, s_table);
    }
}
