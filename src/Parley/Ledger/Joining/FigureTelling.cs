using System.Collections.Immutable;
using Parley.Ledger.Origins;
using Parley.Ledger.Stories;
using Parley.Lexicons;
using Parley.Records;

namespace Parley.Ledger.Joining;

/// <summary>A figure as one article gives it, with what it counts and who counted.</summary>
public sealed record FigureTelling
{
    private static readonly Lexicon s_corrections = LexiconSet.Get("lexicons/correction-words");

    /// <summary>The record.</summary>
    public required RecordKey Key { get; init; }

    /// <summary>The figure.</summary>
    public required Figure Figure { get; init; }

    /// <summary>The happening or, where the figure counts none that is known, the story: what must be the same for two figures to be compared.</summary>
    public required string Matter { get; init; }

    /// <summary>Who counted: the key of the record's origin.</summary>
    public required string Counter { get; init; }

    /// <summary>ISO date or instant of publication; null when unknown.</summary>
    public string? Published { get; init; }

    /// <summary>Places of the event that it counts; empty when not told.</summary>
    public ImmutableArray<Place> Places { get; init; } = [];

    /// <summary>Stems of the words for those counted; empty when not told.</summary>
    public ImmutableArray<string> Who { get; init; } = [];

    /// <summary>True where its sentence says that an earlier number was wrong.</summary>
    public bool IsCorrection { get; init; }

    /// <summary>The key by which a ledger looks up the figures that one may be compared with.</summary>
    public string Block => $"{Matter}/{Figure.Measure}/{Figure.Unit}";

    /// <summary>The telling of a figure.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="reading">Its reading.</param>
    /// <param name="matter">Id of the joined event that it counts, else of the story.</param>
    /// <param name="origin">The origin of the article's own words.</param>
    public static FigureTelling Of(Figure figure, Reading reading, string matter, ArticleOrigin origin)
    {
        var happening = reading.Events.FirstOrDefault(other => other.Id == figure.Event);
        return new FigureTelling
        {
            Key = new RecordKey(reading.Article.Id, figure.Id),
            Figure = figure,
            Matter = matter,
            Counter = RecordOrigin.Of(reading, figure.Statement, figure.Span, origin).Key,
            Published = reading.Article.Published,
            Places = happening is null
                ? []
                : [.. reading.Places.Where(place => place.Id == happening.Place || happening.Places.Contains(place.Id))],
            Who = [.. WordBag.StemsOf(figure.Who ?? "").Where(stem => StoryWords.Tells(stem))],
            IsCorrection = reading
                .Article.Sentences.Where(sentence => sentence.Contains(figure.Span))
                .Any(sentence => HasCorrection(sentence.Of(reading.Article.Text))),
        };
    }

    private static bool HasCorrection(ReadOnlySpan<char> sentence)
    {
        foreach (var range in sentence.SplitAny(" ,.;:()"))
            if (s_corrections.Contains(sentence[range]))
                return true;
        return false;
    }
}
