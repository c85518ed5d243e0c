using Parley.Records;

namespace Parley.Statements;

/// <summary>The names of acts as tables and ledgers spell them.</summary>
internal static class StatementActs
{
    /// <summary>The act of that name; <see cref="StatementAct.Asserts"/> where there is none.</summary>
    public static StatementAct Parse(ReadOnlySpan<char> name) =>
        name switch
        {
            "confirms" => StatementAct.Confirms,
            "doubts" => StatementAct.Doubts,
            "denies" => StatementAct.Denies,
            "promises" => StatementAct.Promises,
            "demands" => StatementAct.Demands,
            "proposes" => StatementAct.Proposes,
            "threatens" => StatementAct.Threatens,
            "accuses" => StatementAct.Accuses,
            _ => StatementAct.Asserts,
        };
}
