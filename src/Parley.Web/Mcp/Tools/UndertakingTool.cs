using System.ComponentModel;
using System.Globalization;
using ModelContextProtocol.Server;
using Parley.Answers;
using Parley.Assessments;
using Parley.Ledger;

namespace Parley.Web.Mcp.Tools;

/// <summary><c>parley_get_undertaking</c>: one undertaking with its evidence.</summary>
[McpServerToolType]
internal sealed class UndertakingTool(ToolDesk desk)
{
    private const string Method =
        "the tellings of one undertaking joined, its standing by rule (docs/concepts.md) from the weights of its witnesses; witnesses of one origin count once";

    /// <summary>The tool.</summary>
    [McpServerTool(
        Name = "parley_get_undertaking",
        Title = "One undertaking",
        ReadOnly = true,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [Description(
        "All that is known of one undertaking: its wordings, area, limits and what was left open; how it stands and how it came to stand so; then each witness for it, against it, and in doubt, with the sentence."
    )]
    public Task<ToolAnswer> Run(
        [Description("Its id, as parley_board gives it (rus-reduction-of-operations-2022-03-29).")] string id,
        [Description("ISO day: use only what had been published up to and with it.")] string? as_of = null,
        CancellationToken cancel = default
    ) =>
        desk.Ask(
            ledger =>
            {
                var question = ToolDesk.Question(as_of);
                var account = Find(ledger, id, question, desk.Bench.Now);
                var (entry, records) = (account.Entry, new ToolRecords(ledger));
                var own = records.Of(entry);
                own = own with
                {
                    Facts =
                    [
                        .. own.Facts,
                        .. new ToolFacts()
                            .Add("wording", account.Renderings)
                            .Add("act", account.Act)
                            .Add("matter", account.Matter)
                            .Add("degree", account.Degree)
                            .Add("form", account.Form)
                            .Add("sidedness", account.Sidedness)
                            .Add("strength, 0 to 4", account.Strength.ToString(CultureInfo.InvariantCulture))
                            .Add("cannot be tested", account.NotTestable)
                            .Add("supersedes", account.Supersedes)
                            .Add("that it is kept", Sum(account.Kept))
                            .Add("that it is broken", Sum(account.Broken))
                            .All,
                    ],
                };
                return desk.Answer(
                    ledger,
                    question,
                    [own, .. EvidenceTool.Witnesses(records, entry)],
                    Method,
                    $"{own.What} stands as {entry.State}: {entry.Supports.Length} for, {entry.Contradicts.Length} against, {entry.Doubts.Length} in doubt; {entry.Reports} reports, {entry.Outlets} outlets, {entry.Origins} independent origins."
                );
            },
            cancel
        );

    /// <summary>The account of an undertaking; throws, with near ids, where there is none.</summary>
    public static UndertakingAccount Find(ILedger ledger, string id, Question question, DateTimeOffset now) =>
        BoardAnswer.Account(ledger, id, question, now)
        ?? throw new RequestException(
            RequestFault.NotInLedger,
            "undertaking",
            id,
            NearWords.Of(id, BoardAnswer.Of(ledger, question, now).All.Select(entry => entry.Id)).FirstOrDefault() is { } near
                ? $"did you mean {near}?"
                : "see the ids with parley_board"
        );

    private static string Sum(AccountOfClaim claim) =>
        string.Create(CultureInfo.InvariantCulture, $"{claim.Status}, {claim.For:0.##} for and {claim.Against:0.##} against");
}
