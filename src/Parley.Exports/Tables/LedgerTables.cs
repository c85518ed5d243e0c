using System.Collections.Immutable;

namespace Parley.Exports.Tables;

/// <summary>The tables of a ledger. Records point at each other by article and id; <c>undertakings</c> and <c>claims</c> are over all articles.</summary>
public static class LedgerTables
{
    /// <summary>All of them, in the order of the documentation.</summary>
    public static ImmutableArray<LedgerTable> All { get; } =
    [
        ArticleTables.Documents(),
        ArticleTables.Texts(),
        ArticleTables.Actors(),
        ArticleTables.Places(),
        ArticleTables.Times(),
        RecordTables.Statements(),
        RecordTables.Events(),
        RecordTables.Figures(),
        RecordTables.Positions(),
        RecordTables.Promises(),
        RecordTables.Evidence(),
        AssessmentTables.Undertakings(),
        AssessmentTables.StatusHistory(),
        AssessmentTables.Witnesses(),
        AssessmentTables.Claims(),
        AssessmentTables.Sources(),
        AssessmentTables.Corrections(),
    ];

    /// <summary>A table by its name; null where there is none.</summary>
    public static LedgerTable? Find(string name) => All.FirstOrDefault(table => table.Name == name);
}
