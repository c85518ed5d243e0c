using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;
using Parley.Ledger;
using Parley.Web.Access;

namespace Parley.Web.Server;

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: the ledger does too, and the server is not about to stop.</summary>
internal static class Health
{
    /// <summary>Adds both.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => Results.Json(new { ok = true }));
        routes.MapGet("/health/ready", Ready);
    }

    private static async Task<IResult> Ready(LedgerAccess ledger, IHostApplicationLifetime lifetime)
    {
        if (lifetime.ApplicationStopping.IsCancellationRequested)
            return Answer("stopping");
        try
        {
            await ledger.Ask(one => one.LastEntry());
            return Answer(null);
        }
        catch (LedgerException e)
        {
            return Answer(e.Fault.ToString());
        }
    }

    private static IResult Answer(string? why) =>
        why is null
            ? Results.Json(new { ok = true })
            : Results.Json(new { ok = false, error = why }, statusCode: StatusCodes.Status503ServiceUnavailable);
}
