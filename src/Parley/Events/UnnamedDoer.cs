using Parley.Records;

namespace Parley.Events;

/// <summary>
/// How sure it must be that a side of the article did what no words say it did: a false doer is a false accusation, and worse than none. A verb names its doer
/// by its subject, and where it has none ("was shelled", "access was denied") leaves him untold; a noun ("the talks", "their gunfire") as often leaves to the reader
/// one who is known. Numbers: <c>rules/events/composition</c>.
/// </summary>
internal static class UnnamedDoer
{
    /// <summary>No side is taken, however likely.</summary>
    private const double Never = double.PositiveInfinity;

    /// <summary>From which probability on a side is taken where the deed has no doer of a known side.</summary>
    public static double Alone(Happening one, List<Party> told, Composition composition) =>
        !one.Best.IsNoun ? Never
        : !IsForce(one.Type) ? composition.Unnamed
        // "Shelling was heard" has no doer; "their shelling" has one, though his name stands elsewhere; "shelling by gunmen" has one who is nobody's side.
        : one.Best.Mention.Doers.Length > 0 && told.Count == 0 ? composition.UnnamedForce
        : Never;

    /// <summary>From which probability on a side joins a doer who is told.</summary>
    /// <param name="one">The deed.</param>
    /// <param name="untold">From which on it joins as a target or as a doer of talk.</param>
    public static double Beside(Happening one, double untold) => IsForce(one.Type) ? Never : untold;

    private static bool IsForce(EventType type) => type is EventType.Assault or EventType.Coerce or EventType.Mobilize;
}
