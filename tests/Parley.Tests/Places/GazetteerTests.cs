using Parley.Lexicons;
using Parley.Models;
using Parley.Places;
using Xunit;

namespace Parley.Tests.Places;

public sealed class GazetteerTests
{
    private static readonly Gazetteer s_gazetteer = Gazetteer.Open(Repository.Path("models", "places"));

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
    public void Capitals_are_found_by_country() => Assert.Equal("Damascus", s_gazetteer.Name(s_gazetteer.Capital("SYR")!.Value.Number));

    [Fact]
    public void Every_name_leads_to_places_on_earth()
    {
        var names = LexiconSet.Get("lexicons/gazetteer/names");
        for (var row = 0; row < names.Count; row += 7)
        {
            var places = s_gazetteer.Find(names.Text(row, 0));
            Assert.NotEmpty(places);
            foreach (var place in places)
            {
                Assert.InRange(place.Lat, -90, 90);
                Assert.InRange(place.Lon, -180, 180);
            }
        }
    }

    [Fact]
    public void Every_place_is_found_by_the_name_that_is_shown()
    {
        for (var number = 0; number < s_gazetteer.Count; number += 97)
        {
            var name = s_gazetteer.Name(number);
            Assert.True(s_gazetteer.Find(name).Exists(place => place.Number == number), $"{name} does not find place {number}");
        }
    }

    [Fact]
    public void The_file_is_small_enough_for_any_repository() =>
        Assert.InRange(new FileInfo(Repository.Path("models", "places", "places.bin")).Length, 1, 16 << 20);

    [Theory]
    [InlineData(0)]
    [InlineData(17)]
    [InlineData(-1)]
    public void A_file_that_was_cut_short_is_refused_when_it_is_opened(int length)
    {
        var folder = Copy();
        using (var file = File.OpenWrite(Path.Combine(folder, "places.bin")))
            file.SetLength(length < 0 ? file.Length - 1 : length);
        var refused = Assert.Throws<InvalidModelException>(() => Gazetteer.Open(folder));
        Assert.Contains("was cut off or altered", refused.Message, StringComparison.Ordinal);
        Directory.Delete(folder, true);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(6_000_000)]
    public void A_file_that_was_altered_is_refused_before_anything_is_read(int at)
    {
        var folder = Copy();
        using (var file = File.Open(Path.Combine(folder, "places.bin"), FileMode.Open))
        {
            file.Position = at;
            var value = file.ReadByte();
            file.Position = at;
            file.WriteByte((byte)(value ^ 0x55));
        }
        Assert.Throws<InvalidModelException>(() => Gazetteer.Open(folder).Verify());
        Directory.Delete(folder, true);
    }

    [Fact]
    public void A_missing_file_is_refused()
    {
        var folder = Directory.CreateTempSubdirectory("parley").FullName;
        Assert.Throws<InvalidModelException>(() => Gazetteer.Open(folder));
        Directory.Delete(folder, true);
    }

    [Fact]
    public void A_point_so_far_north_lies_there()
    {
        var homs = s_gazetteer.Find("Homs").First(place => place.Country == "SYR" && place.IsTown);
        var (lat, lon) = homs.Away(20, 0);
        Assert.Equal(homs.Lat + 0.18, lat, 2);
        Assert.Equal(homs.Lon, lon, 6);
    }

    private static string Copy()
    {
        var folder = Directory.CreateTempSubdirectory("parley").FullName;
        foreach (var file in Directory.EnumerateFiles(Repository.Path("models", "places")))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        return folder;
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
