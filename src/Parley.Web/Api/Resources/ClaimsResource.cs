using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Parley.Answers;
using Parley.Claims;
using Parley.Web.Access;
using Parley.Web.Paging;
using Parley.Web.Server;

namespace Parley.Web.Api.Resources;

/// <summary><c>/api/v1/claims</c>: what is claimed to have been done, and how each claim stands. <c>/api/v1/claims/ID</c>: one of them with all that bears on it.</summary>
internal static class ClaimsResource
{
    private static readonly ApiTable<ClaimEntry> s_table = new(
        claim => claim.Id,
        ("id", claim => claim.Id),
        ("deed", claim => claim.Deed),
        ("mode", claim => claim.Mode),
        ("polarity", claim => claim.Polarity),
        ("doers", claim => string.Join("; ", claim.Doers)),
        ("objects", claim => string.Join("; ", claim.Objects)),
        ("places", claim => string.Join("; ", claim.Places)),
        ("day", claim => claim.Day),
        ("numbers", claim => string.Join("; ", claim.Numbers)),
        ("status", claim => claim.Status),
        ("reports", claim => claim.Reports),
        ("outlets", claim => claim.Outlets),
        ("origins", claim => claim.Origins),
        ("words", claim => claim.Words),
        ("quote", claim => claim.First.Sentence),
        ("outlet", claim => claim.First.Outlet),
        ("published", claim => claim.First.Published),
        ("record", claim => claim.First.Id)
    );

    /// <summary>Adds the addresses.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        new ApiRoute
        {
            Id = "claims",
            Path = "/claims",
            Summary = "What is claimed to have been done, each claim once, with how many independent origins stand for it and against it.",
            Answer = typeof(ApiList<ClaimEntry>),
            Table = s_table,
            Parameters = ApiParameters.OfQuestions,
        }.Get(routes, All);
        new ApiRoute
        {
            Id = "claim",
            Path = "/claims/{id}",
            Summary = "One claim: its origins for and against, what is unclear, and what would change how it stands.",
            Answer = typeof(ApiItem<ClaimEntry>),
            PathValue = ("id", ApiExamples.Claim),
            Parameters = [ApiParameters.AsOf],
        }.Get(routes, One);
    }

    private static async Task<IResult> All(HttpContext http, Workbench bench, ReadyAnswers ready)
    {
        var state = PageState.Of(http.Request.Query);
        ApiCoverage.Tell(http, await bench.Ask(ledger => ready.Coverage(ledger, state.AsOf), http.RequestAborted));
        var (claims, day) = await bench.Ask(
            ledger =>
            {
                var entries = ready.ClaimEntries(ledger, state.AsOf);
                ImmutableArray<ClaimEntry> chosen =
                [
                    .. ClaimsAnswer.Chosen(ready.Claims(ledger, state.AsOf), state).Select(claim => entries[claim.Claim.Id]),
                ];
                return (chosen, Judgement.Day(ledger, state.AsOf, bench.Now));
            },
            http.RequestAborted
        );
        return ApiAnswer.List(http, day, claims, s_table);
    }

    private static async Task<IResult> One(HttpContext http, Workbench bench, ReadyAnswers ready, string id)
    {
        var state = PageState.Of(http.Request.Query);
        ApiCoverage.Tell(http, await bench.Ask(ledger => ready.Coverage(ledger, state.AsOf), http.RequestAborted));
        var (claim, day) = await bench.Ask(
            ledger => (ready.Claim(ledger, id, state.AsOf), Judgement.Day(ledger, state.AsOf, bench.Now)),
            http.RequestAborted
        );
        return claim is null ? throw ProblemException.NotFound("claim", id, "see /api/v1/claims") : ApiAnswer.Item(day, claim);
    }
}
