using System.Collections.Frozen;
using Parley.Records;

namespace Parley.Ledger;

/// <summary>
/// Groups articles by where their words come from. An article is a copy of an earlier one when at least 0.8 of its runs of five words stand in
/// it; an agency's credit makes it that agency's. The measure is that of studies of agency copy in the press.
/// </summary>
public static class OriginFinder
{
    /// <summary>The least share of runs of five words that makes a copy.</summary>
    public const double CopyShare = 0.8;

    private const int RunWords = 5;
    private const int OpeningCharacters = 400;

    /// <summary>The origin of each reading, by article id.</summary>
    public static FrozenDictionary<string, ArticleOrigin> Find(IReadOnlyList<Reading> readings)
    {
        var runs = readings.Select(reading => Runs(Body(reading))).ToArray();
        var holders = new Dictionary<ulong, List<int>>();
        var origins = new Dictionary<string, ArticleOrigin>(StringComparer.Ordinal);
        var publishers = readings.Select(reading => reading.Article.Publisher).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        for (var at = 0; at < readings.Count; at++)
        {
            var article = readings[at].Article;
            var (copied, share) = Copied(runs[at], holders);
            var credit = Credit(readings[at], publishers);
            var key = credit ?? (copied >= 0 ? origins[readings[copied].Article.Id].Key : article.Publisher ?? article.Id);
            origins[article.Id] = new ArticleOrigin(article.Id, key, copied >= 0 ? readings[copied].Article.Id : null, share);
            foreach (var run in runs[at])
                if (holders.TryGetValue(run, out var held))
                    held.Add(at);
                else
                    holders.Add(run, [at]);
        }
        return origins.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The earlier article that holds most of these runs, where that is enough to be a copy; else -1.</summary>
    private static (int At, double Share) Copied(HashSet<ulong> runs, Dictionary<ulong, List<int>> holders)
    {
        var counts = new SortedDictionary<int, int>();
        foreach (var run in runs)
            if (holders.TryGetValue(run, out var held))
                foreach (var at in held)
                    counts[at] = counts.GetValueOrDefault(at) + 1;
        var (best, most) = (-1, 0);
        foreach (var (at, count) in counts)
            if (count > most)
                (best, most) = (at, count);
        var share = runs.Count == 0 ? 0 : (double)most / runs.Count;
        return share >= CopyShare ? (best, share) : (-1, 0);
    }

    /// <summary>The agency named in brackets before the dash of a dateline, or alone on the last line, or as the byline.</summary>
    private static string? Credit(Reading reading, HashSet<string> publishers)
    {
        var text = reading.Article.Text;
        var opening = text.AsSpan(0, Math.Min(text.Length, OpeningCharacters));
        for (var close = opening.IndexOf(')'); close >= 0; )
        {
            var open = opening[..close].LastIndexOf('(');
            if (open >= 0 && opening[(close + 1)..].TrimStart() is [('-' or '–' or '—'), ..] && IsName(opening[(open + 1)..close]))
                return opening[(open + 1)..close].ToString();
            var next = opening[(close + 1)..].IndexOf(')');
            close = next < 0 ? -1 : close + 1 + next;
        }
        var last = text.AsSpan().TrimEnd();
        last = last[(last.LastIndexOf('\n') + 1)..].Trim();
        if (last is ['(', .., ')'] && publishers.Contains(last[1..^1].ToString()))
            return last[1..^1].ToString();
        return reading.Article.Byline is { } byline
            ? publishers.FirstOrDefault(name =>
                name != reading.Article.Publisher && byline.StartsWith(name, StringComparison.OrdinalIgnoreCase)
            )
            : null;
    }

    private static bool IsName(ReadOnlySpan<char> words) =>
        words.Length is > 1 and < 40 && char.IsUpper(words[0]) && !words.ContainsAnyInRange('0', '9');

    /// <summary>The sentences, without masthead, headline and other furniture.</summary>
    private static IEnumerable<string> Body(Reading reading) =>
        reading.Article.Sentences.IsEmpty
            ? [reading.Article.Text]
            : reading.Article.Sentences.Select(sentence => sentence.Of(reading.Article.Text).ToString());

    private static HashSet<ulong> Runs(IEnumerable<string> sentences)
    {
        var runs = new HashSet<ulong>();
        var window = new Queue<ulong>();
        foreach (var sentence in sentences)
        foreach (var word in Words(sentence))
        {
            window.Enqueue(word);
            if (window.Count > RunWords)
                window.Dequeue();
            if (window.Count == RunWords)
                runs.Add(window.Aggregate(14695981039346656037UL, (hash, next) => (hash ^ next) * 1099511628211UL));
        }
        return runs;
    }

    /// <summary>FNV-1a of each word in lower case; marks and spaces only part words.</summary>
    private static IEnumerable<ulong> Words(string sentence)
    {
        var hash = 0UL;
        foreach (var c in sentence)
            if (char.IsLetterOrDigit(c))
                hash = ((hash == 0 ? 14695981039346656037UL : hash) ^ char.ToLowerInvariant(c)) * 1099511628211UL;
            else if (hash != 0)
            {
                yield return hash;
                hash = 0;
            }
        if (hash != 0)
            yield return hash;
    }
}
