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

    /// <summary>How long the first view waits for what is not kept ready.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(150);

    /// <summary>Adds the address.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/", Get);

    private static async Task<IResult> Get(HttpContext http, Workbench bench, ReadyAnswers ready)
    {
        var frame = await bench.Frame(http, Section.Brief);
        var state = frame.State;
        var asked = PageState.Day("since", http.Request.Query["since"].ToString() is { Length: > 0 } day ? day : null);
        var (since, until, undertakings) = await bench.Ask(
            ledger =>
            {
                var last = Judgement.Day(ledger, state.AsOf, bench.Now);
                var first = asked ?? (state.AsOf is null ? LastVisit.Of(http, last) : null) ?? BriefAnswer.Earlier(last, FirstVisitDays);
                var end = string.CompareOrdinal(last, first) < 0 ? first : last;
                return (first, end, ready.Turned(ledger, first, end, state));
            },
            http.RequestAborted
        );
        var others = bench.Briefs.Of(since, state, bench.Now);
        // What takes longer comes later: the script asks for it with all=1, and without script a link does.
        var wait = http.Request.Query["all"] == "1" || !frame.Links.IsLive ? Timeout.InfiniteTimeSpan : s_patience;
        await Task.WhenAny(others, Task.Delay(wait, http.RequestAborted));
        return new PageResult<BriefView>(
            frame,
            (nameof(BriefView.Since), since),
            (nameof(BriefView.Until), until),
            (nameof(BriefView.Undertakings), undertakings),
            (nameof(BriefView.Others), others.IsCompleted ? await others : null),
            (nameof(BriefView.IsLastVisit), asked is null && state.AsOf is null && LastVisit.IsKnown(http))
        );
    }
}
