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

    /// <inheritdoc cref="List{T}(HttpContext, string?, ImmutableArray{T}, ApiTable{T})"/>
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
    ) => List(http, asOf, all, new ApiTable<T>(id, columns.ToArray()));

    /// <summary>
    /// A list, sorted and narrowed by its columns, or the part of it that <c>cursor</c> and <c>limit</c> ask for; as CSV or lines the whole.
    /// </summary>
    /// <param name="http">The request.</param>
    /// <param name="asOf">The ISO day on which it was so.</param>
    /// <param name="all">All that match, in their order.</param>
    /// <param name="table">Its columns.</param>
    public static IResult List<T>(HttpContext http, string? asOf, ImmutableArray<T> all, ApiTable<T> table)
    {
        var query = http.Request.Query;
        foreach (var column in table.Names)
            if (!ApiParameters.IsCommon(column) && query[column].ToString() is { Length: > 0 } value)
                all = table.Narrow(all, column, value);
        if (Keys(query["sort"].ToString(), table) is { Count: > 0 } keys)
            all = table.Sort(all, keys);
        var accept = http.Request.Headers.Accept.ToString();
        if (accept.Contains("text/csv", StringComparison.OrdinalIgnoreCase))
            return new Text(table.Csv(all), "text/csv; charset=utf-8");
        if (accept.Contains("application/x-ndjson", StringComparison.OrdinalIgnoreCase))
            return new Text(Lines(all), "application/x-ndjson; charset=utf-8");
        var (first, limit) = (ApiCursor.First(query["cursor"].ToString(), all, table.Id), Limit(query["limit"].ToString()));
        ImmutableArray<T> items = [.. all.Skip(first).Take(limit)];
        var last = first + items.Length;
        var next = last < all.Length && items.Length > 0 ? ApiCursor.Of(last - 1, table.Id(items[^1])) : null;
        return new Json<ApiList<T>>(new ApiList<T>(true, asOf, all.Length, items.Length, next, items));
    }

    private static List<string> Keys<T>(string sort, ApiTable<T> table)
    {
        var keys = sort.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToList();
        foreach (var key in keys)
            if (!table.Names.Contains(key.TrimStart('-')))
                throw ProblemException.Field("sort", Problems.NotOneOf("sort", key, string.Join(", ", table.Names)));
        return keys;
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
