using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Parley.Answers;
using Parley.Corrections;
using Parley.Ledger;
using Parley.Web.Access;
using Parley.Web.Api;

namespace Parley.Web.Correcting;

/// <summary><c>/api/v1/corrections</c>: the log of what people said, and what adds to it.</summary>
internal static class CorrectionsResource
{
    private static readonly ApiTable<CorrectionItem> s_table = new(
        item => item.Id,
        ("id", item => item.Id),
        ("standing", item => item.Standing),
        ("verb", item => CorrectionJson.Spell(item.Correction.Verb)),
        ("records", item => string.Join("; ", item.Correction.Targets.Select(target => target.Name))),
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

    /// <summary>Adds the addresses.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        new ApiRoute
        {
            Id = "corrections",
            Path = "/corrections",
            Summary = "All that people said of records, newest first, with how it stands now.",
            Answer = typeof(ApiList<CorrectionItem>),
            Table = s_table,
        }.Get(routes, Get);
        new ApiRoute
        {
            Id = "correct",
            Path = "/corrections",
            Summary =
                "Says that records are right (accept) or wrong (reject), that a field is another (edit, none), that two records are one (merge) or two (split), how an undertaking stands (decide), that a card is passed over (skip), or takes back what was said (undo). All of it is logged, or nothing.",
            Answer = typeof(ApiItem<CorrectionAnswer>),
            Body = typeof(CorrectionRequest),
            BodyExample = ApiExamples.Correction,
        }.Post(routes, Post);
    }

    private static async Task<IResult> Get(HttpContext http, Workbench bench)
    {
        var items = await bench.Ask(
            ledger => CorrectionReview.Of(ledger, LedgerFunctions.Board).Select(CorrectionItem.Of).Reverse().ToImmutableArray(),
            http.RequestAborted
        );
        return ApiAnswer.List(http, null, items, s_table);
    }

    private static async Task<IResult> Post(HttpContext http, Workbench bench, CorrectionDesk desk)
    {
        var done = await desk.Do(Filled(await ApiBody.Read<CorrectionRequest>(http)), CorrectionsPage.User(http, bench));
        return ApiAnswer.Item(
            null,
            new CorrectionAnswer(done.Id, done.Skip, [.. done.Corrections.Select(one => new CorrectionItem(one.Id, "in force", null, one))])
        );
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
