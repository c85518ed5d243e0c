using System.Collections.Immutable;
using System.ComponentModel;
using ModelContextProtocol.Server;
using Parley.Answers;
using Parley.Assessments;
using Parley.Claims;
using Parley.Ledger;
using Parley.Wording;

namespace Parley.Web.Mcp.Tools;

/// <summary><c>parley_get_evidence</c>: the sentences behind a claim, an undertaking or a record.</summary>
[McpServerToolType]
internal sealed class EvidenceTool(ToolDesk desk)
{
    private const string Method =
        "who says so and who the contrary, each origin once with its weightiest sentence; copies are folded (docs/stages/9-claims.md)";

    /// <summary>The tool.</summary>
    [McpServerTool(Name = "parley_get_evidence", Title = "Evidence", ReadOnly = true, OpenWorld = false, UseStructuredContent = true)]
    [Description(
        "The sentences behind a claim (c18418794), an undertaking or a record (549ae1b4/e4): who supports it, who contradicts it, what is unclear, each with outlet, day and origin."
    )]
    public Task<ToolAnswer> Run(
        [Description("Id of a claim, an undertaking, or a record.")] string id,
        [Description("ISO day: use only what had been published up to and with it.")] string? as_of = null,
        CancellationToken cancel = default
    ) =>
        desk.Ask(
            ledger =>
            {
                var question = ToolDesk.Question(as_of);
                if (desk.Ready.Claim(ledger, id, question.AsOf) is { } claim)
                    return OfClaim(ledger, question, claim);
                if (id.Contains('/', StringComparison.Ordinal))
                    return OfRecord(ledger, question, id);
                var entry = UndertakingTool.Find(ledger, id, question, desk.Bench.Now).Entry;
                var witnesses = Witnesses(new ToolRecords(ledger), entry);
                return desk.Answer(
                    ledger,
                    question,
                    witnesses,
                    Method,
                    witnesses.IsEmpty
                        ? $"{id} stands as {entry.State}; nobody speaks for or against it. {ToolDesk.Unverified(desk.Coverage(ledger, question.AsOf))}"
                        : $"{id} stands as {entry.State}, with {entry.Origins} independent origins."
                );
            },
            cancel
        );

    /// <summary>The witnesses of an undertaking.</summary>
    public static ImmutableArray<ToolRecord> Witnesses(ToolRecords records, BoardEntry entry) =>
        [
            .. entry.Supports.Select(witness => records.Of(witness, "supports")),
            .. entry.Contradicts.Select(witness => records.Of(witness, "contradicts")),
            .. entry.Doubts.Select(witness => records.Of(witness, "doubts")),
        ];

    private ToolAnswer OfClaim(ILedger ledger, Question question, ClaimEntry claim)
    {
        var records = new ToolRecords(ledger);
        ImmutableArray<ToolRecord> evidence =
        [
            .. claim.Supports.Select(origin => records.Of(origin, "supports")),
            .. claim.Contradicts.Select(origin => records.Of(origin, "contradicts")),
            .. claim.Unclear.Select(records.Of),
        ];
        return desk.Answer(
            ledger,
            question,
            evidence,
            Method,
            $"Claim {claim.Id} is {claim.Status}: {claim.Supports.Length} origins say so, {claim.Contradicts.Length} the contrary. {claim.WouldChange}"
        );
    }

    private ToolAnswer OfRecord(ILedger ledger, Question question, string id)
    {
        var (reading, key) = RecordNames.Find(ledger, id);
        ImmutableArray<ToolRecord> found =
        [
            .. ReadingEntries.Of(reading).Where(entry => entry.Id == key.Id).Select(entry => ToolRecords.Of(reading, entry)),
        ];
        return desk.Answer(
            ledger,
            question,
            found,
            "the record alone: no claim over several articles hangs on it",
            found.IsEmpty
                ? $"{key.Name} is a {key.Kind.ToString().ToLowerInvariant()}, which has no evidence of its own."
                : $"{found[0].What}."
        );
    }
}
