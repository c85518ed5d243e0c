using Parley.Records;
using Parley.Web.Paging;

namespace Parley.Web.Report;

/// <summary>The links of a page of a report: they lead from file to file. Day, party and topic are the same in all of them, so they do not stand in names.</summary>
/// <param name="map">Notes what is led to.</param>
/// <param name="path">The page that the links stand on.</param>
internal sealed class ReportLinks(ReportMap map, string path) : PageLinks
{
    private readonly string _up = string.Concat(Enumerable.Repeat("../", path.Trim('/').Count(c => c == '/')));

    public override bool IsLive => false;

    public override string Asset(string name) => $"{_up}assets/{name}";

    public override bool Has(Section section) => map.Has(section);

    public override string To(string path, PageState state, params ReadOnlySpan<(string Name, string? Value)> more) =>
        _up + map.Lead(path, state.Sentence, more);

    public override string Sentence(string article, Span span, string path, PageState state) => Article(article, state, span);
}
