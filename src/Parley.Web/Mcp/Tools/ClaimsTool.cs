using System.Collections.Immutable;
using System.ComponentModel;
using ModelContextProtocol.Server;
using Parley.Answers;
using Parley.Claims;
using Parley.Intake;
using Parley.Web.Server;

namespace Parley.Web.Mcp.Tools;

/// <summary><c>parley_search_claims</c>: what is claimed to have been done.</summary>
[McpServerToolType]
internal sealed class ClaimsTool(ToolDesk desk)
{
    /// <summary>Letters by which two forms of one word may differ at their end.</summary>
    private const int Ending = 3;

    private const string Method =
        "claims of all articles, joined by deed, doer, object, place, day and number; status by rule from independent origins (docs/stages/9-claims.md); words are looked for in each claim's sentences";

    /// <summary>The tool.</summary>
    [McpServerTool(Name = "parley_search_claims", Title = "Search claims", ReadOnly = true, OpenWorld = false, UseStructuredContent = true)]
    [Description(
        "Searches what is claimed to have been done (attacks, withdrawals, deaths …), each claim once however many outlets carry it, with how it stands and its first sentence. Without a match the answer is that it is unverified, and when was last looked."
    )]
    public Task<ToolAnswer> Run(
        [Description("Words that all stand in a sentence of the claim or in its places; without it, all claims.")] string? query = null,
        [Description("Code or name of a doer or of those it was done to (RUS takes in RUS.MIL).")] string? party = null,
        [Description("A word of the deed (ASSAULT, RETREAT, killed …).")] string? deed = null,
        [Description("One status: claimed, supported, corroborated, agreed, doubted, contested, contradicted, disputed (parties only).")]
            string? status = null,
        [Description("ISO day: use only what had been published up to and with it.")] string? as_of = null,
        [Description("The most records, 1 to 50.")] int limit = 10,
        [Description("The next of the answer before.")] string? cursor = null,
        CancellationToken cancel = default
    ) =>
        desk.Ask(
            ledger =>
            {
                var (question, page) = (ToolDesk.Question(as_of, party, deed), ToolPage.Of(cursor, limit));
                desk.CheckParty(ledger, question);
                if (ToolDesk.Word(status) is { } asked && !ClaimsAnswer.Order.Contains(asked))
                    throw ProblemException.Field("status", Problems.NotOneOf("status", asked, string.Join(", ", ClaimsAnswer.Order)));
                var entries = desk.Ready.ClaimEntries(ledger, question.AsOf);
                var words = (query ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
                ImmutableArray<ClaimEntry> all =
                [
                    .. ClaimsAnswer
                        .Chosen(desk.Ready.Claims(ledger, question.AsOf), question)
                        .Select(claim => entries[claim.Claim.Id])
                        .Where(claim => ToolDesk.Word(status) is not { } one || claim.Status == one)
                        .Where(claim => words.All(word => Has(claim, word))),
                ];
                return desk.Answer(ledger, question, all, claim => claim.Id, page, Method, new ToolRecords(ledger).Of, () => Said(all));
            },
            cancel
        );

    private static string Said(ImmutableArray<ClaimEntry> all) =>
        $"{(all.Length == 1 ? "1 claim" : $"{all.Length} claims")}: {string.Join(", ", all.GroupBy(claim => claim.Status).Select(group => $"{group.Count()} {group.Key}"))}. A status says who tells it, not whether it is so.";

    private static bool Has(ClaimEntry claim, string word)
    {
        var stem = word[..(word.Length > 2 * Ending ? word.Length - Ending + 1 : word.Length)];
        return claim
            .Supports.Concat(claim.Contradicts)
            .Select(origin => origin.Quote.Sentence)
            .Concat(claim.Places)
            .Concat(claim.DoerNames)
            .Append(claim.Words)
            .Append(claim.Id)
            .Any(text => text.Contains(stem, StringComparison.OrdinalIgnoreCase));
    }
}
