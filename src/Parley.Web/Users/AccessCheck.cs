using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Parley.Web.Server;

namespace Parley.Web.Users;

/// <summary>Finds out who sends a request, by the token or the cookie that it has, and lets it through where his role is enough and he did not send too many.</summary>
internal sealed class AccessCheck(RequestDelegate next, ServerOptions options, LoginSessions sessions, LoginGuard guard, RequestRate rate)
{
    private const string Bearer = "Bearer ";

    private static readonly string[] s_proxyHeaders =
    [
        "Forwarded",
        "X-Forwarded-For",
        "X-Forwarded-Host",
        "X-Forwarded-Proto",
        "X-Real-IP",
        "Via",
    ];

    public async Task InvokeAsync(HttpContext http)
    {
        if (options.Users is not { } users)
        {
            // Where nobody is asked who he is, a proxy would open the door to all.
            if (s_proxyHeaders.Any(http.Request.Headers.ContainsKey))
                throw new ProblemException(UserProblems.ThroughProxy(), StatusCodes.Status403Forbidden);
            AuditTrail.Note(http, new Visitor(options.User, UserRole.Admin, "this computer"));
            await next(http);
            return;
        }
        var visitor = Permissions.IsOpen(http.Request.Path) ? null : Identify(http, users.Read());
        if (!Permissions.IsOpen(http.Request.Path))
            Admit(http, visitor);
        if (Permissions.Needed(http.Request) is { } role)
        {
            if (visitor is null)
            {
                AskForLogin(http);
                return;
            }
            if (visitor.Role < role)
                throw new ProblemException(UserProblems.NotAllowed(role.ToString().ToLowerInvariant()), StatusCodes.Status403Forbidden);
        }
        await next(http);
    }

    /// <summary>The address that a request comes from.</summary>
    public static string AddressOf(HttpContext http) => (http.Connection.RemoteIpAddress ?? IPAddress.None).ToString();

    /// <summary>A token counts alone: one that is wrong is not helped by a cookie.</summary>
    private Visitor? Identify(HttpContext http, UserList users)
    {
        var (user, how) = http.Request.Headers.Authorization.ToString() is { Length: > 0 } sent
            ? OfToken(http, users, sent)
            : (sessions.Find(http, users), "password");
        if (user is null)
            return null;
        var visitor = new Visitor(user.Name, user.Role, how);
        AuditTrail.Note(http, visitor);
        http.User = new ClaimsPrincipal(
            new ClaimsIdentity(
                [new Claim(ClaimTypes.Name, user.Name), new Claim(ClaimTypes.NameIdentifier, user.Name)],
                how,
                ClaimTypes.Name,
                ClaimTypes.Role
            )
        );
        return visitor;
    }

    private (UserAccount User, string How) OfToken(HttpContext http, UserList users, string sent)
    {
        var address = AddressOf(http);
        guard.Check(address, null);
        if (sent.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) && users.FindToken(sent[Bearer.Length..].Trim()) is { } found)
            return (found.User, $"token {found.Token.Id}");
        guard.Failed(address, null);
        http.Response.Headers[HeaderNames.WWWAuthenticate] = "Bearer error=\"invalid_token\"";
        throw new ProblemException(UserProblems.LoginFailed("the token"), StatusCodes.Status401Unauthorized);
    }

    private void Admit(HttpContext http, Visitor? visitor)
    {
        if (rate.Take(visitor?.Name, AddressOf(http)))
            return;
        http.Response.Headers.RetryAfter = "10";
        throw new ProblemException(UserProblems.TooOften("requests"), StatusCodes.Status429TooManyRequests);
    }

    /// <summary>A browser that wants a page is led to the login; all others get 401.</summary>
    private static void AskForLogin(HttpContext http)
    {
        var request = http.Request;
        if (
            HttpMethods.IsGet(request.Method)
            && !ErrorAnswers.IsForPrograms(request)
            && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase)
        )
        {
            http.Response.Redirect($"/login?next={Uri.EscapeDataString(request.Path + request.QueryString)}");
            return;
        }
        http.Response.Headers[HeaderNames.WWWAuthenticate] = "Bearer";
        throw new ProblemException(UserProblems.NotLoggedIn(), StatusCodes.Status401Unauthorized);
    }
}
