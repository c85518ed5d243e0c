using Parley.Answers;

namespace Parley.Exports;

/// <summary>Which part of a ledger is wanted: as of which day, which party and topic, published from when to when, from which confidence on.</summary>
public sealed record ExportQuery : Question
{
    /// <summary>The first day of publication, as an ISO date; null for all.</summary>
    public string? From { get; init; }

    /// <summary>The last day of publication, as an ISO date; null for all.</summary>
    public string? To { get; init; }

    /// <summary>Records of this confidence or more, 0 to 1; null for those that are not uncertain by their kind's own threshold.</summary>
    public double? MinConfidence { get; init; }

    /// <summary>True where the whole ledger is wanted.</summary>
    public bool IsWhole => this is { AsOf: null, Party: null, Topic: null, From: null, To: null, MinConfidence: null };
}
