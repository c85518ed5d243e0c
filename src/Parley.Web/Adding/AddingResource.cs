using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Parley.Web.Api;
using Parley.Web.Server;

namespace Parley.Web.Adding;

/// <summary><c>/api/v1/adding</c>: what was handed in and how far the reading is; <c>/api/v1/adding/JOB</c> one of them.</summary>
internal static class AddingResource
{
    private static readonly ApiTable<AddingProgress> s_table = new(
        job => job.Id,
        ("id", job => job.Id),
        ("by", job => job.By),
        ("at", job => job.At),
        ("files", job => job.Files),
        ("state", job => job.State),
        ("share", job => job.Share),
        ("read", job => job.Read),
        ("added", job => job.Added),
        ("present", job => job.Present),
        ("failed", job => job.Failed)
    );

    /// <summary>Adds the addresses.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        new ApiRoute
        {
            Id = "adding",
            Path = "/adding",
            Summary = "What was handed in to be read, and how far that is; articles stand with each job alone.",
            Answer = typeof(ApiList<AddingProgress>),
            Table = s_table,
        }.Get(routes, List);
        new ApiRoute
        {
            Id = "addingJob",
            Path = "/adding/{id}",
            Summary = "One job of adding: what became of each article.",
            Answer = typeof(ApiItem<AddingProgress>),
            PathValue = ("id", ApiExamples.Job),
        }.Get(routes, One);
    }

    private static IResult List(HttpContext http, AddingQueue queue) =>
        ApiAnswer.List(http, null, [.. queue.All().Select(job => job with { Articles = [] })], s_table);

    private static IResult One(string id, AddingQueue queue) =>
        ApiAnswer.Item(null, queue.Find(id) ?? throw ProblemException.NotFound("job", id, "see /api/v1/adding"));
}
