using Parley.Negotiations;
using Parley.Records;

namespace Parley.Web.Matrix;

/// <summary>How positions and their drift are marked: a glyph and a word.</summary>
internal static class PositionMark
{
    private const int MostWords = 12;

    /// <summary>The marks of the legend.</summary>
    public static IReadOnlyList<(string Glyph, string Word)> Legend { get; } =
    [
        ("■", "demands"),
        ("◇", "proposes or offers"),
        ("○", "is open to"),
        ("●", "accepts"),
        ("◐", "accepts on a condition"),
        ("✕", "rejects"),
        ("?", "is unclear"),
    ];

    /// <summary>The glyph of a position.</summary>
    public static string Of(PositionTelling telling) =>
        telling.Stance switch
        {
            _ when telling.IsConditional => "◐",
            PositionStance.Demands => "■",
            PositionStance.Proposes or PositionStance.Offers => "◇",
            PositionStance.OpenTo => "○",
            PositionStance.Accepts => "●",
            PositionStance.Rejects => "✕",
            _ => "?",
        };

    /// <summary>Drift as an arrow and a word; empty where there is none to tell.</summary>
    public static string Of(PositionDrift drift) =>
        drift switch
        {
            PositionDrift.Same => "→ the same",
            PositionDrift.Closer => "↗ closer",
            PositionDrift.Apart => "↘ apart",
            PositionDrift.Terms => "~ other terms",
            PositionDrift.New => "+ new",
            PositionDrift.Silent => "– silent since",
            _ => "",
        };

    /// <summary>The words of a position, at most twelve.</summary>
    public static string Words(PositionTelling telling)
    {
        var words = telling.Words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length <= MostWords ? telling.Words : string.Join(' ', words.Take(MostWords)) + " …";
    }
}
