using System.Collections.Immutable;
using Parley.Assessments;
using Parley.Ledger;

namespace Parley.Answers;

/// <summary>What a person should check first: records on which the standing of undertakings hangs, by how unsure they are and how much hangs on them.</summary>
/// <param name="Entries">They, most urgent first.</param>
public sealed record QueueAnswer(ImmutableArray<QueueEntry> Entries)
{
    /// <summary>Asks a ledger for its queue.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="question">What is asked.</param>
    /// <param name="most">The most entries; null for all.</param>
    public static QueueAnswer Of(ILedger ledger, Question question, int? most)
    {
        var rows = ledger.Derived(
            LedgerFunctions.Board,
            new DerivedQuery("queue") { AsOf = question.AsOf, Limit = question.Party is null && question.Topic is null ? most : null }
        );
        return new([
            .. rows.Where(row => question.IsParty(row.Party) && question.IsTopic(row.Topic))
                .Take(most ?? int.MaxValue)
                .Select(row => new QueueEntry(Check.Read(row.Body), row.Party, row.Topic, row.Rank)),
        ]);
    }
}

/// <summary>An entry of the queue.</summary>
/// <param name="Check">The record, and what follows if it is wrong.</param>
/// <param name="Party">Code of the side whose undertaking hangs on it.</param>
/// <param name="Topic">What that undertaking is about.</param>
/// <param name="Rank">Uncertainty × consequence; greater is more urgent.</param>
public sealed record QueueEntry(Check Check, string? Party, string? Topic, double Rank);
