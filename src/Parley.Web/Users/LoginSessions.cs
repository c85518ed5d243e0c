using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Parley.Web.Server;

namespace Parley.Web.Users;

/// <summary>
/// Who is logged in. A browser has a random id in a cookie; what it stands for is known to the server alone, so that it ends when the user logs
/// out, is removed or gets another password, after twelve hours without use, and after seven days. An id that a browser brings along is never
/// taken over: each login has a new one. All end with the process.
/// </summary>
/// <param name="options">The clock.</param>
internal sealed class LoginSessions(ServerOptions options)
{
    private const int IdBytes = 32;
    private const int Most = 10_000;

    private static readonly TimeSpan s_idle = TimeSpan.FromHours(12);
    private static readonly TimeSpan s_whole = TimeSpan.FromDays(7);

    private readonly ConcurrentDictionary<string, LoginSession> _all = new(StringComparer.Ordinal);

    /// <summary>Logs a browser in, and out of what it was logged in as.</summary>
    public void Begin(HttpContext http, UserAccount user)
    {
        End(http);
        Prune();
        var id = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(IdBytes));
        _all[Key(id)] = new LoginSession(user.Name, user.Stamp, options.Now(), options.Now());
        http.Response.Cookies.Append(CookieName(http), id, Cookie(http));
    }

    /// <summary>The user that a browser is logged in as; null for none.</summary>
    public UserAccount? Find(HttpContext http, UserList users)
    {
        if (http.Request.Cookies[CookieName(http)] is not { Length: > 0 and < 100 } id || !_all.TryGetValue(Key(id), out var session))
            return null;
        var now = options.Now();
        var user = users.Find(session.User);
        if (user is null || user.Stamp != session.Stamp || now - session.Used > s_idle || now - session.Begun > s_whole)
        {
            _all.TryRemove(Key(id), out _);
            return null;
        }
        _all.TryUpdate(Key(id), session with { Used = now }, session);
        return user;
    }

    /// <summary>Logs a browser out.</summary>
    public void End(HttpContext http)
    {
        if (http.Request.Cookies[CookieName(http)] is not { } id)
            return;
        _all.TryRemove(Key(id), out _);
        http.Response.Cookies.Delete(CookieName(http), Cookie(http));
    }

    /// <summary>Over TLS, with the name that no other server of the domain can set.</summary>
    private string CookieName(HttpContext http) => IsSecure(http) ? "__Host-parley" : "parley-login";

    private bool IsSecure(HttpContext http) => http.Request.IsHttps || options.Proxy is not null;

    private CookieOptions Cookie(HttpContext http) =>
        new()
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            Secure = IsSecure(http),
            Path = "/",
        };

    /// <summary>What is kept is no id: whoever could read it could not log in with it.</summary>
    private static string Key(string id) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)));

    private void Prune()
    {
        var now = options.Now();
        foreach (var (key, session) in _all)
            if (now - session.Used > s_idle || now - session.Begun > s_whole)
                _all.TryRemove(key, out _);
        foreach (var (key, _) in _all.OrderBy(one => one.Value.Used).Take(Math.Max(0, _all.Count - Most + 1)).ToList())
            _all.TryRemove(key, out _);
    }
}
