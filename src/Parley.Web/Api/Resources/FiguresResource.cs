using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Parley.Answers;
using Parley.Records;
using Parley.Web.Access;
using Parley.Web.Paging;

namespace Parley.Web.Api.Resources;

/// <summary><c>/api/v1/figures</c>: counts over time, side by side by who counts.</summary>
internal static class FiguresResource
{
    private static readonly ApiTable<FigureAnswer> s_table = new(
        series => $"{series.Values[0].Citation.Id} {series.Measure} {series.Who} {series.Day}",
        ("measure", series => ReadingJson.Spell(series.Measure)),
        ("who", series => series.Who),
        ("place", series => series.Place),
        ("day", series => series.Day),
        ("values", series => string.Join("; ", series.Values.Select(value => value.Words))),
        ("counters", series => string.Join("; ", series.Values.Select(value => value.Counter).Distinct())),
        ("quote", series => series.Values[0].Citation.Sentence),
        ("outlet", series => series.Values[0].Citation.Outlet),
        ("record", series => series.Values[0].Citation.Id)
    );

    /// <summary>Adds the address.</summary>
    public static void Map(IEndpointRouteBuilder routes) =>
        new ApiRoute
        {
            Id = "figures",
            Path = "/figures",
            Summary = "Counts over time: each number with who counts it and what superseded it; none is added or averaged.",
            Answer = typeof(ApiList<FigureAnswer>),
            Table = s_table,
            Parameters = ApiParameters.OfQuestions,
        }.Get(routes, Get);

    private static async Task<IResult> Get(HttpContext http, Workbench bench, ReadyAnswers ready)
    {
        var state = PageState.Of(http.Request.Query);
        ApiCoverage.Tell(http, await bench.Ask(ledger => ready.Coverage(ledger, state.AsOf), http.RequestAborted));
        var (figures, day) = await bench.Ask(
            ledger =>
            {
                ImmutableArray<FigureAnswer> chosen = [.. ready.Figures(ledger, state.AsOf).Where(series => series.IsAsked(state))];
                return (chosen, Judgement.Day(ledger, state.AsOf, bench.Now));
            },
            http.RequestAborted
        );
        return ApiAnswer.List(http, day, figures, s_table);
    }
}
