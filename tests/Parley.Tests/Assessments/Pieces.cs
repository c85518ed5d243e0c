using Parley.Assessments;

namespace Parley.Tests.Assessments;

/// <summary>Pieces of evidence as the examples of the rules name them.</summary>
internal static class Pieces
{
    public static EvidenceItem Boast() => Of("party", Basis.Told, Grade.D, Interest.Aligned, isParty: true);

    public static EvidenceItem Adversary(Stance stance, Interest interest) =>
        Of("adversary", Basis.Told, Grade.C, interest, isParty: true) with
        {
            Stance = stance,
        };

    public static EvidenceItem Witness(string origin, Stance stance = Stance.Supports) =>
        Of(origin, Basis.Witnessed, Grade.B, Interest.Neutral) with
        {
            Stance = stance,
        };

    public static EvidenceItem Monitor() => Of("monitor", Basis.Witnessed, Grade.A, Interest.Neutral);

    public static EvidenceItem Analysis(string origin) => Of(origin, Basis.Deduced, Grade.B, Interest.Neutral) with { Bloc = "bloc" };

    public static EvidenceItem Unnamed() => Of("officials", Basis.Unnamed, Grade.B, Interest.Neutral);

    public static EvidenceItem Of(string origin, Basis basis, Grade grade, Interest interest, bool isParty = false) =>
        new()
        {
            Id = $"{origin}-{basis}",
            Stance = Stance.Supports,
            Origin = origin,
            Basis = basis,
            Grade = grade,
            Interest = interest,
            IsParty = isParty,
        };
}
