using System.Text;
using Parley.Records;
using Parley.Web.Assets;

namespace Parley.Web.Paging;

/// <summary>Makes all links of all pages. The same components make live pages, whose address is their state, and files of a report, which lead to each other.</summary>
public abstract class PageLinks
{
    private const int ArticleDigits = 16;

    /// <summary>The links of a server's pages.</summary>
    public static PageLinks Live { get; } = new LiveLinks();

    /// <summary>True where a server answers: forms, searches and the panel work.</summary>
    public abstract bool IsLive { get; }

    /// <summary>True for an entry of the rail that there is a page for.</summary>
    public virtual bool Has(Section section) => true;

    /// <summary>A style sheet, script or picture.</summary>
    public abstract string Asset(string name);

    /// <summary>A page by its path (<c>/board</c>).</summary>
    /// <param name="path">The path.</param>
    /// <param name="state">What goes along: day, party, topic.</param>
    /// <param name="more">Further names and values of the address; null values are left out. A report has none.</param>
    public abstract string To(string path, PageState state, params ReadOnlySpan<(string Name, string? Value)> more);

    /// <summary>An entry of the rail.</summary>
    public string To(Section section, PageState state) => To(PathOf(section), state.WithoutSentence() with { Topic = null });

    /// <summary>The page of an undertaking.</summary>
    public string Undertaking(string id, PageState state) => To($"/undertakings/{id}", state.WithoutSentence());

    /// <summary>The page of a claim.</summary>
    public string Claim(string id, PageState state) => To($"/claims/{id}", state.WithoutSentence());

    /// <summary>The page of an article, at a span of it or at a record.</summary>
    public string Article(string id, PageState state, Span? span = null, string? record = null)
    {
        // The words stand in the address twice: for the server, and for the browser to go there.
        var path = To($"/articles/{ShortArticle(id)}", state.WithoutSentence() with { Sentence = span });
        return span is { } words ? $"{path}#s={PageState.SpanName(words)}"
            : record is not null ? $"{path}#{record}"
            : path;
    }

    /// <summary>A record by its id among all articles (<c>3fa9c1d2/e4</c>): its card on the article's page; null where it is none.</summary>
    public string? Record(string id, PageState state) =>
        id.Split('/') is [var article, var record, ..] && article.Length >= 8 && article.All(char.IsAsciiHexDigitLower)
            ? To($"/articles/{article}", state.WithoutSentence()) + "#" + record
            : null;

    /// <summary>A sentence at the side of the page that is open; in a report, on its article's page.</summary>
    /// <param name="article">Id of the article.</param>
    /// <param name="span">The words meant.</param>
    /// <param name="path">The page that is open.</param>
    /// <param name="state">Its state.</param>
    public virtual string Sentence(string article, Span span, string path, PageState state) =>
        To(path, state with { At = ShortArticle(article), Sentence = span }) + $"#s={PageState.SpanName(span)}";

    /// <summary>The path of an entry of the rail.</summary>
    public static string PathOf(Section section) =>
        section is Section.Brief or Section.None ? "/" : $"/{section.ToString().ToLowerInvariant()}";

    /// <summary>As much of an article's id as addresses have.</summary>
    public static string ShortArticle(string id) => id[..Math.Min(ArticleDigits, id.Length)];

    private static string Escaped(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));

    private sealed class LiveLinks : PageLinks
    {
        public override bool IsLive => true;

        public override string Asset(string name) => $"/assets/{name}?v={AssetFiles.Find(name)?.Hash}";

        public override string To(string path, PageState state, params ReadOnlySpan<(string Name, string? Value)> more)
        {
            var address = new StringBuilder(Escaped(path));
            foreach (var (name, value) in state.Values())
                Add(address, name, value);
            foreach (var (name, value) in more)
                if (value is not null)
                    Add(address, name, value);
            return address.ToString();
        }

        private static void Add(StringBuilder address, string name, string value) =>
            address
                .Append(address.ToString().Contains('?', StringComparison.Ordinal) ? '&' : '?')
                .Append(name)
                .Append('=')
                .Append(Uri.EscapeDataString(value));
    }
}
