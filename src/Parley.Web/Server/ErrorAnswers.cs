using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Parley.Answers;
using Parley.Intake;
using Parley.Ledger;
using Parley.Web.Api;
using Parley.Web.Paging;

namespace Parley.Web.Server;

/// <summary>Turns whatever goes wrong into the one error shape for programs, and into a page for people.</summary>
internal sealed partial class ErrorAnswers(RequestDelegate next, ServerOptions options, ILogger<ErrorAnswers> logger)
{
    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            await next(http);
            if (!http.Response.HasStarted && http.Response.ContentType is null && Unsaid(http) is { } problem)
                await Answer(http, problem);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // Nobody waits for the answer.
        }
        catch (Exception e) when (!http.Response.HasStarted)
        {
            await Answer(http, ProblemOf(e));
        }
    }

    /// <summary>True for what programs ask.</summary>
    public static bool IsForPrograms(HttpRequest request) =>
        request.Path.StartsWithSegments("/api") || request.Path.StartsWithSegments("/mcp") || request.Path.StartsWithSegments("/health");

    /// <summary>The problem of an answer that has a status and no words.</summary>
    private static ProblemException? Unsaid(HttpContext http)
    {
        var (request, status) = (http.Request, http.Response.StatusCode);
        return status switch
        {
            < 400 => null,
            404 => new ProblemException(WebProblems.NoPage(request.Path), status),
            405 => new ProblemException(WebProblems.NoMethod(request.Method, request.Path), status),
            _ => new ProblemException(WebProblems.BadRequest($"status {status}"), status),
        };
    }

    private ProblemException ProblemOf(Exception fault)
    {
        switch (fault)
        {
            case ProblemException known:
                return known;
            case RequestException request:
                return OfRequest(request);
            case LedgerException ledger:
                return new ProblemException(LedgerProblems.Of(options.LedgerName, ledger), StatusCodes.Status503ServiceUnavailable);
            case BadHttpRequestException bad:
                return new ProblemException(WebProblems.BadRequest(bad.Message.TrimEnd('.')), bad.StatusCode);
            case JsonException json when json.Path is not null:
                return new ProblemException(WebProblems.BadRequest($"no JSON as expected at {json.Path}"));
            default:
                Failed(fault);
                return new ProblemException(WebProblems.Fault(fault.GetType().Name), StatusCodes.Status500InternalServerError);
        }
    }

    private static ProblemException OfRequest(RequestException request)
    {
        var problem = RequestProblems.Of(request);
        return request.Fault is RequestFault.NoArticle or RequestFault.NoRecord or RequestFault.NotInLedger or RequestFault.NoCorrection
            ? new ProblemException(problem, StatusCodes.Status404NotFound)
            : ProblemException.Field(request.Kind, problem);
    }

    private static async Task Answer(HttpContext http, ProblemException problem)
    {
        http.Response.StatusCode = problem.Status;
        http.Response.Headers.Remove("ETag");
        if (IsForPrograms(http.Request))
            await http.Response.WriteAsJsonAsync(ApiError.Of(problem), ApiJson.Readable.ApiError);
        else
            await http.RequestServices.GetRequiredService<PageRenderer>().WriteError(http, problem);
    }

    [LoggerMessage(EventId = 1, Level = LogLevel.Error, Message = "A request failed.")]
    private partial void Failed(Exception fault);
}
