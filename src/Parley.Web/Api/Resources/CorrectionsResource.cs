using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Parley.Answers;
using Parley.Ledger;
using Parley.Web.Access;
using Parley.Web.Correcting;
using Parley.Web.Server;

namespace Parley.Web.Api.Resources;

/// <summary><c>/api/v1/corrections</c>: the log of what people said; POST adds to it, through the same entries as the commands.</summary>
internal static class CorrectionsResource
{
    private static readonly ApiTable<ApiCorrection> s_table = new(
        correction => correction.Id,
        ("id", correction => correction.Id),
        ("verb", correction => correction.Correction.Verb),
        ("standing", correction => correction.Standing),
        ("because", correction => correction.Because),
        ("by", correction => correction.Correction.By),
        ("at", correction => correction.Correction.At),
        ("why", correction => correction.Correction.Why),
        ("records", correction => string.Join("; ", correction.Correction.Targets.Select(target => target.Record))),
        ("words", correction => string.Join("; ", correction.Correction.Targets.Select(target => target.Words))),
        ("subject", correction => correction.Correction.Subject),
        ("field", correction => correction.Correction.Field),
        ("value", correction => correction.Correction.Value),
        ("was", correction => correction.Correction.Was),
        ("undoes", correction => correction.Correction.Undoes),
        ("batch", correction => correction.Correction.Batch)
    );

    /// <summary>Adds the addresses.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        new ApiRoute
        {
            Id = "corrections",
            Path = "/corrections",
            Summary = "All corrections, oldest first, with how they stand: in force, undone, disputed, orphaned.",
            Answer = typeof(ApiList<ApiCorrection>),
            Table = s_table,
        }.Get(routes, Get);
        new ApiRoute
        {
            Id = "correct",
            Path = "/corrections",
            Summary =
                "Says that records are right (accept) or wrong (reject), that a field is another (edit), that two records are one (merge) or two (split), how an undertaking stands (decide), or takes back what was said (undo). All of it is logged, or nothing.",
            Answer = typeof(ApiItem<ApiLogged>),
            Body = typeof(CorrectionRequest),
            BodyExample = ApiExamples.Correction,
        }.Post(routes, Post);
    }

    private static async Task<IResult> Get(HttpContext http, Workbench bench)
    {
        var all = await bench.Ask<ImmutableArray<ApiCorrection>>(
            ledger => [.. CorrectionReview.Of(ledger, LedgerFunctions.Board).Select(ApiCorrection.Of)],
            http.RequestAborted
        );
        return ApiAnswer.List(http, null, all, s_table);
    }

    private static async Task<IResult> Post(HttpContext http, Workbench bench, CorrectionDesk desk)
    {
        var request = Filled(await ApiBody.Read<CorrectionRequest>(http));
        var done = await desk.Do(request, http.User.Identity?.Name ?? bench.Options.User);
        return ApiAnswer.Item(null, new ApiLogged(done.Id, [.. done.Corrections.Select(ApiSaying.Of)]));
    }

    /// <summary>Fields that were left out are empty, not null.</summary>
    private static CorrectionRequest Filled(CorrectionRequest request) =>
        request with
        {
            Verb = request.Verb ?? "",
            Records = request.Records.IsDefault ? [] : request.Records,
            Why = request.Why?.Trim() ?? "",
        };
}
