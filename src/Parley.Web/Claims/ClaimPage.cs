using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Parley.Answers;
using Parley.Claims;
using Parley.Web.Access;
using Parley.Web.Paging;
using Parley.Web.Server;

namespace Parley.Web.Claims;

/// <summary><c>/claims/ID</c>: who says so, who the contrary, what is unclear; <c>without=ORIGIN</c> judges it as if that origin had said nothing.</summary>
internal static class ClaimPage
{
    /// <summary>Adds the address.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/claims/{id}", Get);

    private static async Task<IResult> Get(HttpContext http, Workbench bench, ReadyAnswers ready, string id)
    {
        var frame = await bench.Frame(http, Section.Claims);
        var all = await bench.Ask(ledger => ready.Claims(ledger, frame.State.AsOf), http.RequestAborted);
        if (ClaimsAnswer.Find(all, id) is not [var found])
            throw ProblemException.NotFound("claim", id, Near(id, all.Select(claim => claim.Claim.Id)));
        var claim = ClaimEntries.Of(found, all);
        if (http.Request.Query["without"].ToString() is not { Length: > 0 } without)
            return new PageResult<ClaimView>(frame, (nameof(ClaimView.Claim), claim));
        if (!claim.Supports.Concat(claim.Contradicts).Any(origin => IsSame(origin.Origin, without)))
            throw ProblemException.NotFound("origin", without, $"see the origins at /claims/{claim.Id}");
        var left = ClaimAssessor.Without(found, without) is { } rest ? ClaimEntries.Of(rest) : null;
        return new PageResult<ClaimView>(
            frame,
            (nameof(ClaimView.Claim), claim),
            (nameof(ClaimView.Without), without),
            (nameof(ClaimView.Left), left)
        );
    }

    private static string Near(string id, IEnumerable<string> ids) =>
        NearWords.Of(id, ids).Take(3).ToList() is { Count: > 0 } near ? $"did you mean {string.Join(" or ", near)}?" : "see /claims";

    private static bool IsSame(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
