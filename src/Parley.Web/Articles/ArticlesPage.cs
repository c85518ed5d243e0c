using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Parley.Intake;
using Parley.Ledger;
using Parley.Web.Access;
using Parley.Web.Paging;
using Parley.Web.Server;

namespace Parley.Web.Articles;

/// <summary><c>/articles</c>: what the ledger was made of, newest first; <c>outlet</c> shows one outlet, <c>page</c> goes on.</summary>
internal static class ArticlesPage
{
    /// <summary>The most articles on one page.</summary>
    public const int PageLength = 100;

    /// <summary>Adds the address.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/articles", Get);

    private static async Task<IResult> Get(HttpContext http, Workbench bench, ReadyAnswers ready)
    {
        var frame = await bench.Frame(http, Section.Articles);
        var (outlet, page) = (http.Request.Query["outlet"].ToString(), Page(http.Request.Query["page"].ToString()));
        var all = await bench.Ask(ledger => ready.Articles(ledger, frame.State.AsOf, frame.State.Party), http.RequestAborted);
        ImmutableArray<ArticleEntry> chosen = [.. all.Where(entry => IsAsked(entry, outlet, frame.State.Topic)).Reverse()];
        return new PageResult<ArticlesView>(
            frame,
            (nameof(ArticlesView.Entries), chosen.Skip((page - 1) * PageLength).Take(PageLength).ToImmutableArray()),
            (nameof(ArticlesView.Matched), chosen.Length),
            (nameof(ArticlesView.Number), page),
            (nameof(ArticlesView.Outlet), outlet),
            (nameof(ArticlesView.Titles), TitlesOf(all)),
            (nameof(ArticlesView.Outlets), OutletsOf(all))
        );
    }

    private static bool IsAsked(ArticleEntry entry, string outlet, string? topic) =>
        (outlet.Length == 0 || string.Equals(entry.Publisher, outlet, StringComparison.OrdinalIgnoreCase))
        && (topic is null || entry.Title?.Contains(topic, StringComparison.OrdinalIgnoreCase) == true);

    private static Dictionary<string, string> TitlesOf(ImmutableArray<ArticleEntry> all) =>
        all.ToDictionary(
            entry => entry.Id,
            entry => entry.Publisher ?? entry.Title ?? PageLinks.ShortArticle(entry.Id),
            StringComparer.Ordinal
        );

    private static ImmutableArray<string> OutletsOf(ImmutableArray<ArticleEntry> all) =>
        [
            .. all.Select(entry => entry.Publisher)
                .OfType<string>()
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .Order(StringComparer.OrdinalIgnoreCase),
        ];

    private static int Page(string value) =>
        value.Length == 0 ? 1
        : int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page is > 0 and < 1_000_000 ? page
        : throw ProblemException.Field("page", Problems.NotOneOf("page", value, "1, 2, 3 and so on"));
}
