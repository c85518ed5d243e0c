using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Parley.Answers;
using Parley.Negotiations;
using Parley.Records;
using Parley.Web.Access;
using Parley.Web.Paging;

namespace Parley.Web.Api.Resources;

/// <summary><c>/api/v1/matrix</c>: how each party stands to each topic. <c>/api/v1/proposals</c>: what became of demands and offers.</summary>
internal static class MatrixResource
{
    private static readonly ApiTable<PositionCourse> s_positions = new(
        course => $"{course.Side} {course.Topic}",
        ("side", course => course.Side),
        ("party", course => course.Party),
        ("topic", course => course.Topic),
        ("stance", course => ReadingJson.Spell(course.Now.Stance)),
        ("conditional", course => course.Now.IsConditional),
        ("day", course => course.Now.Day),
        ("words", course => course.Now.Words),
        ("condition", course => course.Now.Condition),
        ("statements", course => course.Statements),
        ("drift", course => course.Drift.ToString().ToLowerInvariant()),
        ("confidence", course => course.Now.Confidence),
        ("quote", course => course.Now.Citation.Sentence),
        ("outlet", course => course.Now.Citation.Outlet),
        ("record", course => course.Now.Citation.Id)
    );

    private static readonly ApiTable<ProposalThread> s_threads = new(
        thread => $"{thread.Side} {thread.Topic} {thread.Steps[0].Telling?.Citation.Id}",
        ("topic", thread => thread.Topic),
        ("side", thread => thread.Side),
        ("state", thread => thread.State.ToString().ToLowerInvariant()),
        ("tabled", thread => thread.Steps[0].Day),
        ("since", thread => thread.Steps[^1].Day),
        ("steps", thread => thread.Steps.Length),
        ("quote", thread => thread.Steps[0].Telling?.Citation.Sentence),
        ("record", thread => thread.Steps[0].Telling?.Citation.Id)
    );

    /// <summary>Adds the addresses.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        new ApiRoute
        {
            Id = "matrix",
            Path = "/matrix",
            Summary = "How each party stands to each topic, in which words, and how it has moved since a day.",
            Answer = typeof(ApiList<PositionCourse>),
            Table = s_positions,
            Parameters = [ApiParameters.Since, .. ApiParameters.OfQuestions],
        }.Get(routes, Positions);
        new ApiRoute
        {
            Id = "proposals",
            Path = "/proposals",
            Summary = "What became of each demand or offer: tabled, countered, accepted, refused, withdrawn, lapsed.",
            Answer = typeof(ApiList<ProposalThread>),
            Table = s_threads,
            Parameters = ApiParameters.OfQuestions,
        }.Get(routes, Proposals);
    }

    private static async Task<IResult> Positions(HttpContext http, Workbench bench, ReadyAnswers ready)
    {
        var (state, since) = (PageState.Of(http.Request.Query), ApiQuery.Day(http, "since"));
        var (answer, day) = await bench.Ask(
            ledger => (ready.Matrix(ledger, state, since), Judgement.Day(ledger, state.AsOf, bench.Now)),
            http.RequestAborted
        );
        return ApiAnswer.List(http, day, answer.Positions, s_positions);
    }

    private static async Task<IResult> Proposals(HttpContext http, Workbench bench, ReadyAnswers ready)
    {
        var state = PageState.Of(http.Request.Query);
        ApiCoverage.Tell(http, await bench.Ask(ledger => ready.Coverage(ledger, state.AsOf), http.RequestAborted));
        var (answer, day) = await bench.Ask(
            ledger => (ready.Matrix(ledger, state, null), Judgement.Day(ledger, state.AsOf, bench.Now)),
            http.RequestAborted
        );
        return ApiAnswer.List(http, day, answer.Threads, s_threads);
    }
}
