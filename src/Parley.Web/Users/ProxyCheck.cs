using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Parley.Web.Server;

namespace Parley.Web.Users;

/// <summary>Where a proxy stands before the server, answers it and this computer alone, and believes it, but nobody else, from where a request comes.</summary>
internal sealed class ProxyCheck(RequestDelegate next, ServerOptions options)
{
    private static readonly object s_peer = new();

    public Task InvokeAsync(HttpContext http)
    {
        if (options.Proxy is { } proxy && http.Items[s_peer] is IPAddress peer && !peer.Equals(proxy) && !IPAddress.IsLoopback(peer))
            throw new ProblemException(UserProblems.NotThroughProxy(), StatusCodes.Status403Forbidden);
        return next(http);
    }

    /// <summary>Takes over what the proxy says.</summary>
    public static void Use(WebApplication application, ServerOptions options)
    {
        if (options.Proxy is not { } proxy)
            return;
        application.Use(
            (http, then) =>
            {
                var peer = http.Connection.RemoteIpAddress;
                http.Items[s_peer] = peer is { IsIPv4MappedToIPv6: true } ? peer.MapToIPv4() : peer;
                return then(http);
            }
        );
        var headers = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto };
        headers.KnownProxies.Clear();
        headers.KnownIPNetworks.Clear();
        headers.KnownProxies.Add(proxy);
        application.UseForwardedHeaders(headers);
    }
}
