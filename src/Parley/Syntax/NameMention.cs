using Parley.Text;

namespace Parley.Syntax;

/// <summary>A name in the text.</summary>
/// <param name="Words">Its words, without title or article.</param>
/// <param name="Type">Whose name it is.</param>
public readonly record struct NameMention(WordRange Words, NameType Type);

/// <summary>Whose name it is. Countries, cities and facilities are places; demonyms are none.</summary>
public enum NameType : byte
{
    /// <summary>A person.</summary>
    Person,

    /// <summary>A body, company, force, outlet.</summary>
    Organization,

    /// <summary>A country, city, region, facility.</summary>
    Place,
}
