using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Parley.Web.Server;

namespace Parley.Web.Api;

/// <summary>Reads the JSON that a request brings.</summary>
internal static class ApiBody
{
    /// <summary>The body as what it should be; throws, with the field, where it is not.</summary>
    public static async Task<T> Read<T>(HttpContext http)
        where T : class
    {
        if (!http.Request.HasJsonContentType())
            throw new ProblemException(WebProblems.NotJson(http.Request.ContentType), StatusCodes.Status415UnsupportedMediaType);
        try
        {
            return (T?)await http.Request.ReadFromJsonAsync(typeof(T), ApiJson.Requests, http.RequestAborted)
                ?? throw new ProblemException(WebProblems.BadRequest("its body is null"));
        }
        catch (JsonException e)
        {
            var field = e.Path is { Length: > 2 } path ? path[2..] : "body";
            throw ProblemException.Field(field, WebProblems.BadRequest($"{field} is not what it should be, or no field that there is"));
        }
    }
}
