using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Parley.Answers;
using Parley.Claims;
using Parley.Intake;
using Parley.Web.Access;
using Parley.Web.Paging;
using Parley.Web.Server;

namespace Parley.Web.Claims;

/// <summary><c>/claims</c>: what is said to have been done, by how it stands; <c>status=</c> shows one status whole.</summary>
internal static class ClaimsPage
{
    /// <summary>Adds the address.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/claims", Get);

    private static async Task<IResult> Get(HttpContext http, Workbench bench, ReadyAnswers ready)
    {
        var frame = await bench.Frame(http, Section.Claims);
        var status = http.Request.Query["status"].ToString();
        if (status.Length > 0 && !ClaimsAnswer.Order.Contains(status))
            throw ProblemException.Field("status", Problems.NotOneOf("status", status, string.Join(", ", ClaimsAnswer.Order)));
        var all = await bench.Ask(ledger => ready.Claims(ledger, frame.State.AsOf), http.RequestAborted);
        var groups = ClaimsAnswer.Chosen(all, frame.State).ToLookup(claim => ClaimEntries.Spell(claim.Verdict.Status));
        return new PageResult<ClaimsView>(
            frame,
            (nameof(ClaimsView.Groups), ClaimsAnswer.Order.Select(one => new ClaimGroup(one, [.. groups[one]])).ToImmutableArray()),
            (nameof(ClaimsView.Status), status.Length > 0 ? status : null),
            (nameof(ClaimsView.First), PageNumbers.First(http.Request.Query))
        );
    }
}

/// <summary>Claims that stand alike.</summary>
/// <param name="Status">How they stand.</param>
/// <param name="Claims">They themselves.</param>
public sealed record ClaimGroup(string Status, ImmutableArray<ClaimAssessment> Claims);
