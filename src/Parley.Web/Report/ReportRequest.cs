using System.Collections.Immutable;
using Parley.Ledger;
using Parley.Records;
using Parley.Web.Paging;

namespace Parley.Web.Report;

/// <summary>Says of a request that its page becomes a file (a feature of its <c>HttpContext</c>).</summary>
/// <param name="Links">Makes its links.</param>
/// <param name="Anchors">The words of the article that other pages lead to.</param>
/// <param name="Articles">All articles of the ledger, so that not each page asks for them anew.</param>
internal sealed record ReportRequest(PageLinks Links, ImmutableArray<Span> Anchors, ImmutableArray<ArticleEntry> Articles);
