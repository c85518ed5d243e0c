using Parley.Records;
using Parley.Text;
using Xunit;

namespace Parley.Tests.Text;

public sealed class MastheadTests
{
    [Theory]
    [InlineData("Kyiv: The army left.", "Kyiv", null)]
    [InlineData("KYIV (Reuters) - The army left.", "KYIV", null)]
    [InlineData("KYIV, Ukraine — The army left.", "KYIV, Ukraine", null)]
    [InlineData("GENEVA, March 3 (AP) — The army left.", "GENEVA", "XXXX-03-03")]
    [InlineData("SANTIAGO, 3 JAN 90 (EFE) -- [TEXT] THE ARMY LEFT.", "SANTIAGO", "1990-01-03")]
    [InlineData("KABUL, Afghanistan (Oct. 6, 2012) — The army left.", "KABUL, Afghanistan", "2012-10-06")]
    [InlineData("SEOUL/WASHINGTON (Reuters) - The army left.", "SEOUL/WASHINGTON", null)]
    [InlineData("Port-au-Prince, July 4 (AFP) - The army left.", "Port-au-Prince", "XXXX-07-04")]
    public void Datelines_are_recognised(string text, string place, string? date) =>
        Assert.Equal(new Dateline(place, date), Read(text).Dateline);

    [Theory]
    [InlineData("NATO - the alliance of the West - said nothing.")]
    [InlineData("Fomin: we are leaving.")]
    [InlineData("The army left - at last.")]
    [InlineData("FILE - A tank stands on a bridge.")]
    public void Other_beginnings_are_no_datelines(string text) => Assert.Null(Read(text).Dateline);

    [Theory]
    [InlineData("30 March 2022", "2022-03-30")]
    [InlineData("Published: March 30, 2022", "2022-03-30")]
    [InlineData("Wednesday, March 30, 2022 10:15 GMT", "2022-03-30")]
    [InlineData("Last updated: March 30, 2022", null)]
    [InlineData("March 30", null)]
    public void A_line_with_a_date_alone_is_the_date_of_publication(string line, string? published) =>
        Assert.Equal(published, Read($"Truce holds in the northern valley\n\n{line}\n\nThe guns were silent.").Published);

    [Fact]
    public void The_head_of_an_article_gives_outlet_section_title_and_byline()
    {
        var article = Read(
            "Valley Courier\nWorld\n\nTruce holds in the northern valley\n\nTruce holds in the northern valley\n\nBy Jane Roe and John Doe\n\nThe guns were silent."
        );
        Assert.Equal("Valley Courier", article.Publisher);
        Assert.Equal("World", article.Section);
        Assert.Equal("Truce holds in the northern valley", article.Title);
        Assert.Equal("Jane Roe and John Doe", article.Byline);
        Assert.Null(article.Published);
    }

    [Fact]
    public void What_the_input_says_goes_before_what_the_text_says()
    {
        var document = new SourceDocument
        {
            Text = "1 May 2020\n\nThe guns were silent.",
            Published = "2020-05-02",
            Title = "Silence",
            Publisher = "Courier",
        };
        var article = new ArticleTextReader().Read(document).Article;
        Assert.Equal(("2020-05-02", "Silence", "Courier"), (article.Published, article.Title, article.Publisher));
    }

    [Fact]
    public void The_id_is_the_hash_of_the_text() =>
        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", Read("abc").Id);

    private static Article Read(string text) => new ArticleTextReader().Read(new SourceDocument { Text = text }).Article;
}
