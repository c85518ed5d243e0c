using Parley.Ledger;
using Parley.Records;
using Parley.Wording;

namespace Parley.Web.Parts;

/// <summary>What to call an article, whether or not it has a headline.</summary>
internal static class ArticleNames
{
    private const int MostWords = 12;

    /// <summary>Its headline, else its first words.</summary>
    public static string Of(Article article) =>
        article.Title ?? (article.Sentences is [var first, ..] ? FirstWords(ReadingEntries.OneLine(first.Of(article.Text))) : "Untitled");

    /// <summary>Its headline, else the file or id that it came in with.</summary>
    public static string Of(ArticleEntry entry) =>
        entry.Title ?? (entry.Source is { } source ? $"Untitled ({Path.GetFileName(source)})" : "Untitled");

    private static string FirstWords(string text)
    {
        var words = text.Split(' ');
        return words.Length <= MostWords ? text : string.Join(' ', words.Take(MostWords)) + " …";
    }
}
