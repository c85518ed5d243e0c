using System.Collections.Immutable;
using System.Text;
using Parley.Records;

namespace Parley.Ledger.Origins;

/// <summary>
/// What is kept of an article to tell where its words come from, without its text: some 1.9 KB for 600 words. Two sketches are compared by
/// <see cref="TextOverlap"/>; <see cref="Keys"/> find those worth comparing.
/// </summary>
public sealed record ArticleSketch
{
    private const byte Version = 1;

    /// <summary>The article.</summary>
    public required string ArticleId { get; init; }

    /// <summary>The outlet, by the name that all its forms share; null when unknown.</summary>
    public string? Outlet { get; init; }

    /// <summary>ISO date or instant of publication; null when unknown.</summary>
    public string? Published { get; init; }

    /// <summary>Whom it credits; null when nobody.</summary>
    public Credit? Credit { get; init; }

    /// <summary>Runs of five words, those within quotation marks apart.</summary>
    public RunSet Own { get; init; } = RunSet.Empty;

    /// <summary>Runs that stand in quotation marks only: another's words, which two reporters may both have heard.</summary>
    public RunSet Quoted { get; init; } = RunSet.Empty;

    /// <summary>Names and numbers.</summary>
    public RunSet Values { get; init; } = RunSet.Empty;

    /// <summary>Keys to find it by, sorted: one run in eight or so. Any stretch of 20 words has one.</summary>
    public ImmutableArray<int> Keys { get; init; } = [];

    /// <summary>True when the article is an agency's own text: never a copy of what a customer printed within three days.</summary>
    public bool IsAgencyText =>
        Outlet is not null && (Credit?.Agency is { } agency ? OutletNames.IsSame(agency, Outlet) : OutletNames.IsAgency(Outlet));

    /// <summary>The sketch of an article.</summary>
    public static ArticleSketch Of(Article article)
    {
        var text = RunReader.Read(article);
        var own = RunSet.Of(text.Runs.Where(run => !run.IsQuoted).Select(run => run.Hash));
        return new ArticleSketch
        {
            ArticleId = article.Id,
            Outlet = article.Publisher is { } publisher ? OutletNames.Name(publisher) : null,
            Published = article.Published,
            Credit = CreditReader.Read(article),
            Own = own,
            Quoted = RunSet.Of(text.Runs.Where(run => run.IsQuoted).Select(run => run.Hash)),
            Values = RunSet.Of(text.Values),
            Keys = Winnowing.Keys(text.Runs),
        };
    }

    /// <summary>The least number of common keys at which another article is worth comparing: one in ten.</summary>
    public int LeastKeys => Math.Max(1, Keys.Length / 10);

    /// <summary>The sketch as bytes, the same for the same article everywhere; the id of the article is not in them.</summary>
    public byte[] ToBytes()
    {
        var bytes = new List<byte> { Version };
        Write(bytes, Outlet);
        Write(bytes, Published);
        bytes.Add((byte)(Credit is null ? 0 : 1 + (int)Credit.Place));
        Write(bytes, Credit?.Agency);
        Own.Write(bytes);
        Quoted.Write(bytes);
        Values.Write(bytes);
        Numbers.Write(bytes, (uint)Keys.Length);
        long last = int.MinValue;
        foreach (var key in Keys)
        {
            Numbers.Write(bytes, (uint)(key - last));
            last = key;
        }
        return [.. bytes];
    }

    /// <summary>Reads what <see cref="ToBytes"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The bytes are no sketch, or one of another version.</exception>
    public static ArticleSketch Read(string articleId, ReadOnlySpan<byte> bytes)
    {
        if (bytes is not [Version, ..])
            throw new InvalidDataException($"the sketch of {articleId} is not of version {Version}");
        bytes = bytes[1..];
        var (outlet, published) = (ReadText(ref bytes), ReadText(ref bytes));
        var place = Numbers.Read(ref bytes);
        var agency = ReadText(ref bytes);
        var sketch = new ArticleSketch
        {
            ArticleId = articleId,
            Outlet = outlet,
            Published = published,
            Credit = place == 0 ? null : new Credit(agency, (CreditPlace)(place - 1)),
            Own = RunSet.Read(ref bytes),
            Quoted = RunSet.Read(ref bytes),
            Values = RunSet.Read(ref bytes),
        };
        var keys = new int[Math.Min(Numbers.Read(ref bytes), (uint)bytes.Length)];
        long last = int.MinValue;
        for (var i = 0; i < keys.Length; i++)
            keys[i] = (int)(last += Numbers.Read(ref bytes));
        return sketch with { Keys = [.. keys] };
    }

    private static void Write(List<byte> bytes, string? text)
    {
        var encoded = Encoding.UTF8.GetBytes(text ?? "");
        Numbers.Write(bytes, (uint)encoded.Length);
        bytes.AddRange(encoded);
    }

    private static string? ReadText(ref ReadOnlySpan<byte> bytes)
    {
        var length = Numbers.Read(ref bytes);
        if (length > bytes.Length)
            throw new InvalidDataException("a sketch ends within a name");
        var text = Encoding.UTF8.GetString(bytes[..(int)length]);
        bytes = bytes[(int)length..];
        return text.Length == 0 ? null : text;
    }
}
