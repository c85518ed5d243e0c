using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Parley.Answers;
using Parley.Ledger;
using Parley.Web.Access;
using Parley.Web.Paging;
using Parley.Web.Server;

namespace Parley.Web.Api.Resources;

/// <summary><c>/api/v1/search</c>: words in texts and records.</summary>
internal static class SearchResource
{
    /// <summary>The most articles that one search finds; who has more asks more closely.</summary>
    private const int Most = 1000;

    private static readonly ApiTable<ApiFound> s_table = new(
        found => found.Article,
        ("article", found => found.Article),
        ("source", found => found.Source),
        ("publisher", found => found.Publisher),
        ("published", found => found.Published),
        ("title", found => found.Title),
        ("sentences", found => string.Join(" … ", found.Sentences.Select(sentence => sentence.Sentence)))
    );

    /// <summary>Adds the address.</summary>
    public static void Map(IEndpointRouteBuilder routes) =>
        new ApiRoute
        {
            Id = "search",
            Path = "/search",
            Summary =
                "Words in the texts, names and topics; the best article first, with the sentences and the records in them. At most 1000 articles.",
            Answer = typeof(ApiList<ApiFound>),
            Table = s_table,
            Parameters =
            [
                new("q", "Words that all stand in an article; \"several words\" stand together.", "ceasefire", IsRequired: true),
                .. ApiParameters.OfQuestions,
            ],
        }.Get(routes, Get);

    private static async Task<IResult> Get(HttpContext http, Workbench bench)
    {
        var state = PageState.Of(http.Request.Query);
        var words = ApiQuery.Word(http, "q") ?? throw ProblemException.Field("q", WebProblems.BadRequest("no word to search is given"));
        var (found, day) = await bench.Ask(
            ledger =>
            {
                var query = new SearchQuery(words)
                {
                    AsOf = state.AsOf,
                    Party = state.Party,
                    Topic = state.Topic,
                    Limit = Most,
                };
                ImmutableArray<ApiFound> all = [.. SearchAnswer.Of(ledger, query).Select(ApiFound.Of)];
                return (all, Judgement.Day(ledger, state.AsOf, bench.Now));
            },
            http.RequestAborted
        );
        return ApiAnswer.List(http, day, found, s_table);
    }
}
