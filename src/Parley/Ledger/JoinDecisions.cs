using System.Collections.Immutable;
using Parley.Corrections;

namespace Parley.Ledger;

/// <summary>What people say across articles: which records are one or not, and how undertakings stand.</summary>
public sealed class JoinDecisions
{
    private readonly ImmutableArray<Correction> _corrections;

    /// <summary>The decisions among corrections in force, oldest first.</summary>
    public JoinDecisions(IEnumerable<Correction> corrections) =>
        _corrections = [
            .. corrections.Where(correction =>
                correction.Verb is CorrectionVerb.Merge or CorrectionVerb.Split && correction.Targets.Length == 2
                || correction is { Verb: CorrectionVerb.Decide, Subject: not null }
            ),
        ];

    /// <summary>Nobody said anything.</summary>
    public static JoinDecisions None { get; } = new([]);

    /// <summary>The pairs of records of a kind on which people decided, the newest word last.</summary>
    public IEnumerable<Correction> Pairs(RecordKind kind) =>
        _corrections.Where(correction => correction.Verb != CorrectionVerb.Decide && correction.Targets.All(target => target.Kind == kind));

    /// <summary>What was decided last on a subject; null where nothing was.</summary>
    public Correction? Of(string subject)
    {
        for (var at = _corrections.Length - 1; at >= 0; at--)
            if (_corrections[at].Verb == CorrectionVerb.Decide && _corrections[at].Subject == subject)
                return _corrections[at];
        return null;
    }
}
