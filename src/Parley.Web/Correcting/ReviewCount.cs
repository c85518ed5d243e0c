using System.Collections.Immutable;
using Parley.Corrections;
using Parley.Ledger;

namespace Parley.Web.Correcting;

/// <summary>How far the checking is, and how far people and the machine, and people among themselves, agree.</summary>
/// <param name="Checked">Records of which people said something.</param>
/// <param name="AsRead">Those of them that were right as the machine had them.</param>
/// <param name="Changed">Those in which something was set otherwise.</param>
/// <param name="Out">Those that were taken out.</param>
/// <param name="Skipped">Those that were passed over.</param>
/// <param name="Twice">Records of which two people or more said whether they are right.</param>
/// <param name="Agreed">Those of them on which all said the same.</param>
public sealed record ReviewCount(int Checked, int AsRead, int Changed, int Out, int Skipped, int Twice, int Agreed)
{
    /// <summary>Counts a log.</summary>
    /// <param name="log">All entries, oldest first.</param>
    /// <param name="skips">What was passed over.</param>
    public static ReviewCount Of(ImmutableArray<Correction> log, ImmutableArray<Skip> skips)
    {
        var (asRead, changed, gone, twice, agreed) = (0, 0, 0, 0, 0);
        var byRecord = CorrectionLog
            .InForce(log)
            .Where(one => one.Verb is CorrectionVerb.Accept or CorrectionVerb.Reject or CorrectionVerb.Edit && !one.Targets.IsEmpty)
            .GroupBy(one => (one.Targets[0].Article, one.Targets[0].Kind, one.Targets[0].Span));
        var all = 0;
        foreach (var record in byRecord)
        {
            all++;
            // Whoever edits and then accepts what he made of it has changed it.
            var verdicts = record.GroupBy(one => one.By, StringComparer.Ordinal).Select(Verdict).ToList();
            _ = verdicts[^1] switch
            {
                CorrectionVerb.Reject => gone++,
                CorrectionVerb.Edit => changed++,
                _ => asRead++,
            };
            if (verdicts.Count < 2)
                continue;
            twice++;
            agreed += verdicts.Distinct().Count() == 1 ? 1 : 0;
        }
        return new ReviewCount(all, asRead, changed, gone, skips.Length, twice, agreed);
    }

    private static CorrectionVerb Verdict(IEnumerable<Correction> said)
    {
        var verbs = said.Select(one => one.Verb).ToList();
        return verbs[^1] == CorrectionVerb.Accept && verbs.Contains(CorrectionVerb.Edit) ? CorrectionVerb.Edit : verbs[^1];
    }
}
