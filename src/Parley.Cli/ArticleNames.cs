using Parley.Intake;
using Parley.Ledger;

namespace Parley.Cli;

/// <summary>Finds the articles of a ledger that users name.</summary>
internal static class ArticleNames
{
    private const int ShownDigits = 8;
    private const int LeastDigits = 4;
    private const int MostOffered = 4;

    /// <summary>The id of an article that is named by the first digits of its id, by its source or by its address; throws where it is none or more than one.</summary>
    public static string Find(ILedger ledger, string name)
    {
        var ids = name.Length >= LeastDigits && name.All(char.IsAsciiHexDigitLower) ? ledger.IdsThatBegin(name, MostOffered) : [];
        if (ids.Length == 0)
            ids =
            [
                .. ledger
                    .Articles(ReadingQuery.All, all: true)
                    .Where(article => article.Source == name || article.Url == name)
                    .Select(article => article.Id),
            ];
        if (ids.Length == 1)
            return ids[0];
        throw new ProblemException(
            Problems.NoArticleInLedger(
                name,
                ids.Length == 0
                    ? "see them with: parley articles"
                    : $"name one of {string.Join(", ", ids.Take(MostOffered).Select(id => id[..Math.Min(id.Length, 2 * ShownDigits)]))}"
            ),
            ExitCode.Usage
        );
    }

    /// <summary>The first digits of an article's id, as screens show it.</summary>
    public static string Short(string id) => id[..Math.Min(id.Length, ShownDigits)];
}
