using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Parley.Answers;
using Parley.Ledger;
using Parley.Records;
using Parley.Web.Access;
using Parley.Web.Api;
using Parley.Web.Paging;
using Parley.Web.Server;

namespace Parley.Web.Articles;

/// <summary><c>/api/v1/articles</c> and <c>/api/v1/articles/ID</c>: what the ledger was made of, and the whole reading of one article.</summary>
internal static class ArticleResource
{
    private static readonly ApiTable<ArticleEntry> s_table = new(
        entry => entry.Id,
        ("id", entry => entry.Id),
        ("publisher", entry => entry.Publisher),
        ("title", entry => entry.Title),
        ("published", entry => entry.Published),
        ("url", entry => entry.Url),
        ("addedAt", entry => entry.AddedAt),
        ("copyOf", entry => entry.CopyOf),
        ("story", entry => entry.Story)
    );

    /// <summary>Adds the addresses.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        new ApiRoute
        {
            Id = "articles",
            Path = "/articles",
            Summary = "What the ledger was made of: outlet, day, and which are copies or versions of which.",
            Answer = typeof(ApiList<ArticleEntry>),
            Table = s_table,
            Parameters = [ApiParameters.AsOf, ApiParameters.Party],
        }.Get(routes, List);
        new ApiRoute
        {
            Id = "article",
            Path = "/articles/{id}",
            Summary = "The whole reading of one article, with people's corrections.",
            Answer = null,
            PathValue = ("id", ApiExamples.Article),
        }.Get(routes, One);
    }

    private static async Task<IResult> List(HttpContext http, Workbench bench, ReadyAnswers ready)
    {
        var state = PageState.Of(http.Request.Query);
        var all = await bench.Ask(ledger => ready.Articles(ledger, state.AsOf, state.Party), http.RequestAborted);
        return ApiAnswer.List(http, state.AsOf, all, s_table);
    }

    private static async Task<IResult> One(HttpContext http, Workbench bench, string id)
    {
        var article =
            await bench.Ask(ledger => ArticleAnswer.Of(ledger, id), http.RequestAborted)
            ?? throw ProblemException.NotFound("article", id, "see /api/v1/articles");
        return ApiAnswer.Raw($"{{\"ok\":true,\"asOf\":null,\"item\":{ReadingJson.Write(article.Reading)}}}");
    }
}
