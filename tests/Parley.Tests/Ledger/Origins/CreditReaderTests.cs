using Parley.Ledger.Origins;
using Parley.Records;
using Xunit;

namespace Parley.Tests.Ledger.Origins;

public sealed class CreditReaderTests
{
    [Theory]
    [InlineData("KYIV, March 30 (Reuters) - Guns fell silent.", "Reuters")]
    [InlineData("JERUSALEM (AP) — Guns fell silent.", "Associated Press")]
    [InlineData("MOSCOW, March 30. /TASS/. Guns fell silent.", "TASS")]
    [InlineData("Guns fell silent in the valley.\nNobody was hurt.\n(Reuters)", "Reuters")]
    [InlineData("Guns fell silent in the valley.\nNobody was hurt.\n— AFP", "AFP")]
    [InlineData("Guns fell silent in the valley.\nNobody was hurt.\nSource: Continental Wire", "Continental Wire")]
    public void The_agency_is_read_from_dateline_and_last_line(string text, string agency) =>
        Assert.Equal(OutletNames.Name(agency), CreditReader.Read(Article(text))?.Agency);

    [Theory]
    [InlineData("Continental Wire, Istanbul", "Continental Wire")]
    [InlineData("By Reuters Staff", "Reuters")]
    [InlineData("By Ann Reed, Associated Press", "Associated Press")]
    [InlineData("Staff and AFP", "AFP")]
    public void The_agency_is_read_from_the_line_of_the_author(string byline, string agency) =>
        Assert.Equal(OutletNames.Name(agency), CreditReader.Read(Article("Guns fell silent.", byline))?.Agency);

    [Theory]
    [InlineData("The column (Big Guns) - as officers call it - drove north.")]
    [InlineData("Guns fell silent.\nOfficers told Reuters that it would last.\nAnn Reed contributed to this report.")]
    [InlineData("Guns fell silent.\nA wire hummed over the river.")]
    public void Who_is_merely_named_is_not_credited(string text) => Assert.Null(CreditReader.Read(Article(text, "By Ann Reed")));

    [Theory]
    [InlineData("Guns fell silent.", "By Agencies")]
    [InlineData("Guns fell silent.\n(With inputs from agencies)", null)]
    public void Agencies_without_a_name_are_a_credit_without_an_agency(string text, string? byline)
    {
        var credit = CreditReader.Read(Article(text, byline));
        Assert.NotNull(credit);
        Assert.Null(credit.Agency);
    }

    private static Article Article(string text, string? byline = null) =>
        new()
        {
            Id = "x",
            Text = text,
            Byline = byline,
        };
}
