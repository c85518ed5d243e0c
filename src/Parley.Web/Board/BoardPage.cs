using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Parley.Answers;
using Parley.Assessments;
using Parley.Intake;
using Parley.Web.Access;
using Parley.Web.Paging;
using Parley.Web.Parts;
using Parley.Web.Server;

namespace Parley.Web.Board;

/// <summary>
/// <c>/board</c>: the undertakings by how they stand, those that changed last first; with <c>view=table</c> as a table, of one column with
/// <c>column=holding</c>, and on from page to page with <c>page</c>.
/// </summary>
internal static class BoardPage
{
    /// <summary>The most cards of a column; the table has the others.</summary>
    public const int ColumnLength = 12;

    /// <summary>The most rows of a table.</summary>
    public const int TableLength = 100;

    /// <summary>Adds the address.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/board", Get);

    private static async Task<IResult> Get(HttpContext http, Workbench bench, ReadyAnswers ready)
    {
        var frame = await bench.Frame(http, Section.Board);
        var query = http.Request.Query;
        var (column, page) = (Column(query["column"].ToString()), Page(query["page"].ToString()));
        var board = await bench.Ask(ledger => ready.Board(ledger, frame.State, bench.Now), http.RequestAborted);
        ImmutableArray<BoardEntry> entries =
        [
            .. board.Entries.OrderByDescending(entry => entry.History is [.., var last] ? last.At : "", StringComparer.Ordinal),
        ];
        return new PageResult<BoardView>(
            frame,
            (nameof(BoardView.Board), board with { Entries = entries }),
            (nameof(BoardView.IsTable), query["view"] == "table"),
            (nameof(BoardView.Column), column),
            (nameof(BoardView.Number), page)
        );
    }

    private static string? Column(string value) =>
        value.Length == 0 ? null
        : StateMark.Columns.Any(column => column.States[0] == value) ? value
        : throw ProblemException.Field(
            "column",
            Problems.NotOneOf("column", value, string.Join(", ", StateMark.Columns.Select(column => column.States[0])))
        );

    private static int Page(string value) =>
        value.Length == 0 ? 1
        : int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page is > 0 and < 1_000_000 ? page
        : throw ProblemException.Field("page", Problems.NotOneOf("page", value, "1, 2, 3 and so on"));
}
