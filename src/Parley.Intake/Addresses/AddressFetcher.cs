using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Parley.Intake.Archives;
using Parley.Intake.Warc;

namespace Parley.Intake.Addresses;

/// <summary>Fetches addresses over http and https, politely and only from public hosts.</summary>
/// <remarks>
/// Before each request, redirects included: the scheme is looked at, <c>robots.txt</c> asked, the host left its pause. The address that is connected to is the
/// one that was checked (<see cref="AddressGuard"/>). No cookies, no proxy, no credentials. Not safe to use from several threads at once.
/// </remarks>
public sealed class AddressFetcher : IDisposable
{
    /// <summary>The most redirects that are followed.</summary>
    public const int MostRedirects = 5;

    /// <summary>The name by which servers know us, and which <c>robots.txt</c> may name.</summary>
    public const string Agent = "Parley";

    private const int MostHosts = 10_000;

    private readonly HttpClient _client;
    private readonly FetchOptions _options;
    private readonly HostPace _pace;
    private readonly Dictionary<string, RobotsFile> _robots = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Makes a fetcher.</summary>
    /// <param name="options">How addresses are fetched.</param>
    public AddressFetcher(FetchOptions options)
    {
        _options = options;
        _pace = new HostPace(options.Clock, options.Gap);
        _client = new HttpClient(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                UseProxy = false,
                Credentials = null,
                ConnectTimeout = options.LongestWait,
                MaxResponseHeadersLength = 64,
                PooledConnectionLifetime = TimeSpan.FromMinutes(2),
                ConnectCallback = new GuardedConnector(options).Connect,
            }
        )
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    /// <summary>The time.</summary>
    public IntakeClock Clock => _options.Clock;

    /// <summary>True for what is written as an address of http or https.</summary>
    public static bool IsAddress(string name) =>
        name.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || name.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    /// <summary>Fetches an address.</summary>
    /// <param name="name">The address.</param>
    /// <param name="known">What the server said the last time; null to have it sent in any case.</param>
    internal Fetched Fetch(string name, AddressEntry? known = null)
    {
        if (!Uri.TryCreate(name, UriKind.Absolute, out var address))
            return new Fetched { Address = new Uri("about:blank"), Problem = AddressProblems.NotAnAddress(name) };
        for (var hop = 0; hop <= MostRedirects; hop++)
        {
            if (address.Scheme is not ("http" or "https") || address.UserInfo.Length > 0 || address.Host.Length == 0)
                return Failed(address, AddressProblems.NotAnAddress(hop == 0 ? name : $"{name}, which leads to {address},"));
            var robots = Robots(address);
            if (!robots.Allows(address.PathAndQuery))
                return Failed(address, AddressProblems.Robots(name));
            _pace.Wait(address.Authority, robots.Delay);
            var (response, problem) = Send(address, name, known);
            if (response is null)
                return Failed(address, problem!) with { MayComeLater = problem!.Code is "PRL0164" or "PRL0165" };
            if ((int)response.StatusCode is 301 or 302 or 303 or 307 or 308 && response.Headers.Location is { } location)
            {
                response.Dispose();
                if (!Uri.TryCreate(address, location, out var next))
                    return Failed(address, AddressProblems.NotAnAddress($"{name}, which leads to {location},"));
                address = next;
                continue;
            }
            return Answer(address, name, response);
        }
        return Failed(address, AddressProblems.TooManyRedirects(name));
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private static Fetched Failed(Uri address, Problem problem) => new() { Address = address, Problem = problem };

    private Fetched Answer(Uri address, string name, HttpResponseMessage response)
    {
        var status = (int)response.StatusCode;
        if (status == 200)
            return Content(address, name, response);
        using (response)
        {
            if (status == 304)
                return new Fetched { Address = address, IsUnchanged = true };
            if (status is not (429 or 503))
                return Failed(address, AddressProblems.Answered(name, status)) with { MayComeLater = status >= 500 };
            var wait = RetryAfter(response.Headers.RetryAfter);
            if (wait is { } time)
                _pace.Rest(address.Authority, time < TimeSpan.FromMinutes(2) ? time : TimeSpan.FromMinutes(2));
            var when = wait is { } told ? $"in {Math.Ceiling(told.TotalSeconds).ToString(CultureInfo.InvariantCulture)} seconds" : "later";
            return Failed(address, AddressProblems.ComeLater(name, when)) with { MayComeLater = true, RetryAfter = wait };
        }
    }

    private Fetched Content(Uri address, string name, HttpResponseMessage response)
    {
        var content = response.Content;
        Stream sent;
        try
        {
            sent = content.ReadAsStreamAsync().GetAwaiter().GetResult();
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            response.Dispose();
            return Failed(address, AddressProblems.Unreachable(name, "the connection broke off")) with { MayComeLater = true };
        }
        Stream? stream = new WaitBoundStream(sent, response, name, _options.LongestWait);
        foreach (var coding in content.Headers.ContentEncoding.Reverse())
            stream = stream is null ? null : Unpacking.Coded(stream, coding, name);
        if (stream is null)
        {
            response.Dispose();
            return Failed(address, AddressProblems.Unreachable(name, "it is sent in a coding that was not asked for"));
        }
        var (type, charset) = HttpPayload.KindOf(content.Headers.TryGetValues("Content-Type", out var types) ? types.First() : null);
        var (etag, modified) = (
            response.Headers.ETag?.ToString(),
            content.Headers.TryGetValues("Last-Modified", out var days) ? days.First() : null
        );
        return new Fetched
        {
            Address = address,
            Content = stream,
            ContentType = type,
            Charset = charset,
            Entry = etag is null && modified is null ? null : new AddressEntry(etag, modified, _options.Clock.Now()),
        };
    }

    private (HttpResponseMessage? Response, Problem? Problem) Send(Uri address, string name, AddressEntry? known)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("User-Agent", $"{Agent}/0.2");
        request.Headers.TryAddWithoutValidation("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");
        request.Headers.TryAddWithoutValidation("Accept-Language", "en");
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip, br");
        if (known?.ETag is { } etag)
            request.Headers.TryAddWithoutValidation("If-None-Match", etag);
        if (known?.LastModified is { } modified)
            request.Headers.TryAddWithoutValidation("If-Modified-Since", modified);
        using var cancel = new CancellationTokenSource(_options.LongestWait);
        try
        {
            return (_client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel.Token).GetAwaiter().GetResult(), null);
        }
        catch (OperationCanceledException)
        {
            return (null, AddressProblems.TooSlow(name));
        }
        catch (Exception e) when (e is HttpRequestException or IOException or InvalidOperationException)
        {
            for (Exception? cause = e; cause is not null; cause = cause.InnerException)
                if (cause is PrivateAddressException blocked)
                    return (null, AddressProblems.Private(name, blocked.Address.ToString()));
            return (null, AddressProblems.Unreachable(name, (e.InnerException ?? e).Message.TrimEnd('.').ReplaceLineEndings(" ")));
        }
    }

    /// <summary>The server's <c>robots.txt</c>; one that is not there allows all, one that cannot be had for the server's fault allows nothing.</summary>
    private RobotsFile Robots(Uri address)
    {
        var host = $"{address.Scheme}://{address.Authority}";
        if (_robots.TryGetValue(host, out var known))
            return known;
        if (_robots.Count >= MostHosts)
            _robots.Clear();
        return _robots[host] = FetchRobots(new Uri($"{host}/robots.txt"));
    }

    private RobotsFile FetchRobots(Uri address)
    {
        for (var hop = 0; hop <= MostRedirects; hop++)
        {
            if (address.Scheme is not ("http" or "https"))
                return RobotsFile.Open;
            _pace.Wait(address.Authority, null);
            var (response, problem) = Send(address, address.ToString(), null);
            // A host that cannot be had is told of by the request itself.
            if (response is null)
                return problem!.Code == "PRL0165" ? RobotsFile.Closed : RobotsFile.Open;
            using (response)
            {
                var status = (int)response.StatusCode;
                if (
                    status is 301 or 302 or 303 or 307 or 308
                    && response.Headers.Location is { } location
                    && Uri.TryCreate(address, location, out var next)
                )
                {
                    address = next;
                    continue;
                }
                if (status >= 500)
                    return RobotsFile.Closed;
                return status == 200 ? Parse(address, response) : RobotsFile.Open;
            }
        }
        return RobotsFile.Open;
    }

    private RobotsFile Parse(Uri address, HttpResponseMessage response)
    {
        using var fetched = Content(address, address.ToString(), response);
        if (fetched.Content is null)
            return RobotsFile.Open;
        var bytes = new byte[RobotsFile.MostBytes];
        try
        {
            var count = fetched.Content.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return RobotsFile.Parse(Encoding.UTF8.GetString(bytes, 0, count), Agent);
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            return RobotsFile.Closed;
        }
    }

    private TimeSpan? RetryAfter(RetryConditionHeaderValue? header)
    {
        var wait = header?.Delta ?? (header?.Date is { } date ? date - _options.Clock.Now() : null);
        return wait is { } time ? TimeSpan.FromSeconds(Math.Clamp(time.TotalSeconds, 1, TimeSpan.FromDays(7).TotalSeconds)) : null;
    }
}
