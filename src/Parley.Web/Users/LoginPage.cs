using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Parley.Web.Paging;
using Parley.Web.Server;

namespace Parley.Web.Users;

/// <summary><c>/login</c> and <c>/logout</c>, where the server has users.</summary>
internal static class LoginPage
{
    /// <summary>Hashing is slow on purpose: so many passwords are looked at together, the others wait.</summary>
    private static readonly SemaphoreSlim s_turn = new(2);

    /// <summary>Adds the addresses.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(
            "/login",
            (HttpContext http, ServerOptions options) => Form(http, options, http.Request.Query["next"].ToString(), null)
        );
        routes.MapPost("/login", LogIn);
        routes.MapGet("/logout", (HttpContext http, ServerOptions options) => Out(http, options));
        routes.MapPost("/logout", LogOut);
    }

    private static PageResult<LoginView> Form(HttpContext http, ServerOptions options, string next, string? wrong)
    {
        NeedUsers(http, options);
        return new PageResult<LoginView>(Frame(http), (nameof(LoginView.Next), Local(next)), (nameof(LoginView.Wrong), wrong));
    }

    private static PageResult<LogoutView> Out(HttpContext http, ServerOptions options)
    {
        NeedUsers(http, options);
        return new PageResult<LogoutView>(Frame(http), (nameof(LogoutView.User), http.User.Identity?.Name ?? ""));
    }

    private static async Task<IResult> LogIn(HttpContext http, ServerOptions options, LoginSessions sessions, LoginGuard guard)
    {
        NeedUsers(http, options);
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var (name, password, address) = (form["name"].ToString().Trim(), form["password"].ToString(), AccessCheck.AddressOf(http));
        guard.Check(address, name);
        if (await Verified(options.Users!, name, password, http.RequestAborted) is { } user)
        {
            guard.Succeeded(address, name);
            sessions.Begin(http, user);
            AuditTrail.Note(http, new Visitor(user.Name, user.Role, "password"));
            return Results.LocalRedirect(Local(form["next"].ToString()));
        }
        guard.Failed(address, name);
        http.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Form(http, options, form["next"].ToString(), "The name or the password is not right.");
    }

    private static IResult LogOut(HttpContext http, ServerOptions options, LoginSessions sessions)
    {
        NeedUsers(http, options);
        sessions.End(http);
        return Results.LocalRedirect("/login");
    }

    private static async Task<UserAccount?> Verified(UserFile users, string name, string password, CancellationToken cancel)
    {
        var user = users.Read().Find(name);
        await s_turn.WaitAsync(cancel);
        try
        {
            return await Task.Run(() => Passwords.IsRight(user, password), cancel) ? user : null;
        }
        finally
        {
            s_turn.Release();
        }
    }

    private static void NeedUsers(HttpContext http, ServerOptions options)
    {
        if (options.Users is null)
            throw new ProblemException(WebProblems.NoPage(http.Request.Path), StatusCodes.Status404NotFound);
    }

    /// <summary>A frame without a word of the ledger.</summary>
    private static PageFrame Frame(HttpContext http) =>
        new()
        {
            Path = "/",
            Links = PageLinks.Live,
            FormToken = () => FormToken.Of(http),
        };

    /// <summary>A path of this server, whatever was sent.</summary>
    private static string Local(string path) =>
        path.StartsWith('/')
        && !path.StartsWith("//", StringComparison.Ordinal)
        && !path.AsSpan().ContainsAnyInRange('\0', ' ')
        && !path.Contains('\\', StringComparison.Ordinal)
        && !path.StartsWith("/login", StringComparison.OrdinalIgnoreCase)
            ? path
            : "/";
}
