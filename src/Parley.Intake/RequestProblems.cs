using Parley.Answers;

namespace Parley.Intake;

/// <summary>What a user is told when a ledger does not have what was named, or a correction cannot be.</summary>
public static class RequestProblems
{
    /// <summary>The problem of a fault.</summary>
    public static Problem Of(RequestException fault) =>
        fault.Fault switch
        {
            RequestFault.NoArticle => Problems.NoArticleInLedger(fault.Name, fault.ToDo),
            RequestFault.NoRecord => Problems.NoRecordInLedger(fault.Name, fault.ToDo),
            RequestFault.NotInLedger => Problems.NotInLedger(fault.Kind, fault.Name, fault.ToDo),
            RequestFault.NoParty => Problems.NoParty(fault.Name, fault.ToDo),
            RequestFault.CannotCorrect => Problems.CannotCorrect(fault.ToDo),
            RequestFault.NoReason => Problems.NoReason(fault.Kind),
            RequestFault.NoCorrection => Problems.NoCorrection(fault.Name),
            _ => Problems.NotOneOf(fault.Kind, fault.Name, fault.ToDo),
        };
}
