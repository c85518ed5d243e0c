using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Parley.Answers;
using Parley.Intake;
using Parley.Ledger;
using Parley.Sources;
using Parley.Web.Access;
using Parley.Web.Paging;
using Parley.Web.Server;

namespace Parley.Web.Sources;

/// <summary><c>/sources</c>: the outlets of the ledger; <c>/sources/OUTLET</c>: one of them, with the form that says what is known of it.</summary>
internal static class SourcesPage
{
    private const int MostLetters = 500;

    /// <summary>Adds the addresses.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/sources", List);
        routes.MapGet("/sources/{outlet}", Get);
        routes.MapPost("/sources/{outlet}", Post);
    }

    private static async Task<IResult> List(HttpContext http, Workbench bench, ReadyAnswers ready)
    {
        var frame = await bench.Frame(http, Section.Sources);
        var all = await bench.Ask(ledger => ready.Sources(ledger, frame.State.AsOf), http.RequestAborted);
        return new PageResult<SourcesView>(frame, (nameof(SourcesView.Sources), all));
    }

    private static async Task<IResult> Get(HttpContext http, Workbench bench, string outlet)
    {
        var frame = await bench.Frame(http, Section.Sources);
        var source = await bench.Ask(ledger => Find(ledger, outlet), http.RequestAborted);
        return new PageResult<SourceView>(frame, (nameof(SourceView.Source), source));
    }

    private static async Task<IResult> Post(HttpContext http, Workbench bench, string outlet)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var source = await bench.Ask(ledger => Find(ledger, outlet), http.RequestAborted);
        if (SourceForm.Read(form, source.Entry, bench) is { } note)
            await bench.Write(
                ledger =>
                {
                    ledger.Describe(note);
                    return true;
                },
                http.RequestAborted
            );
        return Results.LocalRedirect(
            PageLinks.Live.To($"/sources/{source.Entry.Outlet}", PageState.Of(http.Request.Query).WithoutSentence())
        );
    }

    /// <summary>An outlet that the ledger has articles of, or of which something is known.</summary>
    private static SourceAnswer Find(ILedger ledger, string outlet)
    {
        if (outlet.Length > MostLetters)
            throw ProblemException.NotFound("outlet", outlet[..MostLetters], "see /sources");
        var all = SourceAnswer.All(ledger);
        return all.FirstOrDefault(source => string.Equals(source.Entry.Outlet, outlet, StringComparison.OrdinalIgnoreCase))
            ?? (
                new SourceRegistry([]).All.Any(entry => string.Equals(entry.Outlet, outlet, StringComparison.OrdinalIgnoreCase))
                    ? SourceAnswer.Of(ledger, outlet)
                    : throw ProblemException.NotFound(
                        "outlet",
                        outlet,
                        NearWords.Of(outlet, all.Select(source => source.Entry.Outlet)).FirstOrDefault() is { } near
                            ? $"did you mean {near}?"
                            : "see /sources"
                    )
            );
    }
}
