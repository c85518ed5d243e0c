using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Parley.Intake;
using Parley.Web.Paging;
using Parley.Web.Server;

namespace Parley.Web.Api;

/// <summary>Answers of the API, in the form that the caller accepts: JSON, and for lists also CSV (<c>text/csv</c>) and one object a line (<c>application/x-ndjson</c>).</summary>
internal static class ApiAnswer
{
    private const int DefaultLimit = 100;
    private const int MostItems = 1000;

    /// <summary>One thing.</summary>
    public static IResult Item<T>(string? asOf, T item) => new Json<ApiItem<T>>(new ApiItem<T>(true, asOf, item));

    /// <summary>JSON that is written already.</summary>
    public static IResult Raw(string json) => new Text(json, "application/json; charset=utf-8");

    /// <summary>A list, or the part of it that <c>cursor</c> and <c>limit</c> ask for.</summary>
    /// <param name="http">The request.</param>
    /// <param name="asOf">The ISO day on which it was so.</param>
    /// <param name="all">All that match, in their order.</param>
    /// <param name="id">The id of one, unique in the list.</param>
    /// <param name="columns">The columns of the CSV.</param>
    public static IResult List<T>(
        HttpContext http,
        string? asOf,
        ImmutableArray<T> all,
        Func<T, string> id,
        params ReadOnlySpan<(string Name, Func<T, object?> Value)> columns
    )
    {
        var accept = http.Request.Headers.Accept.ToString();
        if (accept.Contains("text/csv", StringComparison.OrdinalIgnoreCase))
            return new Text(Csv(all, columns), "text/csv; charset=utf-8");
        if (accept.Contains("application/x-ndjson", StringComparison.OrdinalIgnoreCase))
            return new Text(Lines(all), "application/x-ndjson; charset=utf-8");
        var (first, limit) = (First(http.Request.Query["cursor"].ToString(), all, id), Limit(http.Request.Query["limit"].ToString()));
        ImmutableArray<T> items = [.. all.Skip(first).Take(limit)];
        var next = first + items.Length < all.Length && items.Length > 0 ? id(items[^1]) : null;
        return new Json<ApiList<T>>(new ApiList<T>(true, asOf, all.Length, items.Length, next, items));
    }

    private static int First<T>(string cursor, ImmutableArray<T> all, Func<T, string> id)
    {
        if (cursor.Length == 0)
            return 0;
        for (var at = 0; at < all.Length; at++)
            if (id(all[at]) == cursor)
                return at + 1;
        throw ProblemException.Field("cursor", WebProblems.BadRequest($"no item has the cursor '{cursor}' any more"));
    }

    private static int Limit(string value) =>
        value.Length == 0 ? DefaultLimit
        : int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is > 0 and <= MostItems ? limit
        : throw ProblemException.Field("limit", Problems.NotOneOf("limit", value, $"1 to {MostItems}"));

    private static string Lines<T>(ImmutableArray<T> all)
    {
        var lines = new StringBuilder();
        foreach (var item in all)
            lines.Append(JsonSerializer.Serialize(item, typeof(T), ApiJson.Readable)).Append('\n');
        return lines.ToString();
    }

    private static string Csv<T>(ImmutableArray<T> all, ReadOnlySpan<(string Name, Func<T, object?> Value)> columns)
    {
        var csv = new StringBuilder();
        for (var column = 0; column < columns.Length; column++)
            csv.Append(column > 0 ? "," : "").Append(columns[column].Name);
        csv.Append("\r\n");
        foreach (var item in all)
        {
            for (var column = 0; column < columns.Length; column++)
                csv.Append(column > 0 ? "," : "").Append(Cell(columns[column].Value(item)));
            csv.Append("\r\n");
        }
        return csv.ToString();
    }

    /// <summary>A cell; one that a spreadsheet would take for a formula begins with an apostrophe.</summary>
    private static string Cell(object? value)
    {
        var text = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
        if (value is string && text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r')
            text = "'" + text;
        return text.AsSpan().ContainsAny(",\"\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }

    private sealed class Json<T>(T value) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) =>
            EntityTag.Write(
                httpContext,
                JsonSerializer.SerializeToUtf8Bytes(value, typeof(T), ApiJson.Readable),
                "application/json; charset=utf-8"
            );
    }

    private sealed class Text(string text, string contentType) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => EntityTag.Write(httpContext, Encoding.UTF8.GetBytes(text), contentType);
    }
}
