using Parley.Records;

namespace Parley.Ledger;

/// <summary>Makes documents of articles again.</summary>
public static class Documents
{
    /// <summary>What can be told from an article of the document that it was read from: a page's headings cannot.</summary>
    public static SourceDocument Of(Article article) =>
        new()
        {
            Text = article.Text,
            Source = article.Source,
            Url = article.Url,
            Publisher = article.Publisher,
            Section = article.Section,
            Title = article.Title,
            Byline = article.Byline,
            Published = article.Published,
        };
}
