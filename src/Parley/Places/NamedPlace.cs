using Parley.Records;
using Parley.Text;

namespace Parley.Places;

/// <summary>A name in the text that may be a place.</summary>
/// <param name="Words">The words of the name, a kind behind it included ("Aleppo province").</param>
/// <param name="Name">The words of the name alone.</param>
/// <param name="Head">Head word of <paramref name="Words"/>.</param>
/// <param name="Kind">What the words around say it is: town, division, area, spot; null where they say nothing.</param>
/// <param name="Direction">Word before the name that takes a part of it ("western"); -1 where there is none.</param>
/// <param name="KindWord">Head of a phrase that describes the name ("city" in "the city of Aleppo"); -1 where there is none.</param>
/// <param name="Use">Whether it means the place, those who act there, or a people.</param>
/// <param name="IsArticled">True where "the" makes it the name of a river, a range or a region, not of a town.</param>
/// <param name="Code">Country (ISO 3166 alpha-3) that the words alone say; null where the gazetteer has to.</param>
internal readonly record struct NamedPlace(
    WordRange Words,
    WordRange Name,
    int Head,
    string? Kind,
    int Direction,
    int KindWord,
    PlaceUse Use,
    bool IsArticled,
    string? Code = null
);
