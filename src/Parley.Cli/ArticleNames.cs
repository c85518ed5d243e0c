namespace Parley.Cli;

/// <summary>Articles as screens name them.</summary>
internal static class ArticleNames
{
    private const int ShownDigits = 8;

    /// <summary>The first digits of an article's id, as screens show it.</summary>
    public static string Short(string id) => id[..Math.Min(id.Length, ShownDigits)];
}
