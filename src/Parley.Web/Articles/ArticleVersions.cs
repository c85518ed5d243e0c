using System.Collections.Immutable;
using Parley.Answers;
using Parley.Ledger;
using Parley.Records;

namespace Parley.Web.Articles;

/// <summary>What differs between an article and the version before it.</summary>
/// <param name="NewText">Paragraphs that the version before has not, in order.</param>
/// <param name="GoneText">Paragraphs that it alone has, in order.</param>
/// <param name="Records">Records that only one of the two has.</param>
public sealed record ArticleVersions(ImmutableArray<string> NewText, ImmutableArray<string> GoneText, ImmutableArray<RecordChange> Records)
{
    /// <summary>Of an article; null where there is no version before it.</summary>
    public static ArticleVersions? Of(ILedger ledger, ArticleAnswer? answer)
    {
        if (answer?.Earlier is not { } earlier || ledger.Find(earlier.Id) is not { } before)
            return null;
        var (old, young) = (Paragraphs(before.Article), Paragraphs(answer.Reading.Article));
        return new ArticleVersions([.. young.Except(old)], [.. old.Except(young)], Changes(ledger, answer.Reading.Article.Id, earlier.Id));
    }

    /// <summary>A ledger keeps them with whichever of the two came in last.</summary>
    private static ImmutableArray<RecordChange> Changes(ILedger ledger, string newer, string older) =>
        ledger.VersionChanges(newer) is { IsEmpty: false } changes
            ? changes
            : [.. ledger.VersionChanges(older).Select(change => change with { IsGone = !change.IsGone })];

    private static ImmutableArray<string> Paragraphs(Article article) =>
        [.. article.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}
