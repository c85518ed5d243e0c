using Microsoft.AspNetCore.Routing;
using Parley.Web.Adding;
using Parley.Web.Board;
using Parley.Web.Correcting;
using Parley.Web.Queue;
using Parley.Web.Sentence;
using Parley.Web.Undertakings;

namespace Parley.Web;

/// <summary>All pages. A new one has a folder of its own with one <c>XxxPage.cs</c>, and a line here.</summary>
internal static class PageList
{
    /// <summary>What adds each page's addresses, in alphabetical order.</summary>
    public static IReadOnlyList<Action<IEndpointRouteBuilder>> All { get; } =
    [AddPage.Map, BoardPage.Map, CorrectionsPage.Map, QueuePage.Map, SentencePage.Map, UndertakingPage.Map];
}
