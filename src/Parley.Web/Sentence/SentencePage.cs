using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Parley.Web.Access;
using Parley.Web.Paging;
using Parley.Web.Server;

namespace Parley.Web.Sentence;

/// <summary><c>/sentence?at=ARTICLE&amp;s=START-END&amp;from=PATH</c>: the side panel alone, which the script puts beside a page that is open.</summary>
internal static class SentencePage
{
    /// <summary>Adds the address.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/sentence", Get);

    private static async Task<IResult> Get(HttpContext http, Workbench bench)
    {
        var frame = await bench.Frame(http, Section.None);
        if (frame.Sentence is null)
            throw ProblemException.NotFound("article", frame.State.At ?? "", "see /articles");
        var from = http.Request.Query["from"].ToString();
        return new PageResult<SentenceFragment>(frame with { Path = from is ['/', not '/', ..] or "/" ? from : "/" });
    }
}
