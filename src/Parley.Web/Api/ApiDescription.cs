using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Parley.Web.Api;

/// <summary><c>/openapi/v1.json</c>: the API's own description (OpenAPI 3.1), made of the routes themselves, with an example of each question and answer.</summary>
internal static class ApiDescription
{
    private const string Json = "application/json";

    /// <summary>Adds what makes it.</summary>
    public static void Add(IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, ApiJson.Readable);
            json.SerializerOptions.NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.Strict;
        });
        services.AddOpenApi(
            "v1",
            options =>
            {
                options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
                options.ShouldInclude = description => description.RelativePath?.StartsWith("api/v1", StringComparison.Ordinal) == true;
                options.AddOperationTransformer(Describe);
                options.AddSchemaTransformer(Require);
                options.AddDocumentTransformer(Introduce);
            }
        );
    }

    /// <summary>Adds the address.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapOpenApi("/openapi/{documentName}.json");

    /// <summary>The example of an answer; null where there is none.</summary>
    public static JsonNode? Example(string id)
    {
        using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Api/Examples/{id}.json");
        return file is null ? null : JsonNode.Parse(file);
    }

    private static Task Introduce(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancel)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Parley",
            Version = "v1",
            Description =
                "Who said, did, promised and demanded what in the reports of a conflict, each with its words. Every key that is described here stays, with its meaning, for all of v1; new ones may come. Examples are of the ledger that samples/istanbul makes with the fast model.",
            License = new OpenApiLicense { Name = "MIT", Identifier = "MIT" },
        };
        // Whoever reads it asks the server that he has it from.
        document.Servers = [new OpenApiServer { Url = "/" }];
        if (document.Components?.Schemas?.ContainsKey(nameof(ApiReading)) == true)
            document.Components.Schemas[nameof(ApiReading)] = Reading();
        return Task.CompletedTask;
    }

    private static Task Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancel)
    {
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<ApiRoute>().FirstOrDefault() is not { } route)
            return Task.CompletedTask;
        operation.Parameters ??= [];
        foreach (var parameter in operation.Parameters.OfType<OpenApiParameter>())
            if (route.PathValue is { } value && parameter.Name == value.Name)
                parameter.Example = JsonValue.Create(value.Example);
        foreach (var parameter in route.AllParameters)
            operation.Parameters.Add(
                new OpenApiParameter
                {
                    Name = parameter.Name,
                    In = ParameterLocation.Query,
                    Description = parameter.Description,
                    Required = parameter.IsRequired,
                    Schema = SchemaOf(parameter),
                    Example = ValueOf(parameter),
                }
            );
        if (route.BodyExample is { } body && operation.RequestBody?.Content?.TryGetValue(Json, out var sent) == true)
            sent.Example = JsonNode.Parse(body);
        if (operation.Responses is { } responses)
            DescribeAnswers(responses, route);
        return Task.CompletedTask;
    }

    private static void DescribeAnswers(OpenApiResponses responses, ApiRoute route)
    {
        var answer = responses["200"];
        answer.Description = "The answer; its ETag asks for news with If-None-Match.";
        foreach (var (form, content) in answer.Content ?? new Dictionary<string, OpenApiMediaType>())
            if (form == Json)
                content.Example = Example(route.Id);
            else
                // The whole list as text, without the frame around it.
                content.Schema = new OpenApiSchema { Type = JsonSchemaType.String };
        foreach (var (status, response) in responses)
            if (status != "200")
                response.Description =
                    status == "404" ? "There is none of that name." : "What was sent cannot be used; the answer says why.";
    }

    private static OpenApiSchema SchemaOf(ApiParameter parameter) =>
        parameter.Name switch
        {
            "limit" => new OpenApiSchema
            {
                Type = JsonSchemaType.Integer,
                Minimum = "1",
                Maximum = "1000",
            },
            "as_of" or "since" => new OpenApiSchema { Type = JsonSchemaType.String, Format = "date" },
            _ => new OpenApiSchema { Type = JsonSchemaType.String },
        };

    private static JsonNode? ValueOf(ApiParameter parameter) =>
        parameter is { Name: "limit", Example: { } number } ? JsonNode.Parse(number)
        : parameter.Example is { } text ? JsonValue.Create(text)
        : null;

    /// <summary>Answers have every field, null where it is unknown; requests only those that are meant.</summary>
    private static Task Require(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancel)
    {
        if (schema.Properties is { Count: > 0 } fields && context.JsonTypeInfo.Type != typeof(Correcting.CorrectionRequest))
            schema.Required = fields.Keys.ToHashSet(StringComparer.Ordinal);
        return Task.CompletedTask;
    }

    /// <summary>A reading has a schema of its own, which is too large to repeat.</summary>
    private static OpenApiSchema Reading()
    {
        string[] lists = ["actors", "places", "times", "statements", "events", "figures", "undertakings", "positions"];
        var item = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Description = "The reading, by docs/reading.schema.json.",
            Required = lists.Prepend("article").ToHashSet(StringComparer.Ordinal),
            Properties = lists.ToDictionary(
                name => name,
                _ =>
                    (IOpenApiSchema)
                        new OpenApiSchema
                        {
                            Type = JsonSchemaType.Array,
                            Items = new OpenApiSchema { Type = JsonSchemaType.Object },
                        },
                StringComparer.Ordinal
            ),
        };
        item.Properties["article"] = new OpenApiSchema { Type = JsonSchemaType.Object };
        return new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Required = new HashSet<string>(StringComparer.Ordinal) { "ok", "asOf", "item" },
            Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
            {
                ["ok"] = new OpenApiSchema { Type = JsonSchemaType.Boolean },
                ["asOf"] = new OpenApiSchema { Type = JsonSchemaType.String | JsonSchemaType.Null },
                ["item"] = item,
            },
        };
    }
}
