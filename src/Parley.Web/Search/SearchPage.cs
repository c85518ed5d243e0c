using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Parley.Answers;
using Parley.Ledger;
using Parley.Web.Access;
using Parley.Web.Paging;

namespace Parley.Web.Search;

/// <summary><c>/search?q=WORDS</c>: words in the texts and names of the ledger, with the records that stand there.</summary>
internal static class SearchPage
{
    /// <summary>The most articles that are shown.</summary>
    public const int MostArticles = 50;

    private const int MostLetters = 400;

    /// <summary>Adds the address.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/search", Get);

    private static async Task<IResult> Get(HttpContext http, Workbench bench)
    {
        var frame = await bench.Frame(http, Section.Search);
        var words = http.Request.Query["q"].ToString().Trim();
        if (words.Length > MostLetters)
            throw Server.ProblemException.Field("q", Server.WebProblems.BadRequest($"more than {MostLetters} letters are looked for"));
        // A half quotation is looked for as if it were none.
        var asked = words.Count(letter => letter == '"') % 2 == 0 ? words : words.Replace("\"", "", StringComparison.Ordinal);
        var found = asked.Any(char.IsLetterOrDigit)
            ? await bench.Ask(ledger => SearchAnswer.Of(ledger, Query(asked, frame.State)), http.RequestAborted)
            : [];
        return new PageResult<SearchView>(frame, (nameof(SearchView.Words), words), (nameof(SearchView.Found), found));
    }

    private static SearchQuery Query(string words, PageState state) =>
        new(words)
        {
            AsOf = state.AsOf,
            Party = state.Party,
            Topic = state.Topic,
            Limit = MostArticles,
        };
}
