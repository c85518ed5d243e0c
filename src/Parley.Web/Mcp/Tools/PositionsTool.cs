using System.ComponentModel;
using ModelContextProtocol.Server;
using Parley.Answers;
using Parley.Web.Paging;

namespace Parley.Web.Mcp.Tools;

/// <summary><c>parley_list_positions</c>: who wants what at the table.</summary>
[McpServerToolType]
internal sealed class PositionsTool(ToolDesk desk)
{
    private const string Method =
        "positions of all articles by party and topic; the newest telling of each stands; drift compares it with the newest before the day (docs/stages/9-negotiations.md)";

    /// <summary>The tool.</summary>
    [McpServerTool(Name = "parley_list_positions", Title = "Positions", ReadOnly = true, OpenWorld = false, UseStructuredContent = true)]
    [Description(
        "How each party stands to each topic of the talks: demands, proposes, offers, is open to, accepts, accepts on a condition, rejects; in its words, and how that moved since a day."
    )]
    public Task<ToolAnswer> Run(
        [Description("Code or name of a party.")] string? party = null,
        [Description("A word of the topic (neutrality, guarantees …).")] string? topic = null,
        [Description("ISO day from which movement is told.")] string? since = null,
        [Description("ISO day: use only what had been published up to and with it.")] string? as_of = null,
        [Description("The most records, 1 to 50.")] int limit = 10,
        [Description("The next of the answer before.")] string? cursor = null,
        CancellationToken cancel = default
    ) =>
        desk.Ask(
            ledger =>
            {
                var (question, page) = (ToolDesk.Question(as_of, party, topic), ToolPage.Of(cursor, limit));
                desk.CheckParty(ledger, question);
                var all = desk.Ready.Matrix(ledger, question, PageState.Day("since", ToolDesk.Word(since))).Positions;
                return desk.Answer(
                    ledger,
                    question,
                    all,
                    course => $"{course.Side} {course.Topic}",
                    page,
                    Method,
                    new ToolRecords(ledger).Of,
                    () =>
                        $"{(all.Length == 1 ? "1 position" : $"{all.Length} positions")} on {string.Join(", ", all.Select(course => course.Topic).Distinct())}."
                );
            },
            cancel
        );
}
