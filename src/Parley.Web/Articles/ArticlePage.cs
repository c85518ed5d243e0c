using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Parley.Answers;
using Parley.Web.Access;
using Parley.Web.Correcting;
using Parley.Web.Paging;
using Parley.Web.Report;
using Parley.Web.Server;

namespace Parley.Web.Articles;

/// <summary><c>/articles/ID</c>: one article with its records marked; <c>#e4</c> leads to a record, <c>s=412-471</c> to words.</summary>
internal static class ArticlePage
{
    /// <summary>Adds the address.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/articles/{id}", Get);

    private static async Task<IResult> Get(HttpContext http, Workbench bench, SkipList skips, string id)
    {
        var frame = await bench.Frame(http, Section.Articles);
        var report = http.Features.Get<ReportRequest>();
        var said = http.Request.Query["done"].ToString();
        var (article, versions, done) = await bench.Ask(
            ledger =>
            {
                var answer = ArticleAnswer.Of(ledger, id, report?.Articles ?? default);
                return (
                    answer,
                    ArticleVersions.Of(ledger, answer),
                    said.Length == 0 ? null : DoneWords.Of(said, ledger.Corrections(), skips.InForce)
                );
            },
            http.RequestAborted
        );
        if (article is null)
            throw ProblemException.NotFound("article", id, "see /articles");
        return new PageResult<ArticleView>(
            frame,
            (nameof(ArticleView.Answer), article),
            (nameof(ArticleView.Versions), versions),
            (nameof(ArticleView.Done), done),
            (nameof(ArticleView.IsUndone), http.Request.Query["undone"].ToString().Length > 0)
        );
    }
}
