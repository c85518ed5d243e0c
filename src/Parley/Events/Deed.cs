using Parley.Actors;
using Parley.Records;
using Parley.Syntax;
using Parley.Text;

namespace Parley.Events;

/// <summary>One telling of a deed, before tellings of one happening are joined.</summary>
internal sealed class Deed
{
    /// <summary>The word that names it.</summary>
    public required Node Trigger { get; init; }

    public required Frame Frame { get; init; }

    public required Standing Standing { get; init; }

    public List<Actor> Doers { get; } = [];

    public List<Actor> Targets { get; } = [];

    /// <summary>Ids of place and time; null when the clause does not tell.</summary>
    public string? Place { get; set; }

    /// <inheritdoc cref="Place"/>
    public string? Time { get; set; }

    /// <summary>Country of the place; null when unknown.</summary>
    public string? Country { get; set; }

    /// <summary>Id of the innermost statement that tells it; null where the article does.</summary>
    public string? Statement { get; set; }

    /// <summary>The smallest clause that proves it.</summary>
    public WordRange Evidence { get; set; }

    /// <summary>The words that name it.</summary>
    public WordRange Words { get; set; }

    /// <summary>True for a noun that points at something known ("the attack", "their talks").</summary>
    public bool Definite { get; set; }

    /// <summary>False where the words alone are too little for an event: they can only tell of one that is known.</summary>
    public bool CanStandAlone { get; set; } = true;

    /// <summary>The deed of the same sentence that this one is an effect of, or told with; null for none.</summary>
    public Deed? PartOf { get; set; }

    /// <summary>True where the words stand in a headline or caption, which count only for what they alone tell.</summary>
    public bool Secondary { get; set; }

    /// <summary>True for "two people were killed" without doer, place or time: told beside a deed it belongs to that.</summary>
    public bool IsBareEffect { get; set; }

    /// <summary>True where the words set it apart from what was told before ("earlier talks", "another attack").</summary>
    public bool Distinct { get; set; }

    public EventType Type => Frame.Type;

    public EventStatus Status => Standing.Status ?? EventStatus.Denied;

    public bool IsNoun { get; init; }
}
