using System.Collections.Immutable;
using System.Text;
using Parley.Intake.Addresses;

namespace Parley.Intake.Feeds;

/// <summary>Reads RSS 2.0, RSS 1.0, Atom, sitemaps (those of news too), lists of sitemaps and OPML, sound or not.</summary>
/// <remarks>In: a text. Out: what it says, as it says it; an item is ended by the beginning of the next where its end is missing. No address is fetched.</remarks>
internal sealed class FeedReader
{
    /// <summary>No more items of one feed are read.</summary>
    private const int MostItems = 50_000;

    private readonly XmlTokens _tokens;
    private readonly ImmutableArray<FeedItem>.Builder _items = ImmutableArray.CreateBuilder<FeedItem>();
    private readonly ImmutableArray<NamedFeed>.Builder _feeds = ImmutableArray.CreateBuilder<NamedFeed>();
    private FeedKind _kind;
    private string? _title;

    private FeedReader(string xml) => _tokens = new XmlTokens(xml);

    /// <summary>Reads a feed; its kind is <see cref="FeedKind.None"/> where it is none.</summary>
    public static Feed Read(string xml)
    {
        var reader = new FeedReader(xml);
        return reader.Read();
    }

    /// <summary>What a text that begins so is; it may still be something else.</summary>
    public static FeedKind KindOf(string start)
    {
        var tokens = new XmlTokens(start.TrimStart());
        while (tokens.Next())
            if (tokens.Kind == XmlTokenKind.Start)
                return KindOf(tokens.Name, isRoot: true);
            else if (!string.IsNullOrWhiteSpace(tokens.Text))
                return FeedKind.None;
        return FeedKind.None;
    }

    private static FeedKind KindOf(string name, bool isRoot) =>
        name switch
        {
            "rss" or "feed" => FeedKind.Feed,
            "rdf" or "channel" when isRoot => FeedKind.Feed,
            "urlset" => FeedKind.Sitemap,
            "sitemapindex" => FeedKind.SitemapIndex,
            "opml" => FeedKind.Opml,
            _ => FeedKind.None,
        };

    private Feed Read()
    {
        while (_items.Count < MostItems && _feeds.Count < MostItems && _tokens.Next())
        {
            if (_tokens.Kind != XmlTokenKind.Start)
                continue;
            if (_kind == FeedKind.None)
            {
                _kind = KindOf(_tokens.Name, isRoot: true);
                if (_kind == FeedKind.None)
                    break;
                continue;
            }
            switch (_tokens.Name)
            {
                case "item" or "entry":
                    Add(Fields("item", "entry"));
                    break;
                case "url" when _kind == FeedKind.Sitemap:
                    AddAddress(Fields("url"));
                    break;
                case "sitemap" when _kind == FeedKind.SitemapIndex:
                    var named = Fields("sitemap");
                    if (Address(named.GetValueOrDefault("loc")) is { } address)
                        _feeds.Add(new NamedFeed(address, named.GetValueOrDefault("lastmod")));
                    break;
                case "outline" when Address(_tokens.Attribute("xmlUrl")) is { } feed:
                    _feeds.Add(new NamedFeed(feed, null));
                    break;
                case "image" or "textinput":
                    Inner("image", "textinput", "item", "entry");
                    break;
                case "title" when _title is null:
                    _title = Line(Inner("item", "entry").Text);
                    break;
            }
        }
        return new Feed(_kind, _title, _items.ToImmutable(), _feeds.ToImmutable(), [.. _tokens.Faults]);
    }

    /// <summary>The elements of an item by their names, the first of a name; links by what they are for.</summary>
    /// <param name="names">What ends it, beginning anew or ending.</param>
    private Dictionary<string, string> Fields(params ReadOnlySpan<string> names)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        if (_tokens.Attribute("about") is { Length: > 0 } about)
            fields["about"] = about;
        if (_tokens.IsEmpty)
            return fields;
        while (_tokens.Next())
        {
            if (names.Contains(_tokens.Name) && _tokens.Kind is XmlTokenKind.Start or XmlTokenKind.End)
            {
                if (_tokens.Kind == XmlTokenKind.Start)
                    _tokens.Back();
                return fields;
            }
            if (_tokens.Kind == XmlTokenKind.End && _tokens.Name is "channel" or "rss" or "feed" or "rdf" or "urlset")
                return fields;
            if (_tokens.Kind != XmlTokenKind.Start || _tokens.Name is "news:news" or "news:publication")
                continue;
            var (name, href) = (_tokens.Name, _tokens.Attribute("href"));
            if (name == "link" && (_tokens.Attribute("rel") ?? "alternate") is var rel)
                name = rel == "alternate" ? "link" : $"link-{rel}";
            if (name == "guid" && _tokens.Attribute("isPermaLink") is "false")
                name = "guid-only";
            if (name == "content" && _tokens.Attribute("src") is not null)
                name = "content-elsewhere";
            var text = _tokens.IsEmpty ? "" : Inner(names).Text;
            if (
                (href is { Length: > 0 } && name.StartsWith("link", StringComparison.Ordinal) ? href : text) is { Length: > 0 } value
                && !string.IsNullOrWhiteSpace(value)
            )
                fields.TryAdd(name, value);
        }
        return fields;
    }

    /// <summary>What stands in the element that has begun: its text, or its markup where it holds some.</summary>
    /// <param name="enders">Elements around it, at whose beginning or end it has been left open.</param>
    private (string Text, bool HasMarkup) Inner(params ReadOnlySpan<string> enders)
    {
        var name = _tokens.Name;
        if (_tokens.IsEmpty)
            return ("", false);
        var (text, depth, start, hasMarkup) = (new StringBuilder(), 0, -1, false);
        while (_tokens.Next())
        {
            if (start < 0)
                start = _tokens.Start;
            if (_tokens.Kind == XmlTokenKind.Text)
            {
                text.Append(_tokens.Text);
                continue;
            }
            var isEnder = enders.Contains(_tokens.Name) && _tokens.Name != name;
            if (isEnder || (_tokens.Kind == XmlTokenKind.End && _tokens.Name == name && depth-- == 0))
            {
                var end = _tokens.Start;
                if (isEnder)
                    _tokens.Back();
                return hasMarkup ? (_tokens.Raw(start, end), true) : (text.ToString(), false);
            }
            hasMarkup = true;
            if (_tokens.Kind == XmlTokenKind.Start && _tokens.Name == name && !_tokens.IsEmpty)
                depth++;
        }
        _tokens.Faults.Add("it breaks off");
        return (text.ToString(), false);
    }

    private void Add(Dictionary<string, string> fields)
    {
        string? First(params ReadOnlySpan<string> names)
        {
            foreach (var name in names)
                if (fields.TryGetValue(name, out var value))
                    return value;
            return null;
        }
        var guid = First("guid", "guid-only", "id")?.Trim();
        var item = new FeedItem
        {
            Guid = guid,
            Link =
                Address(First("feedburner:origlink"))
                ?? Address(First("link"))
                ?? Address(First("guid"))
                ?? Address(First("about"))
                ?? Address(First("id")),
            Title = Line(First("title", "media:title")),
            Date = First("pubdate", "published", "dc:date", "issued", "dcterms:issued", "created", "updated", "modified", "date")?.Trim(),
            Content = First("content:encoded", "content"),
            Summary = First("description", "summary", "media:description"),
            Author = Line(First("dc:creator", "author")),
            Publisher = Line(First("source")),
        };
        if (item.Link is not null || item.Content is not null || item.Summary is not null)
            _items.Add(item);
    }

    private void AddAddress(Dictionary<string, string> fields)
    {
        if (Address(fields.GetValueOrDefault("loc")) is { } address)
            _items.Add(
                new FeedItem
                {
                    Link = address,
                    Title = Line(fields.GetValueOrDefault("news:title")),
                    Date = (fields.GetValueOrDefault("news:publication_date") ?? fields.GetValueOrDefault("lastmod"))?.Trim(),
                    Publisher = Line(fields.GetValueOrDefault("news:name")),
                    IsPlainAddress = !fields.ContainsKey("news:title"),
                }
            );
    }

    /// <summary>A text on one line, without markup; null for nothing.</summary>
    private static string? Line(string? text)
    {
        if (text is null)
            return null;
        if (text.Contains('<', StringComparison.Ordinal))
            text = FeedText.Plain(text);
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length is 0 or > 1000 ? null : line;
    }

    private static string? Address(string? text) =>
        text?.Trim() is { Length: < 4096 } address && AddressFetcher.IsAddress(address) && Uri.TryCreate(address, UriKind.Absolute, out _)
            ? address
            : null;
}
