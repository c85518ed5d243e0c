using System.Net;
using Microsoft.AspNetCore.Http;

namespace Parley.Web.Server;

/// <summary>Answers only who calls the server by its own name: a page elsewhere whose name was turned to this computer's address is refused (DNS rebinding).</summary>
internal sealed class HostCheck(RequestDelegate next, ServerOptions options)
{
    public Task InvokeAsync(HttpContext http)
    {
        var host = http.Request.Host;
        return IsOurs(host, http.Connection.LocalPort)
            ? next(http)
            : throw new ProblemException(WebProblems.WrongHost(host.HasValue ? host.Value! : ""), StatusCodes.Status421MisdirectedRequest);
    }

    private bool IsOurs(HostString host, int port)
    {
        if (!host.HasValue)
            return false;
        if (options.Hosts.Contains(host.Host, StringComparer.OrdinalIgnoreCase))
            return true;
        var name = host.Host.Trim('[', ']');
        var isLocal =
            name.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(name, out var address) && IPAddress.IsLoopback(address));
        return isLocal && (host.Port ?? 80) == port;
    }
}
