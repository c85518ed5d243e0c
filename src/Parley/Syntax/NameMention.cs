using Parley.Text;

namespace Parley.Syntax;

/// <summary>A name in the text.</summary>
/// <param name="Words">Its words, without title or article.</param>
/// <param name="Type">Whose name it is.</param>
public readonly record struct NameMention(WordRange Words, NameType Type);

/// <summary>Whose name it is. Of the language model's names countries, cities and facilities are places.</summary>
public enum NameType : byte
{
    /// <summary>A person.</summary>
    Person,

    /// <summary>A body, company, force, outlet.</summary>
    Organization,

    /// <summary>A country, city, region, facility.</summary>
    Place,

    /// <summary>A nationality or people ("Turkish", "Kurds"); only from <see cref="ThingNames"/>, as those below.</summary>
    Nationality,

    /// <summary>A weapon by its name or kind ("HIMARS", "cluster munitions").</summary>
    Weapon,

    /// <summary>A building or work by its name ("Rafah crossing").</summary>
    Facility,

    /// <summary>An event by its name ("Gulf War").</summary>
    Event,
}
