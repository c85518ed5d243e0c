using Parley.Links;
using Parley.Records;

namespace Parley.Ledger.Joining;

/// <summary>Tells how figures of different articles stand to one another. A function of the two alone.</summary>
public static class FigureComparison
{
    /// <summary>How the later of two figures stands to the earlier.</summary>
    public static FigureRelation Compare(FigureTelling earlier, FigureTelling later)
    {
        if (earlier.Block != later.Block || AreApart(earlier, later))
            return FigureRelation.Unrelated;
        var (before, after) = (earlier.Figure, later.Figure);
        if (before.Value == after.Value && before.High == after.High && IsSameBound(before.Bound, after.Bound))
            return FigureRelation.Same;
        var isLater = string.CompareOrdinal(later.Published, earlier.Published) > 0;
        var isNamed = after.Before == before.Value;
        var isSameCounter = string.Equals(earlier.Counter, later.Counter, StringComparison.OrdinalIgnoreCase);
        if (isLater && later.IsCorrection && (isSameCounter || isNamed))
            return FigureRelation.Corrects;
        return isNamed || (isLater && isSameCounter) ? FigureRelation.Supersedes : FigureRelation.StandsBeside;
    }

    /// <summary>Other people, or elsewhere.</summary>
    private static bool AreApart(FigureTelling a, FigureTelling b) =>
        (!a.Who.IsEmpty && !b.Who.IsEmpty && !a.Who.Any(b.Who.Contains))
        || (!a.Places.IsEmpty && !b.Places.IsEmpty && !a.Places.Any(place => b.Places.Any(other => Touch(place, other))));

    private static bool Touch(Place a, Place b) => PledgeArea.Covers(a, b) || PledgeArea.Covers(b, a);

    /// <summary>"At least nine" and "nine" are one count in two wordings; "nine" and "more than nine" are not.</summary>
    private static bool IsSameBound(FigureBound a, FigureBound b) => a == b || (IsPlain(a) && IsPlain(b));

    private static bool IsPlain(FigureBound bound) => bound is FigureBound.Exact or FigureBound.AtLeast or FigureBound.About;
}
