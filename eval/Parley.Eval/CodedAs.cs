using System.Text.Json.Nodes;

namespace Parley.Eval;

/// <summary>The type of an event as the coded sets name it.</summary>
/// <remarks>
/// The sets follow the table from CAMEO to PLOVER, which makes AGREE of every announced concession (CAMEO 035x); Parley follows the manual of
/// PLOVER 2.0, which makes CONCEDE of it.
/// </remarks>
internal static class CodedAs
{
    /// <summary>The type; null where the event has none.</summary>
    public static string? TypeOf(JsonNode? happening) =>
        happening?["plover"]?.GetValue<string>() is not { } type ? null
        : type == "CONCEDE" && happening["cameo"]?.GetValue<string>().StartsWith("03", StringComparison.Ordinal) == true ? "AGREE"
        : type;
}
