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
            "rejects" => StatementAct.Rejects,
            "proposes" => StatementAct.Proposes,
            "threatens" => StatementAct.Threatens,
            "accuses" => StatementAct.Accuses,
            _ => StatementAct.Asserts,
        };

    /// <summary>The name of an act.</summary>
    public static string NameOf(StatementAct act) =>
        act switch
        {
            StatementAct.Confirms => "confirms",
            StatementAct.Doubts => "doubts",
            StatementAct.Denies => "denies",
            StatementAct.Promises => "promises",
            StatementAct.Demands => "demands",
            StatementAct.Proposes => "proposes",
            StatementAct.Rejects => "rejects",
            StatementAct.Threatens => "threatens",
            StatementAct.Accuses => "accuses",
            _ => "asserts",
        };
}
