using Parley.Web.Api;
using Xunit;

namespace Parley.Tests.Web.Api;

public sealed class CsvCellTests
{
    [Theory]
    [InlineData("=cmd|'/c calc'!A1", "'=cmd|'/c calc'!A1")]
    [InlineData("+1+cmd", "'+1+cmd")]
    [InlineData("-2+3", "'-2+3")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "\"'\t=1\"")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("\n=1", "\"'\n=1\"")]
    [InlineData("＝1+1", "'＝1+1")]
    [InlineData("=HYPERLINK(\"x\",\"y\")", "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"")]
    public void Text_that_would_be_a_formula_has_an_apostrophe_before_it(string text, string cell) => Assert.Equal(cell, CsvCell.Of(text));

    [Theory]
    [InlineData("-12.5")]
    [InlineData("+7")]
    [InlineData("Kyiv = capital")]
    [InlineData("a-b")]
    [InlineData("")]
    public void Text_that_is_a_number_or_none_of_them_stays_as_it_is(string text) => Assert.Equal(text, CsvCell.Of(text));

    [Fact]
    public void Numbers_stay_numbers()
    {
        Assert.Equal("-3", CsvCell.Of(-3));
        Assert.Equal("-0.25", CsvCell.Of(-0.25));
        Assert.Equal("-1.10", CsvCell.Of(-1.10m));
    }

    [Fact]
    public void What_follows_a_semicolon_or_tab_begins_no_cell()
    {
        Assert.Equal("\"news; =1+1\"", CsvCell.Of(new[] { "news", "=1+1" }));
        Assert.Equal("\"a\t=1\"", CsvCell.Of("a\t=1"));
        Assert.Equal("\"'=1; news\"", CsvCell.Of(new[] { "=1", "news" }));
    }
}
