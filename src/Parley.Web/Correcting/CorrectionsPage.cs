using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Parley.Answers;
using Parley.Ledger;
using Parley.Web.Access;
using Parley.Web.Paging;
using Parley.Web.Queue;
using Parley.Web.Server;

namespace Parley.Web.Correcting;

/// <summary><c>/corrections</c>: the log of what people said, each entry with its undoing; every form that corrects sends here.</summary>
internal static class CorrectionsPage
{
    /// <summary>The most entries of the log on one page.</summary>
    private const int Shown = 200;

    /// <summary>Adds the address.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/corrections", Get);
        routes.MapPost("/corrections", Post);
    }

    /// <summary>Who works: who logged in, else the user of the server.</summary>
    public static string User(HttpContext http, Workbench bench) => http.User.Identity?.Name ?? bench.Options.User;

    private static async Task<IResult> Get(HttpContext http, Workbench bench, SkipList skips)
    {
        var frame = await bench.Frame(http, Section.Queue);
        var (standings, count) = await bench.Ask(
            ledger => (CorrectionReview.Of(ledger, LedgerFunctions.Board), ReviewCount.Of(ledger.Corrections(), skips.InForce)),
            http.RequestAborted
        );
        return new PageResult<CorrectionsView>(
            frame,
            (nameof(CorrectionsView.Standings), standings.Reverse().Take(Shown).ToList()),
            (nameof(CorrectionsView.LeftOut), Math.Max(0, standings.Length - Shown)),
            (nameof(CorrectionsView.Skips), skips.InForce),
            (nameof(CorrectionsView.Count), count)
        );
    }

    private static async Task<IResult> Post(HttpContext http, Workbench bench, CorrectionDesk desk, SkipList skips)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var request = CorrectionRequest.Of(form);
        CorrectionDone done;
        try
        {
            done = await desk.Do(request, User(http, bench));
        }
        catch (ProblemException fault) when (fault.Errors.Count > 0 && request.Records is [var record])
        {
            // Whoever mistyped has the card before him again, with what was wrong.
            return await QueuePage.Again(http, bench, skips, record, fault);
        }
        var back = Local(form["back"].ToString()) ?? "/queue";
        var mark = request.Verb == "undo" ? "undone" : "done";
        // What was taken back is looked at again at once.
        if (
            request.Verb == "undo"
            && back.StartsWith("/queue", StringComparison.Ordinal)
            && !back.Contains("view=list", StringComparison.Ordinal)
        )
            if (done.Only is { } again)
                back = With(back, "record", RecordCard.NameOf(again.Article, again.Id));
        return Results.LocalRedirect(With(back, mark, done.Id));
    }

    private static string With(string address, string name, string value)
    {
        var (path, behind) = address.IndexOf('#', StringComparison.Ordinal) is >= 0 and var cut
            ? (address[..cut], address[cut..])
            : (address, "");
        return $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{name}={Uri.EscapeDataString(value)}{behind}";
    }

    /// <summary>A path of this server; null where something else was sent.</summary>
    internal static string? Local(string path) =>
        path.StartsWith('/') && !path.StartsWith("//", StringComparison.Ordinal) && !path.AsSpan().ContainsAny("\\\r\n\t") ? path : null;
}
