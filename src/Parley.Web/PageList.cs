using Microsoft.AspNetCore.Routing;
using Parley.Web.Adding;
using Parley.Web.Articles;
using Parley.Web.Board;
using Parley.Web.Brief;
using Parley.Web.Claims;
using Parley.Web.Correcting;
using Parley.Web.Data;
using Parley.Web.Figures;
using Parley.Web.Map;
using Parley.Web.Matrix;
using Parley.Web.Queue;
using Parley.Web.Search;
using Parley.Web.Sentence;
using Parley.Web.Sources;
using Parley.Web.Stories;
using Parley.Web.Timeline;
using Parley.Web.Undertakings;
using Parley.Web.Users;

namespace Parley.Web;

/// <summary>All pages. A new one has a folder of its own with one <c>XxxPage.cs</c>, and a line here.</summary>
internal static class PageList
{
    /// <summary>What adds each page's addresses, in alphabetical order.</summary>
    public static IReadOnlyList<Action<IEndpointRouteBuilder>> All { get; } =
    [
        AddPage.Map,
        ArticlePage.Map,
        ArticlesPage.Map,
        AuditPage.Map,
        BoardPage.Map,
        BriefPage.Map,
        ClaimPage.Map,
        ClaimsPage.Map,
        CorrectionsPage.Map,
        DataPage.Map,
        FiguresPage.Map,
        LoginPage.Map,
        MapPage.Map,
        MatrixPage.Map,
        QueuePage.Map,
        SearchPage.Map,
        SentencePage.Map,
        SourcesPage.Map,
        StoriesPage.Map,
        TimelinePage.Map,
        UndertakingPage.Map,
    ];
}
