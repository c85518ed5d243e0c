using System.Collections.Immutable;

namespace Parley.Web.Parts;

/// <summary>How a state is marked on all screens: a colour, a glyph and a word, so that none of them has to carry it alone.</summary>
/// <param name="Class">The class of the style sheet, which gives the colour.</param>
/// <param name="Glyph">The glyph.</param>
/// <param name="Word">The word.</param>
public readonly record struct StateMark(string Class, string Glyph, string Word)
{
    /// <summary>The columns of the board in their order, with the states that stand in each.</summary>
    public static ImmutableArray<(string Title, ImmutableArray<string> States)> Columns { get; } =
    [
        ("Announced", ["announced"]),
        ("In effect, unverified", ["in-effect-unverified"]),
        ("Holding", ["holding"]),
        ("Partly", ["partly-holding", "partly-kept"]),
        ("Contested", ["contested"]),
        ("Kept", ["kept"]),
        ("Broken", ["breached", "broken"]),
        ("Lapsed or withdrawn", ["lapsed", "withdrawn", "revoked", "void", "superseded"]),
    ];

    /// <summary>The mark of a state as the ledger spells it, of undertakings, claims and proposals.</summary>
    public static StateMark Of(string state) =>
        new(
            state switch
            {
                "announced" or "holding" or "tabled" or "supported" or "planned" or "ongoing" => "blue",
                "kept" or "agreed" or "corroborated" or "accepted" or "happened" => "green",
                "partly-holding" or "partly-kept" or "doubted" or "countered" => "amber",
                "breached" or "broken" or "contradicted" or "refused" or "denied" => "vermilion",
                "contested" or "disputed" or "disputed (parties only)" => "purple",
                "in-effect-unverified" or "unverified" or "claimed" => "grey dashed",
                _ => "grey",
            },
            state switch
            {
                "announced" or "tabled" or "planned" => "◔",
                "holding" or "supported" or "ongoing" => "▶",
                "kept" or "agreed" or "corroborated" or "accepted" or "happened" => "✔",
                "partly-holding" or "partly-kept" or "countered" => "◑",
                "breached" or "broken" or "contradicted" or "refused" or "denied" => "✖",
                "contested" or "disputed" or "disputed (parties only)" => "⇄",
                "lapsed" => "⌛",
                "withdrawn" or "revoked" or "retracted" => "↩",
                "void" or "superseded" => "⊘",
                "doubted" => "≈",
                _ => "?",
            },
            state == "in-effect-unverified" ? "in effect, unverified" : state.Replace('-', ' ')
        );
}
