using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Parley.Answers;
using Parley.Web.Access;
using Parley.Web.Paging;

namespace Parley.Web.Figures;

/// <summary><c>/figures</c>: counts over time, side by side by who counts; <c>kind=people</c> leaves out troops, arms, money and the like.</summary>
internal static class FiguresPage
{
    /// <summary>Adds the address.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/figures", Get);

    private static async Task<IResult> Get(HttpContext http, Workbench bench, ReadyAnswers ready)
    {
        var frame = await bench.Frame(http, Section.Figures);
        var all = await bench.Ask(ledger => ready.Figures(ledger, frame.State.AsOf), http.RequestAborted);
        ImmutableArray<FigureAnswer> asked = [.. all.Where(figure => figure.IsAsked(frame.State))];
        var kind = http.Request.Query["kind"].ToString();
        ImmutableArray<FigureAnswer> chosen = kind switch
        {
            "" or "people" => [.. asked.Where(figure => Parley.Claims.ClaimReader.IsOfPeople(figure.Measure))],
            "other" => [.. asked.Where(figure => !Parley.Claims.ClaimReader.IsOfPeople(figure.Measure))],
            _ => throw Server.ProblemException.Field("kind", Intake.Problems.NotOneOf("kind", kind, "people, other")),
        };
        return new PageResult<FiguresView>(
            frame,
            (nameof(FiguresView.Figures), chosen),
            (nameof(FiguresView.IsOther), kind == "other"),
            (nameof(FiguresView.Elsewhere), asked.Length - chosen.Length),
            (nameof(FiguresView.First), PageNumbers.First(http.Request.Query))
        );
    }
}
