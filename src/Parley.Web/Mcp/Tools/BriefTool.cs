using System.ComponentModel;
using ModelContextProtocol.Server;
using Parley.Answers;
using Parley.Ledger;
using Parley.Web.Access;
using Parley.Web.Paging;

namespace Parley.Web.Mcp.Tools;

/// <summary><c>parley_brief</c>: what changed since a day.</summary>
[McpServerToolType]
internal sealed class BriefTool(ToolDesk desk)
{
    private const int Days = 7;

    private const string Method =
        "how undertakings, proposals, positions, claims and figures stood the day before and stand now, the most important first";

    /// <summary>The tool.</summary>
    [McpServerTool(Name = "parley_brief", Title = "What changed", ReadOnly = true, OpenWorld = false, UseStructuredContent = true)]
    [Description(
        "What changed since a day: states, proposals, positions, claims and figures, the most important first, each with the sentence that brought it."
    )]
    public Task<ToolAnswer> Run(
        [Description("ISO day: the first whose reports are new; without it, a week before the last.")] string? since = null,
        [Description("Code or name of a party.")] string? party = null,
        [Description("A word of the topic.")] string? topic = null,
        [Description("ISO day: use only what had been published up to and with it.")] string? as_of = null,
        [Description("The most records, 1 to 50.")] int limit = 20,
        [Description("The next of the answer before.")] string? cursor = null,
        CancellationToken cancel = default
    ) =>
        desk.Guard(async () =>
        {
            var (question, page) = (ToolDesk.Question(as_of, party, topic), ToolPage.Of(cursor, limit));
            var asked = PageState.Day("since", ToolDesk.Word(since));
            var day = await desk.Bench.Ask(
                ledger =>
                {
                    desk.CheckParty(ledger, question);
                    return asked ?? BriefAnswer.Earlier(Judgement.Day(ledger, question.AsOf, desk.Bench.Now), Days);
                },
                cancel
            );
            var brief = await desk.Bench.Briefs.Of(day, question, desk.Bench.Now);
            return await desk.Bench.Ask(ledger => Answer(ledger, question, page, brief), cancel);
        });

    private ToolAnswer Answer(ILedger ledger, Question question, ToolPage page, BriefAnswer brief)
    {
        var answer = desk.Answer(
            ledger,
            question,
            brief.Changes,
            change => $"{change.Kind} {change.Subject} {change.To} {change.Because[0].Id}",
            page,
            Method,
            new ToolRecords(ledger).Of,
            () => $"{(brief.Changes.Length == 1 ? "1 change" : $"{brief.Changes.Length} changes")} from {brief.Since} to {brief.Until}."
        );
        return brief.Changes.IsEmpty && brief.Articles > 0
            ? answer with
            {
                Answer = $"Nothing changed from {brief.Since} to {brief.Until}; last looked {answer.Coverage.LastLooked}.",
            }
            : answer;
    }
}
