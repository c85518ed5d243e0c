using System.Collections.Immutable;
using System.ComponentModel;
using System.Globalization;
using ModelContextProtocol.Server;
using Parley.Answers;

namespace Parley.Web.Mcp.Tools;

/// <summary><c>parley_list_sources</c>: the outlets.</summary>
[McpServerToolType]
internal sealed class SourcesTool(ToolDesk desk)
{
    private const string Method =
        "facts of lexicons/source-facts and what users said; reliability is judged by users alone and F until then";

    /// <summary>The tool.</summary>
    [McpServerTool(Name = "parley_list_sources", Title = "Sources", ReadOnly = true, OpenWorld = false, UseStructuredContent = true)]
    [Description(
        "The outlets of the ledger: owner, country, whether a state runs it, whether it is an agency, reliability A to F as users judged it, number of articles."
    )]
    public Task<ToolAnswer> Run(
        [Description("A part of the outlet's name.")] string? outlet = null,
        [Description("ISO day: count only what had been published up to and with it.")] string? as_of = null,
        [Description("The most records, 1 to 50.")] int limit = 50,
        [Description("The next of the answer before.")] string? cursor = null,
        CancellationToken cancel = default
    ) =>
        desk.Ask(
            ledger =>
            {
                var (question, page, name) = (ToolDesk.Question(as_of), ToolPage.Of(cursor, limit), ToolDesk.Word(outlet));
                ImmutableArray<SourceAnswer> all =
                [
                    .. SourceAnswer
                        .All(ledger, question.AsOf)
                        .Where(source => name is null || source.Entry.Outlet.Contains(name, StringComparison.OrdinalIgnoreCase)),
                ];
                return desk.Answer(
                    ledger,
                    question,
                    all,
                    source => source.Entry.Outlet,
                    page,
                    Method,
                    Of,
                    () => all.Length == 1 ? "1 outlet." : $"{all.Length} outlets."
                );
            },
            cancel
        );

    private static ToolRecord Of(SourceAnswer source) =>
        new()
        {
            Id = source.Entry.Outlet,
            Kind = "source",
            What = source.Entry.Outlet,
            Quote = null,
            Span = null,
            Source = new ToolSource(source.Entry.Outlet, null),
            Status = source.Entry.Reliability.ToString(),
            Confidence = null,
            Facts = new ToolFacts()
                .Add("owner", source.Entry.Owner)
                .Add("country", source.Entry.Country)
                .Add("state-run", YesOrNo(source.Entry.StateRun))
                .Add("agency", YesOrNo(source.Entry.Agency))
                .Add("articles", source.Articles.ToString(CultureInfo.InvariantCulture))
                .Add("judged", source.Entry.Grades.Select(grade => $"{grade.Reliability} since {grade.At[..10]}, {grade.By}: {grade.Why}"))
                .All,
        };

    private static string? YesOrNo(bool? value) =>
        value switch
        {
            true => "yes",
            false => "no",
            null => null,
        };
}
