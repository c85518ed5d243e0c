using System.Collections.Immutable;
using Parley.Answers;
using Parley.Corrections;
using Parley.Ledger;

namespace Parley.Web.Api;

/// <summary>An outlet.</summary>
/// <param name="Outlet">Its name.</param>
/// <param name="Owner">Who owns it; null when unknown.</param>
/// <param name="Country">Its country, ISO 3166 alpha-3; null when unknown or of no one country.</param>
/// <param name="StateRun">Whether a state runs it; null when unknown.</param>
/// <param name="Agency">Whether it is an agency, whose text others print; null when unknown.</param>
/// <param name="Reliability">A to F; F, cannot be judged, until somebody judges it.</param>
/// <param name="Articles">Number of its articles.</param>
/// <param name="Grades">Every judgement of its reliability, oldest first; the last holds.</param>
public sealed record ApiOutlet(
    string Outlet,
    string? Owner,
    string? Country,
    bool? StateRun,
    bool? Agency,
    string Reliability,
    int Articles,
    ImmutableArray<ApiGrade> Grades
)
{
    /// <summary>An outlet of the registry.</summary>
    public static ApiOutlet Of(SourceAnswer answer) =>
        new(
            answer.Entry.Outlet,
            answer.Entry.Owner,
            answer.Entry.Country,
            answer.Entry.StateRun,
            answer.Entry.Agency,
            answer.Entry.Reliability.ToString(),
            answer.Articles,
            [.. answer.Entry.Grades.Select(grade => new ApiGrade(grade.Reliability?.ToString() ?? "", grade.At, grade.By, grade.Why))]
        );
}

/// <summary>A judgement of an outlet's reliability.</summary>
/// <param name="Reliability">A to F.</param>
/// <param name="At">ISO instant at which it was said.</param>
/// <param name="By">Who said it.</param>
/// <param name="Why">Why.</param>
public sealed record ApiGrade(string Reliability, string At, string By, string Why);

/// <summary>An article in which words were found.</summary>
/// <param name="Article">Its id.</param>
/// <param name="Source">The file or id that it came in with; null when unknown.</param>
/// <param name="Publisher">The outlet; null when unknown.</param>
/// <param name="Published">When it was published; null when unknown.</param>
/// <param name="Title">The headline; null when there is none.</param>
/// <param name="Sentences">Its sentences with most of the words, in the order of the text.</param>
public sealed record ApiFound(
    string Article,
    string? Source,
    string? Publisher,
    string? Published,
    string? Title,
    ImmutableArray<ApiFoundSentence> Sentences
)
{
    /// <summary>An article of an answer.</summary>
    public static ApiFound Of(SearchAnswer found) =>
        new(
            found.Article.Id,
            found.Article.Source,
            found.Article.Publisher,
            found.Article.Published,
            found.Article.Title,
            [
                .. found.Sentences.Select(sentence => new ApiFoundSentence(
                    sentence.Span.Of(found.Article.Text).ToString(),
                    sentence.Span.Start,
                    sentence.Span.End,
                    [.. sentence.Records.Select(record => new ApiFoundRecord(record.Id, CorrectionJson.Spell(record.Kind)))]
                )),
            ]
        );
}

/// <summary>A sentence in which words were found.</summary>
/// <param name="Sentence">The sentence.</param>
/// <param name="Start">Where it begins in the article's text.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Records">The records that stand in it.</param>
public sealed record ApiFoundSentence(string Sentence, int Start, int End, ImmutableArray<ApiFoundRecord> Records);

/// <summary>A record that stands in a sentence.</summary>
/// <param name="Id">Its id in the article's reading.</param>
/// <param name="Kind">What it is (<c>event</c>).</param>
public sealed record ApiFoundRecord(string Id, string Kind);

/// <summary>How much a ledger holds.</summary>
/// <param name="Articles">Articles in force.</param>
/// <param name="Superseded">Articles that a newer version took the place of.</param>
/// <param name="Removed">Articles that were removed.</param>
/// <param name="Readings">Readings, older ones of the same article included.</param>
/// <param name="Records">Records in force by kind.</param>
/// <param name="Runs">The runs that made readings.</param>
/// <param name="Corrections">Corrections in the log, undone ones and undoings included.</param>
/// <param name="Schema">Version of the tables.</param>
/// <param name="Bytes">Bytes that it takes on disk.</param>
public sealed record ApiStatistics(
    long Articles,
    long Superseded,
    long Removed,
    long Readings,
    ImmutableSortedDictionary<string, long> Records,
    ImmutableArray<ApiRun> Runs,
    long Corrections,
    int Schema,
    long Bytes
)
{
    /// <summary>The statistics of a ledger.</summary>
    public static ApiStatistics Of(LedgerStatistics statistics) =>
        new(
            statistics.Articles,
            statistics.Superseded,
            statistics.Removed,
            statistics.Readings,
            statistics.Records.ToImmutableSortedDictionary(pair => pair.Kind, pair => pair.Count, StringComparer.Ordinal),
            [.. statistics.Runs.Select(pair => new ApiRun(pair.Run.Id, pair.Run.Model, pair.Run.Rules, pair.Readings))],
            statistics.Corrections,
            statistics.Schema,
            statistics.Bytes
        );
}

/// <summary>What made readings.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Model">The language model.</param>
/// <param name="Rules">The hash of the rules and words.</param>
/// <param name="Readings">How many readings in force it made.</param>
public sealed record ApiRun(string Id, string Model, string Rules, long Readings);
