using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Xunit;

namespace Parley.Tests.Web.Security;

/// <summary>A browser with cookies of its own; nothing is followed by itself.</summary>
public sealed partial class Browser : IDisposable
{
    private readonly HttpClient _client;

    public Browser(Uri address)
    {
        Address = address;
        _client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = Cookies }) { BaseAddress = address };
    }

    /// <summary>Where it looks.</summary>
    public Uri Address { get; }

    /// <summary>Its cookies.</summary>
    public CookieContainer Cookies { get; } = new();

    /// <summary>The value of the cookie that logs it in; null where it has none.</summary>
    public string? LoginCookie => Cookies.GetCookies(Address)["parley-login"]?.Value;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Sends a request with headers.</summary>
    public Task<HttpResponseMessage> Send(
        HttpMethod method,
        string path,
        HttpContent? content = null,
        params (string Name, string Value)[] headers
    )
    {
        var request = new HttpRequestMessage(method, path) { Content = content };
        foreach (var (name, value) in headers)
            Assert.True(request.Headers.TryAddWithoutValidation(name, value) || content!.Headers.TryAddWithoutValidation(name, value));
        return _client.SendAsync(request, Cancel);
    }

    /// <summary>Asks for a page as browsers do.</summary>
    public Task<HttpResponseMessage> Look(string path, params (string Name, string Value)[] headers) =>
        Send(HttpMethod.Get, path, null, [("Accept", "text/html"), .. headers]);

    /// <summary>The text of a page.</summary>
    public async Task<string> Text(string path)
    {
        using var answer = await Look(path);
        return await answer.Content.ReadAsStringAsync(Cancel);
    }

    /// <summary>The status of a page.</summary>
    public async Task<int> Status(string path)
    {
        using var answer = await Look(path);
        return (int)answer.StatusCode;
    }

    /// <summary>Sends a form with its token.</summary>
    public async Task<HttpResponseMessage> Post(string path, params (string Name, string Value)[] fields)
    {
        using var content = Form([("form_token", await Token()), .. fields]);
        return await Send(HttpMethod.Post, path, content);
    }

    /// <summary>A form as it is sent.</summary>
    public static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) =>
        new(fields.Select(field => new KeyValuePair<string, string>(field.Name, field.Value)));

    /// <summary>JSON as it is sent.</summary>
    public static StringContent Json(string text, string type = "application/json") => new(text, Encoding.UTF8, type);

    /// <summary>Logs in.</summary>
    public async Task<HttpResponseMessage> LogIn(
        string user,
        string password,
        string next = "/",
        params (string Name, string Value)[] headers
    )
    {
        using var content = Form(("form_token", await Token()), ("name", user), ("password", password), ("next", next));
        return await Send(HttpMethod.Post, "/login", content, headers);
    }

    /// <summary>The token of a form of this browser.</summary>
    public async Task<string> Token() => TokenField().Match(await Text("/login")).Groups[1].Value;

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    [GeneratedRegex("name=\"form_token\" value=\"([^\"]+)\"")]
    private static partial Regex TokenField();
}
