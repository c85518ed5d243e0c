using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Parley.Web.Access;
using Parley.Web.Paging;

namespace Parley.Web.Users;

/// <summary><c>/audit</c>: who did what, for admins; of one user with <c>who</c>.</summary>
internal static class AuditPage
{
    private const int Shown = 500;

    /// <summary>Adds the address.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/audit", Get);

    private static async Task<IResult> Get(HttpContext http, Workbench bench, AuditLog log)
    {
        Visitor.Require(UserRole.Admin);
        var who = http.Request.Query["who"].ToString();
        var entries = log.Last(Shown).Where(entry => who.Length == 0 || entry.Who == who);
        return new PageResult<AuditView>(await bench.Frame(http, Section.None), (nameof(AuditView.Entries), entries.ToList()));
    }
}
