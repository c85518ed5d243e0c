using Parley.Corrections;

namespace Parley.Web.Correcting;

/// <summary>Corrections in words.</summary>
internal static class CorrectionWords
{
    /// <summary>"Right as it was read", "status: denied, was happened".</summary>
    public static string Of(Correction said) =>
        said.Verb switch
        {
            CorrectionVerb.Accept => "Right as it was read",
            CorrectionVerb.Reject => "Taken out",
            CorrectionVerb.Edit => $"{said.Field}: {Plain(said.Value)}, was {Plain(said.Was)}",
            CorrectionVerb.Merge => "One and the same",
            CorrectionVerb.Split => "Not the same",
            CorrectionVerb.Decide => $"{said.Subject} stands as {said.Value}, was {said.Was}",
            _ => $"{said.Undoes} taken back",
        };

    /// <summary>A mark in words.</summary>
    public static string Mark(CorrectionMark mark) =>
        mark switch
        {
            CorrectionMark.InForce => "in force",
            CorrectionMark.Undone => "taken back",
            CorrectionMark.Disputed => "disputed",
            _ => "orphaned",
        };

    private static string Plain(string? json) => json is null or "null" or "[]" ? "none" : json.Trim('"');
}
