using Parley.Exports.Geography;
using Parley.Web.Map;
using Xunit;

namespace Parley.Tests.Web;

public sealed class MapPageTests(WebLedger web) : IClassFixture<WebLedger>
{
    [Fact]
    public async Task Marks_lead_to_their_entry_and_the_list_has_them_all()
    {
        var page = await web.Get("/map");
        Assert.Contains("<path class=\"land\"", page, StringComparison.Ordinal);
        Assert.Contains("<b>Chernihiv</b>, Ukraine", page, StringComparison.Ordinal);
        var link = page.Split("href=\"")
            .Select(part => part.Split('"')[0])
            .First(one => one.Contains("place=Chernihiv", StringComparison.Ordinal));
        var open = await web.Get(link.Split('#')[0]);
        Assert.Contains("<details open id=\"place\"", open, StringComparison.Ordinal);
        Assert.Matches("<a dir=\"auto\" href=\"/claims/c[0-9a-f]{8}\">", open);
    }

    [Fact]
    public async Task A_country_is_never_a_point()
    {
        var page = await web.Get("/map?box=-180,-58,180,80");
        var drawing = page[
            page.IndexOf("<svg class=\"map-drawing\"", StringComparison.Ordinal)..page.IndexOf("</svg>", StringComparison.Ordinal)
        ];
        Assert.DoesNotContain(", country:", drawing, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Days_choose_what_is_shown()
    {
        Assert.Contains("Nothing that has a place.", await web.Get("/map?from=1999-01-01&until=1999-12-31"), StringComparison.Ordinal);
        Assert.Contains("value=\"2022-03-29\"", await web.Get("/map?from=2022-03-29"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_area_of_an_undertaking_is_hatched() =>
        Assert.Contains("class=\"hatched\" fill=\"url(#hatch)\"", await web.Get("/map"), StringComparison.Ordinal);

    [Theory]
    [InlineData("/map?box=1,2,3")]
    [InlineData("/map?box=40,50,30,52")]
    [InlineData("/map?layer=sure")]
    [InlineData("/map?from=2022-03-30&until=2022-03-29")]
    [InlineData("/map?box=NaN,NaN,NaN,NaN")]
    public async Task What_cannot_be_shown_is_said(string path)
    {
        using var answer = await web.Client.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(400, (int)answer.StatusCode);
    }

    [Fact]
    public async Task Zooming_and_moving_never_leads_off_the_map()
    {
        foreach (var box in new[] { "-180,-58,180,80", "179,70,180,71", "-180,-58,-179,-57", "30,50,30.5,50.5" })
        {
            var page = await web.Get($"/map?box={box}");
            foreach (
                var link in page.Split("href=\"")
                    .Select(part => part.Split('"')[0])
                    .Where(one => one.Contains("box=", StringComparison.Ordinal))
                    .Distinct()
            )
            {
                using var answer = await web.Client.GetAsync(link.Split('#')[0], TestContext.Current.CancellationToken);
                Assert.True(answer.IsSuccessStatusCode, link);
            }
        }
    }

    [Theory]
    [InlineData(50.45, 30.52, "Ukraine")]
    [InlineData(44.6, 33.52, "Ukraine")]
    [InlineData(55.75, 37.62, "Russia")]
    [InlineData(36.2, 37.16, "Syria")]
    [InlineData(-33.9, 151.0, "Australia")]
    public void Outlines_hold_what_lies_in_them(double lat, double lon, string country) =>
        Assert.Equal(country, Outlines.CountryAt(lat, lon)?.Name);

    [Fact]
    public void The_sea_is_no_country() => Assert.Null(Outlines.CountryAt(0, -30));

    [Fact]
    public void Provinces_have_outlines_where_wars_are() => Assert.Equal("Kherson", Outlines.DivisionAt(46.5, 33.5)?.Name);
}
