using Microsoft.AspNetCore.Http;
using Parley.Web.Paging;

namespace Parley.Web.Api;

/// <summary>Reads parameters of an address.</summary>
internal static class ApiQuery
{
    /// <summary>A day; null where it is not given. Throws where it is none.</summary>
    public static string? Day(HttpContext http, string name) => PageState.Day(name, Word(http, name));

    /// <summary>A word; null where it is not given.</summary>
    public static string? Word(HttpContext http, string name) =>
        http.Request.Query[name].ToString().Trim() is { Length: > 0 } word ? word : null;
}
