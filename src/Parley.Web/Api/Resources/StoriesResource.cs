using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Parley.Answers;
using Parley.Chronicle;
using Parley.Web.Access;
using Parley.Web.Paging;

namespace Parley.Web.Api.Resources;

/// <summary><c>/api/v1/stories</c>: articles that tell of one thing.</summary>
internal static class StoriesResource
{
    private static readonly ApiTable<Story> s_table = new(
        story => story.Id,
        ("id", story => story.Id),
        ("title", story => story.Title),
        ("from", story => story.From),
        ("to", story => story.To),
        ("reports", story => story.Articles.Length),
        ("outlets", story => story.Outlets),
        ("origins", story => story.Origins)
    );

    /// <summary>Adds the address.</summary>
    public static void Map(IEndpointRouteBuilder routes) =>
        new ApiRoute
        {
            Id = "stories",
            Path = "/stories",
            Summary = "Articles that tell of one thing together, with how many outlets and origins they have.",
            Answer = typeof(ApiList<Story>),
            Table = s_table,
            Parameters = ApiParameters.OfQuestions,
        }.Get(routes, Get);

    private static async Task<IResult> Get(HttpContext http, Workbench bench, ReadyAnswers ready)
    {
        var state = PageState.Of(http.Request.Query);
        ApiCoverage.Tell(http, await bench.Ask(ledger => ready.Coverage(ledger, state.AsOf), http.RequestAborted));
        var (stories, day) = await bench.Ask(
            ledger => (StoriesAnswer.Chosen(ready.Stories(ledger, state.AsOf), state), Judgement.Day(ledger, state.AsOf, bench.Now)),
            http.RequestAborted
        );
        return ApiAnswer.List(http, day, stories, s_table);
    }
}
