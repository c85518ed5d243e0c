using System.Collections.Immutable;
using Parley.Records;

namespace Parley.Assessments;

/// <summary>What is known on a day, judged whole: the rules as they are written, for what <see cref="EvidenceTally"/> cannot keep.</summary>
internal sealed class EvidenceAtOnce(Life life, AssessmentWeights weights, bool isDoneOnce, IReadOnlyCollection<LifeEvent> known)
    : IKnownEvidence
{
    private Compliance? _compliance;

    /// <inheritdoc/>
    public IReadOnlyCollection<LifeEvent> All => known;

    /// <inheritdoc/>
    public bool Has(Turn turn) => known.Any(one => one.Turn == turn);

    /// <inheritdoc/>
    public bool IsImplemented =>
        known.Any(one => !one.IsOwn && one.Item.Stance != Stance.Doubts && (one.Item.Stance == Stance.Supports || one.IsAttributed));

    /// <inheritdoc/>
    public bool IsDoneByOthers => known.Any(one => IKnownEvidence.IsWhole(one, isDoneOnce) && !one.IsOwn);

    /// <inheritdoc/>
    public ClaimStatus Done => ComplianceJudge.Keeping(life, known.Where(one => IKnownEvidence.IsWhole(one, isDoneOnce)), weights).Status;

    /// <inheritdoc/>
    public (UndertakingStatus State, string Rule, bool IsBroken) Compliance => (Judged.State, Judged.Rule, Judged.Broken.IsEstablished);

    /// <inheritdoc/>
    public ImmutableArray<string> Because => Judged.Because;

    private Compliance Judged => _compliance ??= ComplianceJudge.Judge(life, known, weights);
}
