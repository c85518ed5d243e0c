using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Parley.Web.Paging;

/// <summary>Answers with an ETag made of the bytes themselves.</summary>
internal static class EntityTag
{
    private const int TagBytes = 12;

    /// <summary>Writes a body, or 304 where the caller has it.</summary>
    public static async Task Write(HttpContext http, ReadOnlyMemory<byte> body, string contentType)
    {
        var response = http.Response;
        var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(body.Span).AsSpan(0, TagBytes))}\"";
        response.Headers.ETag = tag;
        response.Headers.Vary = "Accept, Cookie";
        if (response.StatusCode == StatusCodes.Status200OK && Has(http.Request, tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        response.ContentType = contentType;
        response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(http.Request.Method))
            await response.Body.WriteAsync(body, http.RequestAborted);
    }

    private static bool Has(HttpRequest request, string tag) =>
        request
            .GetTypedHeaders()
            .IfNoneMatch.Any(one => one.Tag == "*" || one.Compare(EntityTagHeaderValue.Parse(tag), useStrongComparison: false));
}
