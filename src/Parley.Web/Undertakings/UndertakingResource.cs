using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Parley.Answers;
using Parley.Assessments;
using Parley.Web.Access;
using Parley.Web.Api;
using Parley.Web.Paging;
using Parley.Web.Server;

namespace Parley.Web.Undertakings;

/// <summary><c>/api/v1/undertakings/ID</c>: all that is known of one undertaking.</summary>
internal static class UndertakingResource
{
    /// <summary>Adds the address.</summary>
    public static void Map(IEndpointRouteBuilder routes) =>
        new ApiRoute
        {
            Id = "undertaking",
            Path = "/undertakings/{id}",
            Summary = "All that is known of one undertaking: wordings, terms, evidence, the sums behind its standing, its history.",
            Answer = typeof(ApiItem<UndertakingAccount>),
            PathValue = ("id", ApiExamples.Undertaking),
            Parameters = [ApiParameters.AsOf],
        }.Get(routes, Get);

    private static async Task<IResult> Get(HttpContext http, Workbench bench, string id)
    {
        var state = PageState.Of(http.Request.Query);
        var (account, day) = await bench.Ask(
            ledger => (BoardAnswer.Account(ledger, id, state, bench.Now), Judgement.Day(ledger, state.AsOf, bench.Now)),
            http.RequestAborted
        );
        return account is null ? throw ProblemException.NotFound("undertaking", id, "see /api/v1/board") : ApiAnswer.Item(day, account);
    }
}
