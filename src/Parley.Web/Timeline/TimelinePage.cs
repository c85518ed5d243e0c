using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Parley.Answers;
using Parley.Chronicle;
using Parley.Ledger;
using Parley.Web.Access;
using Parley.Web.Paging;

namespace Parley.Web.Timeline;

/// <summary><c>/timeline</c>: words above deeds by party; <c>from</c> and <c>until</c> are the window, <c>clock=reported</c> puts all on the day of its report.</summary>
internal static class TimelinePage
{
    /// <summary>Adds the address.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/timeline", Get);

    private static async Task<IResult> Get(HttpContext http, Workbench bench, ReadyAnswers ready)
    {
        var frame = await bench.Frame(http, Section.Timeline);
        var query = http.Request.Query;
        var (told, board) = await bench.Ask(
            ledger => (ready.Of(ledger, "told", frame.State.AsOf, Told.Of), ready.Board(ledger, frame.State, bench.Now)),
            http.RequestAborted
        );
        var byReport = query["clock"] == "reported";
        var chosen = TimelineAnswer
            .Chosen(told.Entries, frame.State)
            .Select(entry => (Entry: entry, Day: byReport ? entry.Reported : entry.Day))
            .Where(pair => TimelineWindow.Parse(pair.Day) is not null)
            .ToImmutableArray();
        var window = TimelineWindow.Of(query, [.. chosen.Select(pair => pair.Day!)]);
        var chart = new TimelineModel(
            [.. chosen.Select(pair => new DatedEntry(TimelineWindow.Parse(pair.Day)!.Value, pair.Entry))],
            board.Entries,
            told.Articles,
            window,
            board.Day
        );
        return new PageResult<TimelineView>(
            frame,
            (nameof(TimelineView.Model), chart),
            (nameof(TimelineView.ByReport), byReport),
            (nameof(TimelineView.First), PageNumbers.First(query)),
            (nameof(TimelineView.IsEmptyLedger), told.Entries.IsEmpty)
        );
    }

    private sealed record Told(ImmutableArray<TimelineEntry> Entries, ImmutableDictionary<DateOnly, int> Articles)
    {
        public static Told Of(ImmutableArray<Records.Reading> readings) =>
            new(
                Chronicle.Timeline.Of(readings),
                readings
                    .Select(reading => TimelineWindow.Parse(ReadingOrder.Day(reading)))
                    .OfType<DateOnly>()
                    .GroupBy(day => day)
                    .ToImmutableDictionary(day => day.Key, day => day.Count())
            );
    }
}
