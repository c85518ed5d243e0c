using System.Collections.Immutable;
using Parley.Mentions;
using Parley.Records;
using Parley.Syntax;

namespace Parley.Events;

/// <summary>One mention of a deed with its words resolved to actors, place and time, before mentions of one happening are joined.</summary>
internal sealed class Telling
{
    public required EventMention Mention { get; init; }

    /// <summary>The word that names the deed.</summary>
    public required Node Trigger { get; init; }

    /// <summary>Index of its sentence.</summary>
    public required int Sentence { get; init; }

    public required bool IsNoun { get; init; }

    /// <summary>The determiner of a noun, by its sort: <c>definite</c>, <c>indefinite</c>, <c>number</c> …; <c>verb</c> for a verb.</summary>
    public required string Determiner { get; init; }

    /// <summary>Adjectives and determiners at a noun, as features of joining ("at=another").</summary>
    public required ImmutableArray<string> Modifiers { get; init; }

    public List<Party> Doers { get; } = [];

    public List<Party> Targets { get; } = [];

    public Place? Place { get; set; }

    /// <summary>Places that stand beside <see cref="Place"/> as equals ("Izmail and Reni").</summary>
    public List<Place> OtherPlaces { get; } = [];

    public Time? Time { get; set; }

    /// <summary>The innermost statement that tells it; null where the article does.</summary>
    public Statement? Statement { get; init; }

    /// <summary>True in a headline or caption, which count only for what they alone tell.</summary>
    public required bool IsSecondary { get; init; }

    /// <summary>Probability that a ledger would record it: see <see cref="Keeping"/>.</summary>
    public double Keep { get; set; }

    public EventType Type => Mention.Type.Best;

    public EventStatus Status => Mention.Status.Best;

    public string Lemma => Trigger.Lemma;
}
