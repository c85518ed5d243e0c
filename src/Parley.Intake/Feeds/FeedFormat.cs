using Parley.Intake.Addresses;

namespace Parley.Intake.Feeds;

/// <summary>Feeds, sitemaps and lists of them (XML). In a file, the items' own texts are read; where the user asked for the network, the articles that they name.</summary>
internal sealed class FeedFormat : IInputFormat
{
    private const int Looked = 8192;

    public bool Fits(InputSource source) =>
        source.Stream.Text is { } text
        && text.AsSpan().TrimStart().StartsWith("<")
        && FeedReader.KindOf(text[..Math.Min(text.Length, Looked)]) != FeedKind.None;

    public IEnumerable<RawInput> Read(InputSource source, InputDoor door)
    {
        var (content, problem) = TextFormat.Bytes(source.Name, source.Stream);
        if (problem is not null)
            return [RawInput.Failed(source.Name, problem)];
        var (xml, fault, _) = Decoding.Decode(source.Name, content.Span, page: true, source.Facts.Charset, hasControls: true);
        return xml is null ? [RawInput.Failed(source.Name, fault!)] : Read(FeedReader.Read(xml), source, door);
    }

    /// <summary>The texts of a feed.</summary>
    public static IEnumerable<RawInput> Read(Feed feed, InputSource source, InputDoor door)
    {
        var now = door.Options.Now();
        var inputs =
            source.Follows && door.Options.Fetcher is not null || !feed.Items.Any(item => (item.Content ?? item.Summary) is not null)
                ? AddressReading.Follow(Addresses(feed, source.Name, now), What(feed.Kind), source, door)
                : FeedItems.Texts(feed, source.Name, now);
        var isFirst = true;
        foreach (var input in inputs)
        {
            // What is wrong with the feed is said once, with the first that comes of it.
            yield return isFirst && !feed.Faults.IsEmpty
                ? input with
                {
                    Notices = [IntakeProblems.BrokenXml(source.Name, string.Join(", ", feed.Faults)), .. input.Notices],
                }
                : input;
            isFirst = false;
        }
    }

    private static string What(FeedKind kind) =>
        kind switch
        {
            FeedKind.Sitemap => "a sitemap",
            FeedKind.SitemapIndex => "a list of sitemaps",
            FeedKind.Opml => "a list of feeds",
            _ => "a feed",
        };

    private static IEnumerable<(string, InputFacts)> Addresses(Feed feed, string name, DateTimeOffset now) =>
        feed
            .Feeds.Select(one => (one.Address, InputFacts.None))
            .Concat(
                feed.Items.Where(item => item.Link is not null).Select(item => (item.Link!, FeedItems.FactsOf(item, feed, name, now).Facts))
            );
}
