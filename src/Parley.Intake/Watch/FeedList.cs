using Parley.Intake.Addresses;
using Parley.Intake.Feeds;

namespace Parley.Intake.Watch;

/// <summary>Which feeds are to be watched: addresses, and files that list them (OPML, or one address a line).</summary>
public static class FeedList
{
    /// <summary>The addresses that names stand for, each once, and what is wrong with those that stand for none.</summary>
    /// <param name="names">Addresses and files.</param>
    public static (IReadOnlyList<string> Feeds, IReadOnlyList<Problem> Problems) Read(IEnumerable<string> names)
    {
        var (feeds, problems) = (new List<string>(), new List<Problem>());
        foreach (var name in names)
        {
            if (AddressFetcher.IsAddress(name))
                feeds.Add(name);
            else if (FromFile(name) is var (listed, problem) && problem is null)
                feeds.AddRange(listed);
            else
                problems.Add(problem);
        }
        return ([.. feeds.Distinct(StringComparer.Ordinal)], problems);
    }

    private static (List<string> Feeds, Problem? Problem) FromFile(string name)
    {
        byte[] bytes;
        try
        {
            if (!File.Exists(name))
                return ([], Problems.NotFound(name));
            bytes = File.ReadAllBytes(name);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return ([], Problems.CannotOpen(name, e.Message));
        }
        var (text, problem, _) = Decoding.Decode(name, bytes, page: true, hasControls: true);
        if (text is null)
            return ([], problem);
        var listed = text.AsSpan().TrimStart().StartsWith("<")
            ? FeedReader.Read(text).Feeds.Select(feed => feed.Address)
            : text.Split('\n')
                .Select(line => line.Trim())
                .Where(line => AddressFetcher.IsAddress(line) && !line.Contains(' ', StringComparison.Ordinal));
        var feeds = listed.ToList();
        return feeds.Count > 0 ? (feeds, null) : ([], AddressProblems.NotAFeed(name));
    }
}
