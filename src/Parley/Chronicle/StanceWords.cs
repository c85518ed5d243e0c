using Parley.Records;

namespace Parley.Chronicle;

/// <summary>Stances as verbs.</summary>
public static class StanceWords
{
    /// <summary>"is open to".</summary>
    public static string Of(PositionStance stance) =>
        stance switch
        {
            PositionStance.OpenTo => "is open to",
            PositionStance.Unclear => "is unclear on",
            _ => ReadingJson.Spell(stance),
        };
}
