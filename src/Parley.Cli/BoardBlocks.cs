using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Parley.Assessments;
using Parley.Ledger;
using Parley.Links;
using Parley.Records;
using Parley.Undertakings;

namespace Parley.Cli;

/// <summary>
/// The board as a function over blocks: undertakings meet by party and kind, articles reach a party by what it does and by what is said of it.
/// Gives the entries of <c>board</c> and of <c>queue</c>.
/// </summary>
internal sealed class BoardBlocks : IBlockFunction
{
    private static readonly EvidenceWeigher s_weigher = new();

    /// <inheritdoc/>
    public string Name => "board";

    /// <inheritdoc/>
    public string Version => LedgerRun.Of("").Rules;

    /// <inheritdoc/>
    public IEnumerable<string> Keys(Reading reading) =>
        reading
            .Undertakings.Where(undertaking => !undertaking.Uncertain)
            .Select(undertaking => UndertakingPledge.Of(undertaking, reading))
            .OfType<Pledge>()
            .Where(pledge => !pledge.Party.StartsWith('#'))
            .Select(KeyOf);

    /// <inheritdoc/>
    public IEnumerable<string> Scopes(Reading reading) =>
        reading.Actors.Select(actor => Side.Of(actor, reading.Actors)).Where(side => !side.StartsWith('#')).Distinct(StringComparer.Ordinal);

    /// <inheritdoc/>
    public string ScopeOf(string key) => key[..key.IndexOf('/')];

    /// <inheritdoc/>
    public ImmutableArray<BlockSubject> Join(string key, ImmutableArray<Reading> tellers, JoinDecisions joins) =>
        [.. UndertakingJoiner.Join(tellers).Where(joined => KeyOf(joined.Pledge) == key).Select(SubjectOf)];

    /// <inheritdoc/>
    public bool Bears(BlockSubject subject, Reading reading) => !s_weigher.Weigh(PledgeOf(subject), reading, []).IsEmpty;

    /// <inheritdoc/>
    public ImmutableArray<DerivedRow> Assess(string key, BlockSubject subject, ImmutableArray<Reading> involved, BlockContext context)
    {
        if (Of(subject, involved) is not { } assessment)
            return [];
        var entry = new BoardEntry(assessment);
        var decision = context.Joins.Of(subject.Id);
        var state = decision?.Value ?? entry.Status;
        return
        [
            new DerivedRow
            {
                Kind = "board",
                Id = subject.Id,
                Party = assessment.Undertaking.Pledge.Party,
                Topic = entry.Kind,
                Day = assessment.Undertaking.Pledge.Since,
                State = state,
                Body = BoardJson.Entry(entry, subject.Id, decision),
            },
            .. CheckList.Of(subject, assessment, involved, changed => Of(subject, changed) is { } other ? new BoardEntry(other).Status : null),
        ];
    }

    private static Assessment? Of(BlockSubject subject, ImmutableArray<Reading> involved) =>
        Assessor.Assess(involved).FirstOrDefault(assessment => SubjectOf(assessment.Undertaking).Id == subject.Id);

    private static string KeyOf(Pledge pledge) => $"{pledge.Party}/{UndertakingNames.Of(pledge.Kind)}";

    private static BlockSubject SubjectOf(JoinedUndertaking joined)
    {
        var first = joined.Tellings[0];
        var name = $"{first.Reading.Article.Id} {KeyOf(joined.Pledge)} {first.Undertaking.Evidence[0]}";
        return new BlockSubject
        {
            Id = "u" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..10],
            Scope = JsonSerializer.Serialize(joined.Pledge, BlockJson.Default.Pledge),
            Since = joined.Pledge.Since,
            Tellers = [.. joined.Tellings.Select(telling => telling.Reading.Article.Id).Distinct(StringComparer.Ordinal)],
        };
    }

    private static Pledge PledgeOf(BlockSubject subject) => JsonSerializer.Deserialize(subject.Scope, BlockJson.Default.Pledge)!;
}
