using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Parley.Web.Users;

namespace Parley.Web.Server;

/// <summary>
/// Lets a request that may write through only from the server's own pages: by where the browser says that it comes from, and for forms by the
/// token that the page had. Programs that are no browsers send JSON, which no form of another page can.
/// </summary>
internal sealed class OriginCheck(RequestDelegate next, ServerOptions options, IAntiforgery antiforgery)
{
    public async Task InvokeAsync(HttpContext http)
    {
        var request = http.Request;
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method))
        {
            await next(http);
            return;
        }
        if (Foreign(request) is { } why)
            throw new ProblemException(WebProblems.WrongOrigin(why), StatusCodes.Status403Forbidden);
        if (options.IsReadOnly && !request.Path.StartsWithSegments("/mcp") && !Permissions.IsLoginOrLogout(request.Path))
            throw new ProblemException(WebProblems.ReadOnly(), StatusCodes.Status403Forbidden);
        if (NeedsToken(request))
            await CheckToken(http);
        await next(http);
    }

    private static string? Foreign(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"].ToString() is not ("" or "same-origin" or "none"))
            return "it came from another site";
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0 || origin.Equals($"{request.Scheme}://{request.Host.Value}", StringComparison.OrdinalIgnoreCase)
            ? null
            : "it came from another site";
    }

    /// <summary>All that a form of another page could send has to have the token.</summary>
    private static bool NeedsToken(HttpRequest request) =>
        request.ContentType is not { } type
        || request.HasFormContentType
        || type.StartsWith("text/plain", StringComparison.OrdinalIgnoreCase);

    private async Task CheckToken(HttpContext http)
    {
        await FormBody.Read(http);
        try
        {
            await antiforgery.ValidateRequestAsync(http);
        }
        catch (AntiforgeryValidationException)
        {
            throw new ProblemException(WebProblems.WrongOrigin("its token is missing or too old"), StatusCodes.Status400BadRequest);
        }
    }
}
