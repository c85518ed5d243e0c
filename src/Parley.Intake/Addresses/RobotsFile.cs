using System.Globalization;

namespace Parley.Intake.Addresses;

/// <summary>What a server's <c>robots.txt</c> lets programs fetch (RFC 9309): of the rules for us, or else for all, the longest that fits decides.</summary>
internal sealed class RobotsFile
{
    /// <summary>As much of the file is read.</summary>
    public const int MostBytes = 512_000;

    private const int MostRules = 10_000;

    /// <summary>No wait between two requests is longer than this, whatever the file says.</summary>
    private static readonly TimeSpan s_longestDelay = TimeSpan.FromSeconds(30);

    private readonly List<(string Pattern, bool Allows)> _rules = [];

    /// <summary>How long to wait between two requests; null where it does not say.</summary>
    public TimeSpan? Delay { get; private set; }

    /// <summary>Lets everything be fetched.</summary>
    public static RobotsFile Open { get; } = new();

    /// <summary>Lets nothing be fetched: the server could not say.</summary>
    public static RobotsFile Closed { get; } = Parse("User-agent: *\nDisallow: /", "");

    /// <summary>Reads the file; lines that make no sense are passed over.</summary>
    /// <param name="text">The file.</param>
    /// <param name="agent">Our name.</param>
    public static RobotsFile Parse(string text, string agent)
    {
        var (ours, all) = (new RobotsFile(), new RobotsFile());
        var (isOurs, isAll, inAgents, named) = (false, false, false, false);
        foreach (var line in text.Split(['\n', '\r']))
        {
            var rule = line.Split('#', 2)[0];
            var mark = rule.IndexOf(':', StringComparison.Ordinal);
            if (mark < 0)
                continue;
            var (key, value) = (rule[..mark].Trim().ToLowerInvariant(), rule[(mark + 1)..].Trim());
            if (key == "user-agent")
            {
                if (!inAgents)
                    (isOurs, isAll) = (false, false);
                inAgents = true;
                isAll |= value == "*";
                if (agent.Length > 0 && value.Equals(agent, StringComparison.OrdinalIgnoreCase))
                    (isOurs, named) = (true, true);
                continue;
            }
            inAgents = false;
            foreach (var file in new[] { isOurs ? ours : null, isAll ? all : null })
                file?.Take(key, value);
        }
        return named ? ours : all;
    }

    /// <summary>True where a path with its query may be fetched.</summary>
    public bool Allows(string path)
    {
        var (best, allows) = (-1, true);
        foreach (var (pattern, isAllowed) in _rules)
            if (pattern.Length >= best && Fits(pattern, path) && (pattern.Length > best || isAllowed))
                (best, allows) = (pattern.Length, isAllowed);
        return allows;
    }

    private void Take(string key, string value)
    {
        if (key is "allow" or "disallow" && value.Length > 0 && _rules.Count < MostRules)
            _rules.Add((value, key == "allow"));
        else if (
            key == "crawl-delay"
            && double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
        )
            Delay = TimeSpan.FromSeconds(Math.Clamp(seconds, 0, s_longestDelay.TotalSeconds));
    }

    /// <summary>True where a pattern with <c>*</c> for anything and <c>$</c> for the end fits; time grows with the product of the lengths at most.</summary>
    private static bool Fits(string pattern, string path)
    {
        var isWhole = pattern.EndsWith('$');
        var parts = (isWhole ? pattern[..^1] : pattern).Split('*');
        if (!path.StartsWith(parts[0], StringComparison.Ordinal))
            return false;
        var at = parts[0].Length;
        for (var i = 1; i < parts.Length; i++)
        {
            if (isWhole && i == parts.Length - 1)
                return path.Length - at >= parts[i].Length && path.EndsWith(parts[i], StringComparison.Ordinal);
            var found = path.IndexOf(parts[i], at, StringComparison.Ordinal);
            if (found < 0)
                return false;
            at = found + parts[i].Length;
        }
        return !isWhole || at == path.Length;
    }
}
