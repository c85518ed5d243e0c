using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Parley.Answers;
using Parley.Web.Access;
using Parley.Web.Paging;

namespace Parley.Web.Brief;

/// <summary><c>/</c>: what changed since the last visit, or since the day <c>since</c>.</summary>
internal static class BriefPage
{
    private const int FirstVisitDays = 7;

    /// <summary>Adds the address.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/", Get);

    private static async Task<IResult> Get(HttpContext http, Workbench bench)
    {
        var frame = await bench.Frame(http, Section.Brief);
        var asked = PageState.Day("since", http.Request.Query["since"].ToString() is { Length: > 0 } day ? day : null);
        var brief = await bench.Ask(
            ledger =>
            {
                var last = Judgement.Day(ledger, frame.State.AsOf, bench.Now);
                var since =
                    asked ?? (frame.State.AsOf is null ? LastVisit.Of(http, last) : null) ?? BriefAnswer.Earlier(last, FirstVisitDays);
                return bench.Briefs.Of(ledger, since, frame.State);
            },
            http.RequestAborted
        );
        return new PageResult<BriefView>(
            frame,
            (nameof(BriefView.Brief), brief),
            (nameof(BriefView.IsLastVisit), asked is null && frame.State.AsOf is null && LastVisit.IsKnown(http))
        );
    }
}
