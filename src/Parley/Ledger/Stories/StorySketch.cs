using System.Collections.Immutable;
using System.Globalization;
using Parley.Ledger.Origins;
using Parley.Records;

namespace Parley.Ledger.Stories;

/// <summary>What is kept of an article to tell which story it belongs to: the words that say most about it, with their weights, in some 250 bytes.</summary>
public sealed record StorySketch
{
    /// <summary>Number of words that are kept.</summary>
    public const int MostTerms = 48;

    private const byte Version = 1;
    private const int KeyTerms = 12;

    /// <summary>The article.</summary>
    public required string ArticleId { get; init; }

    /// <summary>ISO date or instant of publication; null when unknown.</summary>
    public string? Published { get; init; }

    /// <summary>Hashes of word stems and their weights, by hash.</summary>
    public ImmutableArray<(uint Stem, ushort Weight)> Terms
    {
        get;
        init => (field, Length) = (value, Math.Sqrt(value.Sum(term => (double)term.Weight * term.Weight)));
    } = [];

    /// <summary>Hashes of the twelve words that weigh most, sorted: two articles of one story share one.</summary>
    public ImmutableArray<int> Keys =>
        [
            .. Terms
                .OrderByDescending(term => term.Weight)
                .ThenBy(term => term.Stem)
                .Take(KeyTerms)
                .Select(term => unchecked((int)term.Stem))
                .Order(),
        ];

    /// <summary>Number of the day of publication, from 1 January of the year 1 on; null when unknown.</summary>
    public int? Day =>
        Published is { Length: >= 10 }
        && DateOnly.TryParseExact(Published[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day.DayNumber
            : null;

    private double Length { get; init; }

    /// <summary>The sketch of an article.</summary>
    public static StorySketch Of(Article article) =>
        new()
        {
            ArticleId = article.Id,
            Published = article.Published,
            Terms = StoryWords.Weigh(article),
        };

    /// <summary>How alike two articles are, 0 to 1: the cosine of their words.</summary>
    public double Likeness(StorySketch other)
    {
        var a = Terms.AsSpan();
        var b = other.Terms.AsSpan();
        long sum = 0;
        for (int i = 0, j = 0; i < a.Length && j < b.Length; )
        {
            var (left, right) = (a[i].Stem, b[j].Stem);
            if (left == right)
                sum += (long)a[i].Weight * b[j].Weight;
            i += left <= right ? 1 : 0;
            j += right <= left ? 1 : 0;
        }
        return sum == 0 ? 0 : sum / (Length * other.Length);
    }

    /// <summary>The sketch as bytes; id and date of the article are not in them.</summary>
    public byte[] ToBytes()
    {
        var bytes = new List<byte> { Version };
        Numbers.Write(bytes, (uint)Terms.Length);
        uint last = 0;
        foreach (var (stem, weight) in Terms)
        {
            Numbers.Write(bytes, stem - last);
            Numbers.Write(bytes, weight);
            last = stem;
        }
        return [.. bytes];
    }

    /// <summary>Reads what <see cref="ToBytes"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The bytes are no sketch, or one of another version.</exception>
    public static StorySketch Read(string articleId, string? published, ReadOnlySpan<byte> bytes)
    {
        if (bytes is not [Version, ..])
            throw new InvalidDataException($"the story sketch of {articleId} is not of version {Version}");
        bytes = bytes[1..];
        var terms = new (uint, ushort)[Math.Min(Numbers.Read(ref bytes), MostTerms)];
        uint last = 0;
        for (var i = 0; i < terms.Length; i++)
            terms[i] = (last += Numbers.Read(ref bytes), (ushort)Numbers.Read(ref bytes));
        return new StorySketch
        {
            ArticleId = articleId,
            Published = published,
            Terms = [.. terms],
        };
    }
}
