using System.Globalization;
using Microsoft.AspNetCore.Http;
using Parley.Web.Access;

namespace Parley.Web.Api;

/// <summary>Says of which articles an answer knows that is made of readings, where it is not all of them.</summary>
internal static class ApiCoverage
{
    /// <summary>The header: <c>newest 2000 of 100000 articles, from 2022-03-01</c>.</summary>
    public const string Header = "Parley-Coverage";

    /// <summary>Sets the header where the answer does not know all articles.</summary>
    public static void Tell(HttpContext http, Coverage coverage)
    {
        if (!coverage.IsWhole)
            http.Response.Headers[Header] = string.Create(
                CultureInfo.InvariantCulture,
                $"newest {coverage.Articles} of {coverage.Of} articles{(coverage.From is { } day ? $", from {day}" : "")}"
            );
    }
}
