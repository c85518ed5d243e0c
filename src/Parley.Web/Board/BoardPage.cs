using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Parley.Answers;
using Parley.Web.Access;
using Parley.Web.Paging;

namespace Parley.Web.Board;

/// <summary><c>/board</c>: the undertakings by how they stand; with <c>view=table</c> as a table.</summary>
internal static class BoardPage
{
    /// <summary>Adds the address.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/board", Get);

    private static async Task<IResult> Get(HttpContext http, Workbench bench)
    {
        var frame = await bench.Frame(http, Section.Board);
        var board = await bench.Ask(ledger => BoardAnswer.Of(ledger, frame.State, bench.Now), http.RequestAborted);
        return new PageResult<BoardView>(
            frame,
            (nameof(BoardView.Board), board),
            (nameof(BoardView.IsTable), http.Request.Query["view"] == "table")
        );
    }
}
