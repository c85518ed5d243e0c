using Parley.Lexicons;
using Parley.Places;
using Xunit;

namespace Parley.Tests.Places;

public sealed class GazetteerTests
{
    private static readonly Gazetteer s_gazetteer = new();

    [Theory]
    [InlineData("Kyiv", "UKR")]
    [InlineData("Kiev", "UKR")]
    [InlineData("Deir al-Zor", "SYR")]
    [InlineData("Deir ez-Zor", "SYR")]
    [InlineData("Sana’a", "YEM")]
    [InlineData("Çanakkale", "TUR")]
    [InlineData("U.S.", "USA")]
    public void Spellings_of_a_name_meet(string name, string country) =>
        Assert.Contains(s_gazetteer.Find(name), place => place.Country == country);

    [Fact]
    public void A_name_that_is_no_place_finds_nothing() => Assert.Empty(s_gazetteer.Find("Zhabokryvka Nova"));

    [Fact]
    public void Capitals_are_found_by_country() => Assert.Equal("Damascus", s_gazetteer.Capital("SYR")?.Name);

    [Fact]
    public void Every_name_leads_to_places_on_earth()
    {
        var names = LexiconSet.Get("lexicons/gazetteer/names");
        for (var row = 0; row < names.Count; row += 7)
            foreach (var place in s_gazetteer.Find(names.Text(row, 0)))
            {
                Assert.InRange(place.Lat, -90, 90);
                Assert.InRange(place.Lon, -180, 180);
            }
    }

    [Theory]
    [InlineData("Mykolaïv", "mykolaiv")]
    [InlineData("Deir  ez-Zor", "deir ez zor")]
    [InlineData("‘Ayn ‘Īsá", "ayn isa")]
    [InlineData("Łódź", "lodz")]
    public void Names_are_folded_to_plain_letters(string name, string folded) => Assert.Equal(folded, PlaceName.Fold(name));

    [Fact]
    public void A_part_of_a_country_lies_on_its_side()
    {
        var parts = new LandParts();
        Assert.True(parts.Middle("UKR", "western")!.Value.Lon < parts.Middle("UKR", "eastern")!.Value.Lon);
        Assert.Null(parts.Middle("XXX", "western"));
    }
}
