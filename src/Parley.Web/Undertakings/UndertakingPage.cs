using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Parley.Answers;
using Parley.Web.Access;
using Parley.Web.Correcting;
using Parley.Web.Paging;
using Parley.Web.Server;

namespace Parley.Web.Undertakings;

/// <summary><c>/undertakings/ID</c>: all that is known of one undertaking.</summary>
internal static class UndertakingPage
{
    /// <summary>Adds the address.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/undertakings/{id}", Get);

    private static async Task<IResult> Get(HttpContext http, Workbench bench, SkipList skips, string id)
    {
        var frame = await bench.Frame(http, Section.Board);
        var said = http.Request.Query["done"].ToString();
        var (account, day, done) = await bench.Ask(
            ledger =>
                (
                    BoardAnswer.Account(ledger, id, frame.State, bench.Now),
                    Judgement.Day(ledger, frame.State.AsOf, bench.Now),
                    said.Length == 0 ? null : DoneWords.Of(said, ledger.Corrections(), skips.InForce)
                ),
            http.RequestAborted
        );
        if (account is null)
            throw ProblemException.NotFound("undertaking", id, "see /board");
        return new PageResult<UndertakingView>(
            frame,
            (nameof(UndertakingView.Account), account),
            (nameof(UndertakingView.Day), day),
            (nameof(UndertakingView.Done), done),
            (nameof(UndertakingView.IsUndone), http.Request.Query["undone"].ToString().Length > 0)
        );
    }
}
