using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Parley.Web.Api;
using Parley.Web.Server;

namespace Parley.Web.Adding;

/// <summary><c>/api/v1/adding</c>: what was handed in and how far the reading is; <c>/api/v1/adding/JOB</c> one of them.</summary>
internal static class AddingResource
{
    /// <summary>Adds the addresses.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(
            "/api/v1/adding",
            (HttpContext http, AddingQueue queue) =>
                ApiAnswer.List(
                    http,
                    null,
                    [.. queue.All().Select(job => job with { Articles = [] })],
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
                )
        );
        routes.MapGet(
            "/api/v1/adding/{id}",
            (string id, AddingQueue queue) =>
                ApiAnswer.Item(null, queue.Find(id) ?? throw ProblemException.NotFound("job", id, "see /api/v1/adding"))
        );
    }
}
