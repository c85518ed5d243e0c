using Microsoft.AspNetCore.Routing;
using Parley.Web.Board;
using Parley.Web.Claims;
using Parley.Web.Data;
using Parley.Web.Figures;
using Parley.Web.Map;
using Parley.Web.Matrix;
using Parley.Web.Search;
using Parley.Web.Sentence;
using Parley.Web.Sources;
using Parley.Web.Stories;
using Parley.Web.Timeline;
using Parley.Web.Undertakings;

namespace Parley.Web;

/// <summary>All pages. A new one has a folder of its own with one <c>XxxPage.cs</c>, and a line here.</summary>
internal static class PageList
{
    /// <summary>What adds each page's addresses, in alphabetical order.</summary>
    public static IReadOnlyList<Action<IEndpointRouteBuilder>> All { get; } =
    [
        BoardPage.Map,
        ClaimPage.Map,
        ClaimsPage.Map,
        DataPage.Map,
        FiguresPage.Map,
        MapPage.Map,
        MatrixPage.Map,
        SearchPage.Map,
        SentencePage.Map,
        SourcesPage.Map,
        StoriesPage.Map,
        TimelinePage.Map,
        UndertakingPage.Map,
    ];
}
