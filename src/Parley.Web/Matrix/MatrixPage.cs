using System.Collections.Immutable;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Parley.Answers;
using Parley.Negotiations;
using Parley.Web.Access;
using Parley.Web.Paging;

namespace Parley.Web.Matrix;

/// <summary>
/// <c>/matrix</c>: topics by parties; <c>since=DAY</c> tells drift and silence, <c>cell=TOPIC~SIDE</c> opens the statements of a cell, <c>pin=TOPIC~SIDE</c>
/// (several times) keeps cells above the grid. <c>/matrix.md</c> is the same as Markdown.
/// </summary>
internal static class MatrixPage
{
    /// <summary>Adds the address.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/matrix", Get);
        routes.MapGet("/matrix.md", GetMarkdown);
    }

    private static async Task<IResult> Get(HttpContext http, Workbench bench, ReadyAnswers ready)
    {
        var frame = await bench.Frame(http, Section.Matrix);
        var (grid, isEmpty) = await Grid(http, frame, bench, ready);
        return new PageResult<MatrixView>(frame, (nameof(MatrixView.Grid), grid), (nameof(MatrixView.IsEmptyLedger), isEmpty));
    }

    private static async Task<IResult> GetMarkdown(HttpContext http, Workbench bench, ReadyAnswers ready)
    {
        var frame = await bench.Frame(http, Section.Matrix);
        var (grid, _) = await Grid(http, frame, bench, ready);
        http.Response.Headers.ContentDisposition = "attachment; filename=\"matrix.md\"";
        return Results.Text(MatrixMarkdown.Of(grid, frame.State), "text/markdown", Encoding.UTF8);
    }

    private static async Task<(MatrixGrid Grid, bool IsEmptyLedger)> Grid(
        HttpContext http,
        PageFrame frame,
        Workbench bench,
        ReadyAnswers ready
    )
    {
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
            {
                Pins = [.. query["pin"].OfType<string>().Distinct(StringComparer.Ordinal).Take(MatrixQuery.MostPins)],
            }
        );
        return (grid, isEmpty);
    }
}
