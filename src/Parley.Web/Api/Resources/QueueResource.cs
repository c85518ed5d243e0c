using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Parley.Answers;
using Parley.Web.Access;
using Parley.Web.Paging;

namespace Parley.Web.Api.Resources;

/// <summary><c>/api/v1/queue</c>: what a person should check first.</summary>
internal static class QueueResource
{
    private static readonly ApiTable<ApiCheck> s_table = new(
        check => $"{check.Record} {check.Undertaking}",
        ("record", check => check.Record),
        ("kind", check => check.Kind),
        ("words", check => check.Words),
        ("confidence", check => check.Confidence),
        ("undertaking", check => check.Undertaking),
        ("side", check => check.Party),
        ("topic", check => check.Topic),
        ("from", check => check.From),
        ("to", check => check.To),
        ("rank", check => check.Rank)
    );

    /// <summary>Adds the address.</summary>
    public static void Map(IEndpointRouteBuilder routes) =>
        new ApiRoute
        {
            Id = "queue",
            Path = "/queue",
            Summary = "Records to check, by how unsure they are and how much hangs on them.",
            Answer = typeof(ApiList<ApiCheck>),
            Table = s_table,
            Parameters = ApiParameters.OfQuestions,
        }.Get(routes, Get);

    private static async Task<IResult> Get(HttpContext http, Workbench bench)
    {
        var state = PageState.Of(http.Request.Query);
        var (checks, day) = await bench.Ask(
            ledger =>
            {
                ImmutableArray<ApiCheck> all = [.. QueueAnswer.Of(ledger, state, null).Entries.Select(ApiCheck.Of)];
                return (all, Judgement.Day(ledger, state.AsOf, bench.Now));
            },
            http.RequestAborted
        );
        return ApiAnswer.List(http, day, checks, s_table);
    }
}
