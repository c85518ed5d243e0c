using System.Collections.Immutable;
using System.Globalization;
using Parley.Intake.Addresses;
using Parley.Intake.Feeds;

namespace Parley.Intake.Watch;

/// <summary>Asks feeds for what is new, and fetches it.</summary>
/// <remarks>
/// An item whose whole text stands in the feed is read from there; others are fetched, and where that fails for good, what the feed has of them is read. A feed
/// that fails is left alone, longer each time, and as long as its server asks. One thread may poll while another notes what is done with.
/// </remarks>
/// <param name="state">What was seen.</param>
/// <param name="fetcher">Fetches.</param>
/// <param name="every">The time between two polls of a feed.</param>
public sealed class FeedWatch(FeedState state, AddressFetcher fetcher, TimeSpan every)
{
    /// <summary>A text of the feed's own that is so long is taken for the article.</summary>
    private const int WholeArticle = 1500;

    /// <summary>A shorter text of the feed's own is not worth reading.</summary>
    private const int FewestWorth = 200;

    private const int MostTries = 5;

    /// <summary>What changed before is passed over in sitemaps that hold more than news.</summary>
    private static readonly TimeSpan s_recent = TimeSpan.FromDays(3);

    private static readonly TimeSpan s_longestRest = TimeSpan.FromDays(1);

    private readonly Lock _gate = new();
    private readonly InputDoor _door = new(new InputOptions { Fetcher = fetcher, Now = fetcher.Clock.Now });

    /// <summary>When a feed is to be asked next.</summary>
    public DateTimeOffset Due(string feed)
    {
        var entry = state.Of(feed);
        return entry.RestsUntil ?? (entry.Asked is { } asked ? asked + every : DateTimeOffset.MinValue);
    }

    /// <summary>Says why a feed is left alone for now; null where it may be asked.</summary>
    public Problem? Rests(string feed) =>
        state.Of(feed).RestsUntil is { } until && until > fetcher.Clock.Now()
            ? AddressProblems.Rests(feed, until.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture))
            : null;

    /// <summary>Asks a feed, and gives the texts of what is new in it, one after the other as they are fetched.</summary>
    /// <param name="feed">The address of a feed, a sitemap or a list of them.</param>
    public IEnumerable<WatchedInput> Poll(string feed) => Poll(feed, depth: 0);

    /// <summary>Notes that an item is done with.</summary>
    public void Done(WatchedInput input)
    {
        if (input.Key is not { } key)
            return;
        lock (_gate)
        {
            var entry = state.Of(input.Feed);
            entry.Seen[key] = Today;
            entry.Tries.Remove(key);
        }
    }

    private int Today => (int)(fetcher.Clock.Now() - DateTimeOffset.UnixEpoch).TotalDays;

    private IEnumerable<WatchedInput> Poll(string address, int depth)
    {
        FeedEntry entry;
        lock (_gate)
            entry = state.Of(address);
        var (feed, faults, problem) = Ask(address, entry);
        if (problem is not null)
            yield return new WatchedInput(RawInput.Failed(address, problem), address, null);
        if (feed is null)
            yield break;
        lock (_gate)
            FeedState.Prune(entry, feed.Items.Select(FeedItems.KeyOf).ToHashSet(StringComparer.Ordinal), Today);
        var met = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in feed.Items)
        {
            var key = FeedItems.KeyOf(item);
            if (!met.Add(key) || !IsNew(item, key, entry))
                continue;
            foreach (var input in Texts(item, feed, address, key, entry))
            {
                yield return faults.IsEmpty
                    ? input
                    : input with
                    {
                        Input = input.Input with { Notices = [.. faults, .. input.Input.Notices] },
                    };
                faults = [];
            }
        }
        if (depth >= 2)
            yield break;
        foreach (var named in feed.Feeds)
            if (
                named.Address != address
                && !(FeedDates.Read(named.Changed, fetcher.Clock.Now()) is { } day && IsOld(day))
                && Rests(named.Address) is null
            )
                foreach (var input in Poll(named.Address, depth + 1))
                    yield return input;
    }

    /// <summary>False for an item that is done with; one of a sitemap that changed long ago is so at once.</summary>
    private bool IsNew(FeedItem item, string key, FeedEntry entry)
    {
        lock (_gate)
        {
            if (entry.Seen.ContainsKey(key))
                return false;
            if (!item.IsPlainAddress || FeedDates.Read(item.Date, fetcher.Clock.Now()) is not { } day || !IsOld(day))
                return true;
            entry.Seen[key] = Today;
            return false;
        }
    }

    private bool IsOld(string day) =>
        DateTimeOffset.TryParse(day, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var changed)
        && changed < fetcher.Clock.Now() - s_recent;

    /// <summary>The feed; null where it has not changed or failed, and then why.</summary>
    private (Feed? Feed, ImmutableArray<Problem> Faults, Problem? Problem) Ask(string address, FeedEntry entry)
    {
        var now = fetcher.Clock.Now();
        entry.Asked = now;
        using var fetched = fetcher.Fetch(
            address,
            entry.ETag is null && entry.LastModified is null ? null : new AddressEntry(entry.ETag, entry.LastModified, now)
        );
        var (feed, problem) = fetched.Problem is null && !fetched.IsUnchanged ? Parse(address, fetched) : (null, fetched.Problem);
        if (problem is not null)
        {
            Fail(entry, problem, fetched, now);
            return (null, [], problem);
        }
        (entry.Failures, entry.RestsUntil, entry.Problem) = (0, null, null);
        if (feed is null)
            return (null, [], null);
        // Where items are still to be had, the feed has to be sent again.
        var faults = feed.Faults.IsEmpty ? [] : ImmutableArray.Create(IntakeProblems.BrokenXml(address, string.Join(", ", feed.Faults)));
        (entry.ETag, entry.LastModified) = (fetched.Entry?.ETag, fetched.Entry?.LastModified);
        return (feed, faults, null);
    }

    private void Fail(FeedEntry entry, Problem problem, Fetched fetched, DateTimeOffset now)
    {
        entry.Failures++;
        entry.Problem = problem.ToString();
        var rest = TimeSpan.FromTicks(Math.Min(every.Ticks * (1L << Math.Min(entry.Failures, 8)), s_longestRest.Ticks));
        entry.RestsUntil = now + (fetched.RetryAfter > rest ? fetched.RetryAfter.Value : rest);
    }

    private static (Feed? Feed, Problem? Problem) Parse(string address, Fetched fetched)
    {
        try
        {
            var (content, problem) = TextFormat.Bytes(address, new HeadStream(fetched.Content!));
            if (problem is not null)
                return (null, problem);
            if (Archives.Unpacking.IsGzip(content.Span))
            {
                using var gzip = Archives.Unpacking.Gzip(new MemoryStream(content.ToArray()), address);
                (content, problem) = TextFormat.Bytes(address, new HeadStream(gzip));
                if (problem is not null)
                    return (null, problem);
            }
            var (text, fault, _) = Decoding.Decode(address, content.Span, page: true, fetched.Charset, hasControls: true);
            if (text is null)
                return (null, fault);
            var feed = text.AsSpan().TrimStart().StartsWith("{") ? JsonFeedFormat.Parse(content) : FeedReader.Read(text);
            return feed is null || feed.Kind == FeedKind.None ? (null, AddressProblems.NotAFeed(address)) : (feed, null);
        }
        catch (ProblemDataException e)
        {
            return (null, e.Problem);
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            return (null, AddressProblems.Unreachable(address, "what it sends is damaged"));
        }
    }

    private IEnumerable<WatchedInput> Texts(FeedItem item, Feed feed, string address, string key, FeedEntry entry)
    {
        var name = item.Link ?? $"{address}#{key}";
        var (facts, notices) = FeedItems.FactsOf(item, feed, name, fetcher.Clock.Now());
        var own = item.Content ?? item.Summary;
        if (own is not null && (item.Link is null || FeedText.Length(item.Content) >= WholeArticle))
        {
            yield return new WatchedInput(FeedText.Input(name, own, facts) with { Notices = notices }, address, key);
            yield break;
        }
        if (item.Link is null)
            yield break;
        using var fetched = fetcher.Fetch(item.Link);
        if (fetched.Problem is { } problem)
        {
            yield return Missed(item, problem, fetched.MayComeLater, FeedText.Input(name, own ?? "", facts), address, key, entry);
            yield break;
        }
        if (fetched.Content is null)
            yield break;
        // An address of a feed is an article: what else it may be is not followed.
        WatchedInput? last = null;
        foreach (
            var input in InputDoor.Guarded(name, _door.Read(AddressReading.Source(item.Link, fetched, facts, AddressReading.MostHops)))
        )
        {
            if (last is not null)
                yield return last with
                {
                    Key = null,
                };
            last = new WatchedInput(input with { Notices = [.. notices, .. input.Notices] }, address, key);
        }
        if (last is not null)
            yield return last;
    }

    /// <summary>What is made of an item that could not be fetched: it is tried again where it may come, else what the feed has of it is read.</summary>
    private WatchedInput Missed(
        FeedItem item,
        Problem problem,
        bool mayComeLater,
        RawInput own,
        string address,
        string key,
        FeedEntry entry
    )
    {
        int tries;
        lock (_gate)
            tries = entry.Tries[key] = entry.Tries.GetValueOrDefault(key) + 1;
        if (mayComeLater && tries < MostTries)
        {
            // The feed has to be sent again, changed or not.
            (entry.ETag, entry.LastModified) = (null, null);
            return new WatchedInput(RawInput.Failed(own.Name, problem), address, null);
        }
        return FeedText.Length(item.Content ?? item.Summary) >= FewestWorth
            ? new WatchedInput(own with { Notices = [problem] }, address, key)
            : new WatchedInput(RawInput.Failed(own.Name, problem), address, key);
    }
}
