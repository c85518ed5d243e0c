using System.Collections.Immutable;
using Parley.Corrections;
using Parley.Ledger;
using Parley.Records;

namespace Parley.Answers;

/// <summary>An article in which words were found, with the sentences that have most of them and the records that stand there.</summary>
/// <param name="Article">The article.</param>
/// <param name="Sentences">The sentences, in the order of the text.</param>
public sealed record SearchAnswer(Article Article, ImmutableArray<FoundSentence> Sentences)
{
    private const int MostSentences = 3;
    private const int DayLength = 10;

    /// <summary>Letters by which two forms of one word may differ at their end.</summary>
    private const int Ending = 3;

    /// <summary>ISO day of its publication; null when unknown.</summary>
    public string? Day => Article.Published is { Length: >= DayLength } published ? published[..DayLength] : null;

    /// <summary>Searches a ledger; the best articles first.</summary>
    public static ImmutableArray<SearchAnswer> Of(ILedger ledger, SearchQuery query)
    {
        var words = query.Words.Split([' ', '"'], StringSplitOptions.RemoveEmptyEntries);
        return
        [
            .. ledger
                .Search(query)
                .Select(id => ledger.Find(id)!)
                .Select(reading => new SearchAnswer(
                    reading.Article,
                    [.. Best(reading, words).Select(sentence => new FoundSentence(sentence, Records(reading, sentence)))]
                )),
        ];
    }

    /// <summary>The sentences with most of the words, in the order of the text.</summary>
    private static IEnumerable<Span> Best(Reading reading, string[] words) =>
        reading
            .Article.Sentences.Select(sentence => (Sentence: sentence, Count: Count(sentence.Of(reading.Article.Text), words)))
            .Where(pair => pair.Count > 0)
            .OrderByDescending(pair => pair.Count)
            .ThenBy(pair => pair.Sentence)
            .Take(MostSentences)
            .Select(pair => pair.Sentence)
            .Order();

    private static int Count(ReadOnlySpan<char> sentence, string[] words)
    {
        var count = 0;
        foreach (var word in words)
        foreach (var range in sentence.SplitAny(" ,.;:!?()“”\"'’"))
            if (IsForm(sentence[range], word))
            {
                count++;
                break;
            }
        return count;
    }

    private static bool IsForm(ReadOnlySpan<char> found, string word)
    {
        var stem = word.AsSpan(0, word.Length > 2 * Ending ? word.Length - Ending + 1 : word.Length);
        return found.StartsWith(stem, StringComparison.OrdinalIgnoreCase) && found.Length <= word.Length + Ending;
    }

    private static ImmutableArray<FoundRecord> Records(Reading reading, Span sentence) =>
        [
            .. RecordFinder
                .All(reading)
                .Where(record => record.Kind > RecordKind.Time && sentence.Contains(record.Evidence))
                .Select(record => new FoundRecord(record.Id, record.Kind)),
        ];
}

/// <summary>A sentence in which words were found.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Records">What stands in it.</param>
public sealed record FoundSentence(Span Span, ImmutableArray<FoundRecord> Records);

/// <summary>A record in a sentence.</summary>
/// <param name="Id">Its id in the article (<c>s4</c>).</param>
/// <param name="Kind">What it is.</param>
public readonly record struct FoundRecord(string Id, RecordKind Kind);
