namespace Parley.Assessments;

/// <summary>How what is told of an undertaking's keeping stands over all articles of a ledger.</summary>
public enum AssessmentStatus
{
    /// <summary>Only the party itself tells of it, however many outlets carry it.</summary>
    Claimed,

    /// <summary>One origin outside the party says that it is being kept.</summary>
    Supported,

    /// <summary>At least two independent origins outside the party say so, or the adversary and another, and none says otherwise.</summary>
    Corroborated,

    /// <summary>Others doubt it; nobody outside supports it, nobody contradicts it.</summary>
    Doubted,

    /// <summary>At least two independent origins, one of them no adversary, say that it is not kept; nobody outside the party says it is.</summary>
    Contradicted,

    /// <summary>Some say it is kept, others that it is not; or only the adversary says it is not.</summary>
    Contested,

    /// <summary>The party took it back.</summary>
    Revoked,
}
