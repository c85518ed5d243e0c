using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Parley.Answers;
using Parley.Chronicle;
using Parley.Web.Access;
using Parley.Web.Paging;

namespace Parley.Web.Stories;

/// <summary><c>/stories</c>: articles that tell of one thing, with who copies whom.</summary>
internal static class StoriesPage
{
    /// <summary>Adds the address.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/stories", Get);

    private static async Task<IResult> Get(HttpContext http, Workbench bench, ReadyAnswers ready)
    {
        var frame = await bench.Frame(http, Section.Stories);
        var all = await bench.Ask(ledger => ready.Stories(ledger, frame.State.AsOf), http.RequestAborted);
        return new PageResult<StoriesView>(
            frame,
            (nameof(StoriesView.Stories), StoriesAnswer.Chosen(all, frame.State)),
            (nameof(StoriesView.First), PageNumbers.First(http.Request.Query))
        );
    }
}
