using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Parley.Answers;
using Parley.Corrections;
using Parley.Ledger;
using Parley.Web.Access;
using Parley.Web.Api;
using Parley.Web.Server;

namespace Parley.Web.Correcting;

/// <summary><c>/api/v1/corrections</c>: the log of what people said, and what adds to it.</summary>
internal static class CorrectionsResource
{
    /// <summary>Adds the address.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/corrections", Get);
        routes.MapPost("/api/v1/corrections", Post);
    }

    private static async Task<IResult> Get(HttpContext http, Workbench bench)
    {
        var items = await bench.Ask(
            ledger => CorrectionReview.Of(ledger, LedgerFunctions.Board).Select(CorrectionItem.Of).Reverse().ToImmutableArray(),
            http.RequestAborted
        );
        return ApiAnswer.List(
            http,
            null,
            items,
            item => item.Id,
            ("id", item => item.Id),
            ("standing", item => item.Standing),
            ("verb", item => CorrectionJson.Spell(item.Correction.Verb)),
            ("records", item => string.Join(' ', item.Correction.Targets.Select(target => target.Name))),
            ("subject", item => item.Correction.Subject),
            ("field", item => item.Correction.Field),
            ("value", item => item.Correction.Value),
            ("was", item => item.Correction.Was),
            ("undoes", item => item.Correction.Undoes),
            ("batch", item => item.Correction.Batch),
            ("by", item => item.Correction.By),
            ("at", item => item.Correction.At),
            ("why", item => item.Correction.Why)
        );
    }

    private static async Task<IResult> Post(HttpContext http, Workbench bench, CorrectionDesk desk)
    {
        if (!http.Request.HasJsonContentType())
            throw new ProblemException(
                WebProblems.BadRequest("the body is no application/json"),
                StatusCodes.Status415UnsupportedMediaType
            );
        CorrectionRequest? request;
        try
        {
            request = await JsonSerializer.DeserializeAsync(http.Request.Body, ApiJson.Readable.CorrectionRequest, http.RequestAborted);
        }
        catch (JsonException e)
        {
            throw new ProblemException(WebProblems.BadRequest($"no JSON of a correction: {e.Path ?? "at its beginning"}"));
        }
        if (request is null)
            throw new ProblemException(WebProblems.BadRequest("no correction"));
        if (request.Records.IsDefault)
            request = request with { Records = [] };
        var done = await desk.Do(request, CorrectionsPage.User(http, bench));
        return ApiAnswer.Item(
            null,
            new CorrectionAnswer(done.Id, done.Skip, [.. done.Corrections.Select(one => new CorrectionItem(one.Id, "in force", null, one))])
        );
    }
}

/// <summary>An entry of the log.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Standing"><c>in force</c>, <c>taken back</c>, <c>disputed</c> or <c>orphaned</c>.</param>
/// <param name="Because">Why it stands so; null where there is nothing to say.</param>
/// <param name="Correction">The entry itself, as it is exported.</param>
internal sealed record CorrectionItem(string Id, string Standing, string? Because, Correction Correction)
{
    /// <summary>Of an entry and how it stands.</summary>
    public static CorrectionItem Of(CorrectionStanding standing) =>
        new(standing.Correction.Id, CorrectionWords.Mark(standing.Mark), standing.Because, standing.Correction);
}

/// <summary>What became of a request.</summary>
/// <param name="Id">What takes all of it back.</param>
/// <param name="Skip">Id of the skip; null for none.</param>
/// <param name="Logged">What was logged.</param>
internal sealed record CorrectionAnswer(string Id, string? Skip, ImmutableArray<CorrectionItem> Logged);
