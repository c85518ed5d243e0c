using System.Text;
using Xunit;

namespace Parley.Tests.Web;

/// <summary>Listens as a browser does.</summary>
internal sealed class EventListener(HttpResponseMessage answer, StreamReader reader) : IDisposable
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Begins to listen, behind an event or from now on.</summary>
    public static async Task<EventListener> Open(HttpClient client, string? last)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/events");
        if (last is not null)
            request.Headers.TryAddWithoutValidation("Last-Event-ID", last);
        var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancel);
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType!.MediaType);
        return new EventListener(answer, new StreamReader(await answer.Content.ReadAsStreamAsync(Cancel)));
    }

    /// <summary>All up to the end of the event that has a line.</summary>
    public async Task<string> Until(string line)
    {
        using var time = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        time.CancelAfter(TimeSpan.FromSeconds(60));
        var (heard, isThere) = (new StringBuilder(), false);
        while (await reader.ReadLineAsync(time.Token) is { } next)
        {
            heard.Append(next).Append('\n');
            isThere |= next == line;
            if (isThere && next.Length == 0)
                return heard.ToString();
        }
        throw new EndOfStreamException($"'{line}' did not come: {heard}");
    }

    public void Dispose()
    {
        reader.Dispose();
        answer.Dispose();
    }
}
