using Microsoft.AspNetCore.Routing;
using Parley.Web.Adding;
using Parley.Web.Api.Resources;
using Parley.Web.Articles;
using Parley.Web.Board;
using Parley.Web.Correcting;
using Parley.Web.Events;
using Parley.Web.Queue;
using Parley.Web.Undertakings;

namespace Parley.Web;

/// <summary>All resources of the API. A new one has one <c>XxxResource.cs</c> in the folder of its page, and a line here.</summary>
internal static class ResourceList
{
    /// <summary>What adds each resource's addresses, in alphabetical order.</summary>
    public static IReadOnlyList<Action<IEndpointRouteBuilder>> All { get; } =
    [
        AddingResource.Map,
        ArticleResource.Map,
        BoardResource.Map,
        BriefResource.Map,
        ClaimsResource.Map,
        CorrectionsResource.Map,
        EventsResource.Map,
        FiguresResource.Map,
        MatrixResource.Map,
        QueueResource.Map,
        SearchResource.Map,
        SourcesResource.Map,
        StatisticsResource.Map,
        StoriesResource.Map,
        TimelineResource.Map,
        UndertakingResource.Map,
    ];
}
