using System.Collections.Immutable;
using Parley.Records;

namespace Parley.Claims;

/// <summary>One telling of a deed or a count: that it was done, by whom, to whom, where, when, how many.</summary>
/// <remarks>What is not told is empty or null: a missing slot neither agrees nor differs.</remarks>
public sealed record Claim
{
    /// <summary><c>c</c> and eight hexadecimal digits, made from the article and the record: the same on every run and machine.</summary>
    public required string Id { get; init; }

    /// <summary>The article's reading.</summary>
    public required Reading Reading { get; init; }

    /// <summary>Id of the event or figure in that reading.</summary>
    public required string Record { get; init; }

    /// <summary>What was done: a type of deed (<c>ASSAULT</c>), or what is counted (<c>killed</c>).</summary>
    public required string Deed { get; init; }

    /// <summary>True for a count of people, false for a deed.</summary>
    public bool IsCount => char.IsLower(Deed[0]);

    /// <summary>The mode of the deed; null where it has none.</summary>
    public string? Mode { get; init; }

    /// <summary>CAMEO's code of the deed; null without one.</summary>
    public string? Cameo { get; init; }

    /// <summary>Whether it is told as done, as not done, or as to come.</summary>
    public required ClaimPolarity Polarity { get; init; }

    /// <summary>Codes of those who did it (<c>RUS.MIL</c>); empty when not told.</summary>
    public ImmutableArray<string> Doers { get; init; } = [];

    /// <summary>Names of those who did it, as the article has them; empty when not told.</summary>
    public ImmutableArray<string> DoerNames { get; init; } = [];

    /// <summary>Codes of those it was done to; empty when not told.</summary>
    public ImmutableArray<string> Objects { get; init; } = [];

    /// <summary>Where; empty when not told.</summary>
    public ImmutableArray<Place> Places { get; init; } = [];

    /// <summary>When it was done; null when not told or not resolved.</summary>
    public TimeRange? Time { get; init; }

    /// <summary>How many, measure by measure; empty when not told.</summary>
    public ImmutableArray<Amount> Amounts { get; init; } = [];

    /// <summary>The statement that tells it; null where the article tells it itself.</summary>
    public Statement? Statement { get; init; }

    /// <summary>The clause that tells it.</summary>
    public required Span Clause { get; init; }

    /// <summary>The sentence around the clause.</summary>
    public required Span Sentence { get; init; }

    /// <summary>All that the clause and the words around it name, whichever slot it fills.</summary>
    internal ClaimWords Words { get; init; } = ClaimWords.None;

    /// <summary>How many of doer, object, place, time and number are told.</summary>
    public int ToldSlots =>
        (Doers.IsEmpty ? 0 : 1) + (Objects.IsEmpty ? 0 : 1) + (Places.IsEmpty ? 0 : 1) + (Time is null ? 0 : 1) + (Amounts.IsEmpty ? 0 : 1);

    /// <summary>The block of a ledger in which claims that can be the same lie.</summary>
    public ClaimBlock Block => new(Deed, Places.IsEmpty ? null : Places[0].Country);
}

/// <summary>Where claims that can be the same lie.</summary>
/// <param name="Deed">The type of deed, or the measure.</param>
/// <param name="Country">ISO 3166 alpha-3 of the place; null where none is told.</param>
public readonly record struct ClaimBlock(string Deed, string? Country);
