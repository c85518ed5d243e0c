using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Parley.Answers;
using Parley.Negotiations;
using Parley.Web.Access;
using Parley.Web.Paging;

namespace Parley.Web.Matrix;

/// <summary><c>/matrix</c>: topics by parties; <c>since=DAY</c> tells drift and silence, <c>cell=TOPIC~SIDE</c> opens the statements of a cell.</summary>
internal static class MatrixPage
{
    /// <summary>Adds the address.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/matrix", Get);

    private static async Task<IResult> Get(HttpContext http, Workbench bench, ReadyAnswers ready)
    {
        var frame = await bench.Frame(http, Section.Matrix);
        var query = http.Request.Query;
        var since = PageState.Day("since", query["since"].ToString() is { Length: > 0 } day ? day : null);
        var (answer, isEmpty) = await bench.Ask(
            ledger =>
                ready.Matrix(ledger, frame.State, since) is { Positions.IsEmpty: true } none
                    ? (none, ready.Matrix(ledger, new Question { AsOf = frame.State.AsOf }, since).Positions.IsEmpty)
                    : (ready.Matrix(ledger, frame.State, since), false),
            http.RequestAborted
        );
        var cell = query["cell"].ToString();
        var grid = new MatrixGrid(
            answer,
            new MatrixQuery(since, query["show"] == "silent" && since is not null, query["columns"] == "all", cell.Length > 0 ? cell : null)
        );
        return new PageResult<MatrixView>(frame, (nameof(MatrixView.Grid), grid), (nameof(MatrixView.IsEmptyLedger), isEmpty));
    }
}
