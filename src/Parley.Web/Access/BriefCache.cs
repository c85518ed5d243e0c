using Parley.Answers;
using Parley.Assessments;
using Parley.Ledger;

namespace Parley.Web.Access;

/// <summary>Makes briefs: each compares what the readings of two days tell, which takes long in a large ledger, so that nobody need wait for it.</summary>
/// <param name="access">The ledger.</param>
/// <param name="ready">Keeps them.</param>
public sealed class BriefCache(LedgerAccess access, ReadyAnswers ready)
{
    /// <summary>The brief since a day.</summary>
    /// <param name="since">ISO day.</param>
    /// <param name="question">What is asked.</param>
    /// <param name="now">What time it is.</param>
    public Task<BriefAnswer> Of(string since, Question question, DateTimeOffset now) =>
        Task.Run(async () =>
        {
            await access.Calm();
            return await access.Ask(ledger =>
                ready.Kept(ledger, $"brief {since}", question.AsOf, one => Make(one, since, question.AsOf, now)).Chosen(question)
            );
        });

    private BriefAnswer Make(ILedger ledger, string since, string? asOf, DateTimeOffset now)
    {
        return BriefAnswer.Of(ready.Readings(ledger, asOf), ready.WholeBoard(ledger), since, Judgement.Day(ledger, asOf, now));
    }
}
