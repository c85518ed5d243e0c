using Parley.Ledger;
using Xunit;

namespace Parley.Tests.Ledger;

public sealed class OriginFinderTests
{
    private static readonly string[] s_report =
    [
        "The army pulled its guns back from the river on Monday, and the town had its first quiet night for a month.",
        "Officers on the bridge counted thirty lorries that drove north before noon.",
        "A baker said that he would open his shop again on Wednesday if the quiet lasted.",
    ];

    [Fact]
    public void A_report_with_small_edits_is_a_copy_of_the_earlier_one()
    {
        var wire = Papers.Article("River Wire", "2022-03-29", s_report);
        var paper = Papers.Article(
            "The Quay",
            "2022-03-30",
            s_report[0],
            s_report[1],
            "A baker said he would open his shop again on Wednesday if the quiet lasted."
        );
        var origins = OriginFinder.Find([wire, paper]);
        Assert.Null(origins[wire.Article.Id].CopyOf);
        Assert.Equal(wire.Article.Id, origins[paper.Article.Id].CopyOf);
        Assert.Equal("River Wire", origins[paper.Article.Id].Key);
    }

    [Fact]
    public void Two_reports_of_one_happening_in_their_own_words_are_two_origins()
    {
        var one = Papers.Article("River Wire", "2022-03-29", s_report);
        var two = Papers.Article(
            "The Quay",
            "2022-03-30",
            "Guns were moved away from the river on Monday.",
            "Lorries went north over the bridge, officers said."
        );
        var origins = OriginFinder.Find([one, two]);
        Assert.Null(origins[two.Article.Id].CopyOf);
        Assert.Equal("The Quay", origins[two.Article.Id].Key);
    }

    [Fact]
    public void A_credit_in_the_dateline_makes_it_the_agencys()
    {
        var paper = Papers.Article(
            "The Quay",
            "2022-03-30",
            "KYIV, March 30 (River Wire) - Guns were moved away from the river on Monday."
        );
        Assert.Equal("River Wire", OriginFinder.Find([paper])[paper.Article.Id].Key);
    }

    [Fact]
    public void A_number_in_brackets_is_no_credit()
    {
        var paper = Papers.Article("The Quay", "2022-03-30", "The column (40 lorries) - as officers counted it - drove north.");
        Assert.Equal("The Quay", OriginFinder.Find([paper])[paper.Article.Id].Key);
    }
}
