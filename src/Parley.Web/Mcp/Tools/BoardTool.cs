using System.Collections.Immutable;
using System.ComponentModel;
using ModelContextProtocol.Server;
using Parley.Answers;
using Parley.Assessments;
using Parley.Intake;
using Parley.Web.Server;

namespace Parley.Web.Mcp.Tools;

/// <summary><c>parley_board</c>: undertakings, word against deed.</summary>
[McpServerToolType]
internal sealed class BoardTool(ToolDesk desk)
{
    private const string Method =
        "undertakings of all articles, joined by party, kind and area; each judged by rule from who says that it is kept and who that it is not, by independent origins";

    /// <summary>The tool.</summary>
    [McpServerTool(Name = "parley_board", Title = "Undertakings by state", ReadOnly = true, OpenWorld = false, UseStructuredContent = true)]
    [Description(
        "Lists what parties promised (undertakings) with how each stands as of a day: holding, breached, contested, in-effect-unverified … Use parley_get_undertaking for one of them with its evidence."
    )]
    public Task<ToolAnswer> Run(
        [Description("Code or name of a party (RUS takes in RUS.MIL).")] string? party = null,
        [Description("A word of the kind or of the words of the promise.")] string? topic = null,
        [Description("One state, such as holding, breached, contested.")] string? state = null,
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
                if (ToolDesk.Word(state) is { } asked && !UndertakingStates.All.Contains(asked))
                    throw ProblemException.Field("state", Problems.NotOneOf("state", asked, string.Join(", ", UndertakingStates.All)));
                var board = desk.Ready.Board(ledger, question, desk.Bench.Now);
                ImmutableArray<BoardEntry> all =
                [
                    .. board.Entries.Where(entry => ToolDesk.Word(state) is not { } one || entry.State == one),
                ];
                return desk.Answer(ledger, question, all, entry => entry.Id, page, Method, new ToolRecords(ledger).Of, () => Said(all));
            },
            cancel
        );

    private static string Said(ImmutableArray<BoardEntry> all) =>
        $"{(all.Length == 1 ? "1 undertaking" : $"{all.Length} undertakings")}: {string.Join(", ", all.GroupBy(entry => entry.State).Select(group => $"{group.Count()} {group.Key}"))}.";
}
