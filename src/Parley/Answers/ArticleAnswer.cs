using System.Collections.Immutable;
using Parley.Ledger;
using Parley.Ledger.Origins;
using Parley.Records;

namespace Parley.Answers;

/// <summary>One article with its reading and what a ledger knows besides.</summary>
public sealed record ArticleAnswer
{
    /// <summary>The reading in force.</summary>
    public required Reading Reading { get; init; }

    /// <summary>What is known besides the text.</summary>
    public required ArticleEntry Entry { get; init; }

    /// <summary>The article that it copies; null where it copies none that is known.</summary>
    public ArticleEntry? Original { get; init; }

    /// <summary>The share of its own words that stand in <see cref="Original"/>, 0 to 1, by runs of five; null where it copies none.</summary>
    public double? Copied { get; init; }

    /// <summary>Whom it credits for its words; null where nobody.</summary>
    public Credit? Credit { get; init; }

    /// <summary>The articles that copy it.</summary>
    public ImmutableArray<ArticleEntry> Copies { get; init; } = [];

    /// <summary>The version before it; null where there is none.</summary>
    public ArticleEntry? Earlier { get; init; }

    /// <summary>Asks a ledger; null where it has no article, or more than one, whose id begins so.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="article">The article's id or its first digits.</param>
    /// <param name="known">All entries, removed ones too, where they are at hand; asked for otherwise.</param>
    public static ArticleAnswer? Of(ILedger ledger, string article, ImmutableArray<ArticleEntry> known = default)
    {
        if (SentenceAnswer.Find(ledger, article) is not { } id || ledger.Find(id) is not { } reading)
            return null;
        var all = !known.IsDefault ? known : ledger.Articles(ReadingQuery.All, all: true);
        if (all.FirstOrDefault(entry => entry.Id == id) is not { } own)
            return null;
        var original = own.CopyOf is { } copied ? all.FirstOrDefault(entry => entry.Id == copied) : null;
        return new ArticleAnswer
        {
            Reading = reading,
            Entry = own,
            Original = original,
            Copied = original is null ? null : ShareIn(reading.Article, ledger.Find(original.Id)?.Article),
            Credit = CreditReader.Read(reading.Article),
            Copies = [.. all.Where(entry => entry.CopyOf == id && entry.Removed is null)],
            Earlier = all.FirstOrDefault(entry => entry.NextVersion == id),
        };
    }

    private static double? ShareIn(Article article, Article? original) =>
        original is null ? null : TextOverlap.Of(ArticleSketch.Of(article), ArticleSketch.Of(original)).Share;
}
