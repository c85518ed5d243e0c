using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;
using Parley.Web.Api;
using Parley.Web.Server;
using Parley.Web.Work;

namespace Parley.Web.Events;

/// <summary>
/// <c>/api/v1/events</c>: changes as server-sent events, <c>record.new</c>, <c>status.changed</c>, <c>evidence.added</c>; taken up behind the event that
/// the header <c>Last-Event-ID</c> or the field <c>last</c> names. The headers, and each event, are sent at once.
/// </summary>
internal static class EventsResource
{
    /// <summary>The most that listen at a time.</summary>
    private const int MostListeners = 200;

    /// <summary>A line that means nothing, so that nobody between takes the silence for an end.</summary>
    private static readonly TimeSpan s_alive = TimeSpan.FromSeconds(15);

    private static int s_listeners;

    /// <summary>Adds the address.</summary>
    public static void Map(IEndpointRouteBuilder routes) =>
        new ApiRoute
        {
            Id = "events",
            Path = "/events",
            Summary =
                "Changes as server-sent events (record.new, status.changed, evidence.added), taken up behind the event that the header Last-Event-ID or last names.",
            Answer = typeof(string),
            Form = "text/event-stream",
            Parameters = [new("last", "The id of the last event that was had; without it, from now on.")],
        }.Get(routes, Get);

    private static async Task Get(HttpContext http, EventFeed feed, IHostApplicationLifetime lifetime)
    {
        if (Interlocked.Increment(ref s_listeners) > MostListeners)
        {
            Interlocked.Decrement(ref s_listeners);
            throw new ProblemException(WebProblems.TooManyListeners(MostListeners), StatusCodes.Status503ServiceUnavailable);
        }
        try
        {
            using var end = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, lifetime.ApplicationStopping);
            await Send(http, feed, end.Token);
        }
        catch (OperationCanceledException)
        {
            // The page was closed, or the server stops.
        }
        finally
        {
            Interlocked.Decrement(ref s_listeners);
        }
    }

    private static async Task Send(HttpContext http, EventFeed feed, CancellationToken end)
    {
        var response = http.Response;
        http.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        response.ContentType = "text/event-stream; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        response.Headers["X-Accel-Buffering"] = "no";
        await Write(response, "retry: 3000\n: listening\n\n", end);
        var asked = http.Request.Headers["Last-Event-ID"].ToString() is { Length: > 0 } header
            ? header
            : http.Request.Query["last"].ToString();
        var last = asked.Length > 0 ? asked : null;
        var isTold = last is not null;
        while (true)
        {
            // Whoever begins to listen learns where he is, so that he can take it up from there.
            if (!isTold && feed.LastId is { } now)
            {
                (last, isTold) = (now, true);
                await Write(response, $"id: {now}\n: now\n\n", end);
            }
            var (events, isGap, more) = feed.After(last);
            if (isGap)
            {
                // What was missed cannot be told any more.
                last = feed.LastId;
                await Write(
                    response,
                    $"id: {last}\nevent: gap\ndata: {{\"reason\":\"the event '{Plain(asked)}' is not known any more\"}}\n\n",
                    end
                );
                continue;
            }
            foreach (var (id, one) in events)
            {
                last = id;
                await Write(
                    response,
                    $"id: {id}\nevent: {one.Type}\ndata: {JsonSerializer.Serialize(one.Data, WorkJson.Default.FeedData)}\n\n",
                    end
                );
            }
            while (!more.IsCompleted && await Task.WhenAny(more, Task.Delay(s_alive, end)) != more)
            {
                end.ThrowIfCancellationRequested();
                await Write(response, ": alive\n\n", end);
            }
        }
    }

    /// <summary>An id that came from elsewhere, without what could end the line or the string.</summary>
    private static string Plain(string id) => new([.. id.Where(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-').Take(40)]);

    private static async Task Write(HttpResponse response, string text, CancellationToken end)
    {
        await response.Body.WriteAsync(Encoding.UTF8.GetBytes(text), end);
        await response.Body.FlushAsync(end);
    }
}
