using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Parley.Intake.Feeds;

/// <summary>What an item is known by, and what is known of its article.</summary>
internal static class FeedItems
{
    /// <summary>An item's key: its own id, else its address, else a sum of its words. 64 bits in hexadecimal.</summary>
    public static string KeyOf(FeedItem item)
    {
        var told = item.Guid ?? item.Link ?? $"{item.Title}\n{item.Content ?? item.Summary}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(told)).AsSpan(0, 8));
    }

    /// <summary>What the feed says of an item's article, and what is wrong with that.</summary>
    public static (InputFacts Facts, ImmutableArray<Problem> Notices) FactsOf(FeedItem item, Feed feed, string name, DateTimeOffset now)
    {
        var date = FeedDates.Read(item.Date, now);
        var facts = new InputFacts
        {
            Url = item.Link,
            Title = item.Title,
            Byline = item.Author,
            Publisher = item.Publisher ?? feed.Title,
            // When a page of a plain sitemap changed is not when it was published.
            Published = item.IsPlainAddress ? null : date,
        };
        return (
            facts,
            date is null && !string.IsNullOrWhiteSpace(item.Date) && !item.IsPlainAddress
                ? [IntakeProblems.UnlikelyDate(name, item.Date.Length > 60 ? item.Date[..60] : item.Date)]
                : []
        );
    }

    /// <summary>The items of a feed whose own texts are read; nothing is fetched.</summary>
    public static IEnumerable<RawInput> Texts(Feed feed, string name, DateTimeOffset now)
    {
        for (var i = 0; i < feed.Items.Length; i++)
        {
            var item = feed.Items[i];
            var label = $"{name}:{(i + 1).ToString(CultureInfo.InvariantCulture)}";
            if ((item.Content ?? item.Summary) is not { } text)
                continue;
            var (facts, notices) = FactsOf(item, feed, label, now);
            yield return FeedText.Input(label, text, facts) with
            {
                Notices = notices,
            };
        }
    }
}
