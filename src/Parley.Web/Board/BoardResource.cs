using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Parley.Answers;
using Parley.Assessments;
using Parley.Web.Access;
using Parley.Web.Api;
using Parley.Web.Paging;

namespace Parley.Web.Board;

/// <summary><c>/api/v1/board</c>: what the board shows.</summary>
internal static class BoardResource
{
    private static readonly ApiTable<BoardEntry> s_table = new(
        entry => entry.Id,
        ("id", entry => entry.Id),
        ("party", entry => entry.Party),
        ("side", entry => entry.Side),
        ("kind", entry => entry.Kind),
        ("words", entry => entry.Words),
        ("area", entry => string.Join("; ", entry.Area)),
        ("since", entry => entry.Since),
        ("until", entry => entry.Until),
        ("state", entry => entry.State),
        ("reports", entry => entry.Reports),
        ("outlets", entry => entry.Outlets),
        ("origins", entry => entry.Origins)
    );

    /// <summary>Adds the address.</summary>
    public static void Map(IEndpointRouteBuilder routes) =>
        new ApiRoute
        {
            Id = "board",
            Path = "/board",
            Summary = "The undertakings, word against deed: how each stands, since when, with how many independent origins.",
            Answer = typeof(ApiList<BoardEntry>),
            Table = s_table,
            Parameters = ApiParameters.OfQuestions,
        }.Get(routes, Get);

    private static async Task<IResult> Get(HttpContext http, Workbench bench, ReadyAnswers ready)
    {
        var state = PageState.Of(http.Request.Query);
        var board = await bench.Ask(ledger => ready.Board(ledger, state, bench.Now), http.RequestAborted);
        return ApiAnswer.List(http, board.Day, board.Entries, s_table);
    }
}
