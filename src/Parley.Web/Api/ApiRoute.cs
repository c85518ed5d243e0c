using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Parley.Answers;
using Parley.Web.Server;

namespace Parley.Web.Api;

/// <summary>An address of the API with all that its description says. Parameters that it does not name are refused.</summary>
internal sealed record ApiRoute
{
    /// <summary>Its name in the description (<c>listClaims</c>).</summary>
    public required string Id { get; init; }

    /// <summary>The address under <c>/api/v1</c>.</summary>
    public required string Path { get; init; }

    /// <summary>What it gives, in a sentence.</summary>
    public required string Summary { get; init; }

    /// <summary>The type of its answer; null for a whole reading, which has a schema of its own.</summary>
    public required Type? Answer { get; init; }

    /// <summary>The columns of its list; null where it gives one thing.</summary>
    public IApiTable? Table { get; init; }

    /// <summary>Its parameters besides those of all lists.</summary>
    public IReadOnlyList<ApiParameter> Parameters { get; init; } = [];

    /// <summary>The type of the body that it takes; null for none.</summary>
    public Type? Body { get; init; }

    /// <summary>An example of that body as JSON.</summary>
    public string? BodyExample { get; init; }

    /// <summary>An example of what stands in the path, by name.</summary>
    public (string Name, string Example)? PathValue { get; init; }

    /// <summary>The form of its answer.</summary>
    public string Form { get; init; } = "application/json";

    /// <summary>All parameters.</summary>
    public IEnumerable<ApiParameter> AllParameters =>
        Table is null
            ? Parameters
            : Parameters
                .Concat(ApiParameters.OfLists)
                .Concat(Filters.Select(name => new ApiParameter(name, $"Items whose {name} is that.")));

    private IEnumerable<string> Filters => Table!.Names.Where(name => !ApiParameters.IsCommon(name));

    /// <summary>Adds it for reading.</summary>
    public void Get(IEndpointRouteBuilder routes, Delegate handler) => Describe(routes.MapGet("/api/v1" + Path, handler));

    /// <summary>Adds it for writing.</summary>
    public void Post(IEndpointRouteBuilder routes, Delegate handler) => Describe(routes.MapPost("/api/v1" + Path, handler));

    private void Describe(RouteHandlerBuilder route)
    {
        string[] forms = Table is null ? [] : ["text/csv", "application/x-ndjson"];
        route.WithName(Id).WithSummary(Summary).WithTags("v1").WithMetadata(this);
        if (Body is { } body)
            route.WithMetadata(new AcceptsMetadata(["application/json"], body, isOptional: false));
        route.Produces(StatusCodes.Status200OK, Answer ?? typeof(ApiReading), Form, forms);
        route.Produces<ApiError>(StatusCodes.Status400BadRequest, "application/json");
        if (PathValue is not null || Body is not null)
            route.Produces<ApiError>(StatusCodes.Status404NotFound, "application/json");
        route.AddEndpointFilter(
            (call, next) =>
            {
                Check(call.HttpContext.Request);
                return next(call);
            }
        );
    }

    private void Check(HttpRequest request)
    {
        var known = AllParameters.Select(parameter => parameter.Name).ToList();
        foreach (var name in request.Query.Keys)
            if (!known.Contains(name) && name != "asof")
                throw ProblemException.Field(
                    name,
                    WebProblems.NoParameter(
                        request.Path,
                        name,
                        NearWords.Of(name, known).FirstOrDefault() is { } near ? $"did you mean {near}?"
                            : known.Count > 0 ? $"it has {string.Join(", ", known)}"
                            : "it takes none"
                    )
                );
    }
}
