namespace Parley.Assessments;

/// <summary>One piece of evidence as the rules see it: who stands behind it, how he knows, what he has to gain. It holds no text.</summary>
public sealed record EvidenceItem
{
    /// <summary>Id of the record, unique in the ledger.</summary>
    public required string Id { get; init; }

    /// <summary>What it does to the claim.</summary>
    public required Stance Stance { get; init; }

    /// <summary>The earliest holder of the information who can be told, never the outlet that carries it. Pieces of one origin count once.</summary>
    public required string Origin { get; init; }

    /// <summary>Those who share what they know, as allies do: the second and further origins of one bloc count half; null for none.</summary>
    public string? Bloc { get; init; }

    /// <summary>How he knows.</summary>
    public Basis Basis { get; init; } = Basis.Told;

    /// <summary>How reliable he is.</summary>
    public Grade Grade { get; init; } = Grade.F;

    /// <summary>What he has to gain.</summary>
    public Interest Interest { get; init; } = Interest.Unknown;

    /// <summary>How far it is about the same.</summary>
    public Match Match { get; init; } = Match.Full;

    /// <summary>True where he is one of the parties that stand against each other.</summary>
    public bool IsParty { get; init; }

    /// <summary>True where its origin withdrew it.</summary>
    public bool IsRetracted { get; init; }

    /// <summary>What tells independent groups apart: the bloc, else the origin.</summary>
    internal string Group => Bloc ?? Origin;
}
