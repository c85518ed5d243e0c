using Parley.Records;

namespace Parley.Intake;

/// <summary>The article of an HTML page.</summary>
internal static class Page
{
    /// <summary>Reads a page; null when no article is found in it.</summary>
    public static SourceDocument? Read(string html)
    {
        using var reader = new SmartReader.Reader("https://page.invalid/", html);
        var article = reader.GetArticle();
        return string.IsNullOrWhiteSpace(article.TextContent)
            ? null
            : new SourceDocument
            {
                Text = article.TextContent.Trim(),
                Title = article.Title,
                IsExtracted = true,
            };
    }
}
