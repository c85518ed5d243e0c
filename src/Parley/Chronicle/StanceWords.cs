using Parley.Negotiations;
using Parley.Records;

namespace Parley.Chronicle;

/// <summary>Stances as verbs.</summary>
public static class StanceWords
{
    /// <summary>A position as a verb; a yes that hangs on something says so.</summary>
    public static string Of(PositionTelling telling) => telling.IsConditional ? "accepts on a condition" : Of(telling.Stance);

    /// <summary>The same with its topic: "accepts neutrality on a condition".</summary>
    public static string OfTopic(PositionTelling telling) =>
        telling.IsConditional ? $"accepts {telling.Topic} on a condition" : $"{Of(telling.Stance)} {telling.Topic}";

    /// <summary>The same with its object: "accepts it on a condition".</summary>
    public static string OfIt(PositionTelling telling) => telling.IsConditional ? "accepts it on a condition" : $"{Of(telling.Stance)} it";

    /// <summary>"is open to".</summary>
    public static string Of(PositionStance stance) =>
        stance switch
        {
            PositionStance.OpenTo => "is open to",
            PositionStance.Unclear => "is unclear on",
            _ => ReadingJson.Spell(stance),
        };
}
