using Parley.Records;
using Parley.Text;
using Xunit;

namespace Parley.Tests.Text;

public sealed class AddressDateTests
{
    [Theory]
    [InlineData("https://news.example/world/2022/03/29/raid-on-depot", "2022-03-29")]
    [InlineData("https://news.example/world/2022/mar/29/raid-on-depot", "2022-03-29")]
    [InlineData("https://news.example/raid-on-depot-2022-03-29.html", "2022-03-29")]
    [InlineData("https://news.example/20220329/raid", "2022-03-29")]
    [InlineData("https://news.example/2022/3/9/raid", "2022-03-09")]
    [InlineData("https://news.example/2022/03/raid", null)]
    [InlineData("https://news.example/world-60912345", null)]
    [InlineData("https://news.example/20221399/raid", null)]
    [InlineData("https://news.example/202203291234/raid", null)]
    [InlineData("https://news.example/raid?day=2022-03-29", null)]
    [InlineData("https://news.example/2022/03/29/a-year-after-2021-03-29", null)]
    [InlineData(null, null)]
    public void The_day_in_an_address_is_read(string? address, string? day) => Assert.Equal(day, AddressDate.Of(address));

    [Fact]
    public void The_address_dates_an_article_that_nothing_better_dates()
    {
        const string Address = "https://news.example/2022/03/29/raid";
        var document = new SourceDocument { Text = "Shells fell on the depot.", Url = Address };
        var article = new ArticleTextReader().Read(document).Article;
        Assert.Equal("2022-03-29", article.Published);
        Assert.True(article.DatedByAddress);
        var dated = new ArticleTextReader().Read(document with { Published = "2022-03-30" }).Article;
        Assert.Equal("2022-03-30", dated.Published);
        Assert.False(dated.DatedByAddress);
    }
}
