using Microsoft.AspNetCore.Http;

namespace Parley.Web.Users;

/// <summary>What role a request wants. What is not named here and may write wants a reviewer: a new page is not open by mistake.</summary>
internal static class Permissions
{
    /// <summary>The role; null where nobody is asked who he is.</summary>
    public static UserRole? Needed(HttpRequest request)
    {
        var path = request.Path;
        if (IsOpen(path) || IsLogin(path))
            return null;
        if (path.StartsWithSegments("/audit") || path.StartsWithSegments("/api/v1/audit"))
            return UserRole.Admin;
        // Assistants ask by POST; the tool that corrects asks for the role itself.
        return IsSafe(request.Method) || IsLogout(path) || path.StartsWithSegments("/mcp") ? UserRole.Reader : UserRole.Reviewer;
    }

    /// <summary>Logging in and out, which works where nothing else may be sent.</summary>
    public static bool IsLoginOrLogout(PathString path) => IsLogin(path) || IsLogout(path);

    /// <summary>True for methods that only ask.</summary>
    public static bool IsSafe(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);

    /// <summary>What has no word of the ledger in it.</summary>
    public static bool IsOpen(PathString path) =>
        path.StartsWithSegments("/assets") || Is(path, "/health/live") || Is(path, "/health/ready");

    private static bool IsLogin(PathString path) => Is(path, "/login");

    private static bool IsLogout(PathString path) => Is(path, "/logout");

    private static bool Is(PathString path, string other) => path.Equals(new PathString(other), StringComparison.OrdinalIgnoreCase);
}
