using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Parley.Web.Access;
using Parley.Web.Paging;
using Parley.Web.Server;

namespace Parley.Web.Data;

/// <summary><c>/data</c>: what can be downloaded; <c>/data/NAME.csv</c> and <c>/data/NAME.jsonl</c>: the files.</summary>
internal static class DataPage
{
    /// <summary>Adds the addresses.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/data", Get);
        routes.MapGet("/data/{file}", Download);
    }

    private static async Task<IResult> Get(HttpContext http, Workbench bench)
    {
        var frame = await bench.Frame(http, Section.Data);
        var statistics = await bench.Ask(ledger => ledger.Statistics(), http.RequestAborted);
        return new PageResult<DataView>(
            frame,
            (nameof(DataView.Statistics), statistics),
            (nameof(DataView.LedgerName), bench.Options.LedgerName)
        );
    }

    private static async Task<IResult> Download(HttpContext http, Workbench bench, ReadyAnswers ready, string file)
    {
        var state = PageState.Of(http.Request.Query);
        var (name, ending) = (Path.GetFileNameWithoutExtension(file), Path.GetExtension(file));
        var set = DataSets.Find(name);
        if (set is null || !set.Forms.Contains(ending))
            throw ProblemException.NotFound("file", file, "see /data");
        http.Response.ContentType = ending == ".csv" ? "text/csv; charset=utf-8" : "application/x-ndjson; charset=utf-8";
        http.Response.Headers.ContentDisposition =
            $"attachment; filename=\"parley-{name}{(state.AsOf is { } day ? "-" + day : "")}{ending}\"";
        if (HttpMethods.IsHead(http.Request.Method))
            return Results.Empty;
        await bench.Ask(
            ledger =>
            {
                using var rows = new RowWriter(http.Response.BodyWriter, isCsv: ending == ".csv", http.RequestAborted);
                set.Write(rows, new DataQuestion(ledger, ready, state, bench.Now));
                return true;
            },
            http.RequestAborted
        );
        return Results.Empty;
    }
}
