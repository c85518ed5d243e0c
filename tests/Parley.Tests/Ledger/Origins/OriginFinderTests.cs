using Parley.Ledger.Origins;
using Xunit;

namespace Parley.Tests.Ledger.Origins;

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

    [Fact]
    public void An_agencys_text_is_the_original_though_a_customer_printed_it_a_day_before()
    {
        var wire = Papers.Article("River Wire", "2022-03-30", s_report);
        var paper = Papers.Article("The Quay", "2022-03-29", [.. s_report, "The mayor was not there."]);
        var origins = OriginFinder.Find([paper, wire]);
        Assert.Null(origins[wire.Article.Id].CopyOf);
        Assert.Equal(wire.Article.Id, origins[paper.Article.Id].CopyOf);
        Assert.Equal(OriginBasis.Agency, origins[paper.Article.Id].Basis);
    }

    [Fact]
    public void A_credit_on_one_copy_tells_the_origin_of_all()
    {
        var one = Papers.Article("The Quay", "2022-03-29", s_report);
        var two = Papers.Article("The Mole", "2022-03-30", [.. s_report, "(Reuters)"]);
        var origins = OriginFinder.Find([one, two]);
        Assert.Equal("Reuters", origins[one.Article.Id].Key);
        Assert.Equal(Independence.Same, origins[one.Article.Id].Compare(origins[two.Article.Id]));
    }

    [Fact]
    public void Copies_are_the_same_in_whatever_order_they_come()
    {
        var readings = new[]
        {
            Papers.Article("The Quay", "2022-03-30", s_report),
            Papers.Article("The Mole", "2022-03-30", s_report[0], s_report[2]),
            Papers.Article("The Pier", "2022-03-31", [.. s_report, "Nobody else was there to see it."]),
            Papers.Article("River Wire", "2022-03-31", [.. s_report, "Rain fell."]),
        };
        var forward = OriginFinder.Find(readings);
        var backward = OriginFinder.Find(readings.Reverse());
        Assert.All(readings, reading => Assert.Equivalent(forward[reading.Article.Id], backward[reading.Article.Id]));
        Assert.All(forward.Values, origin => Assert.Equal(readings[3].Article.Id, origin.Root));
    }

    [Fact]
    public void The_same_quotation_in_two_reports_makes_no_copy()
    {
        const string Speech =
            "“We will leave the town on Friday and we will not come back to it, whatever our neighbours across the river may do or say about it,” she said.";
        var one = Papers.Article(
            "The Quay",
            "2022-03-29",
            "The minister spoke in the town hall before noon and took no questions.",
            Speech
        );
        var two = Papers.Article(
            "The Mole",
            "2022-03-29",
            "A pledge to go was given on Tuesday by the minister in a hall full of people.",
            Speech
        );
        var origins = OriginFinder.Find([one, two]);
        Assert.All(origins.Values, origin => Assert.Null(origin.CopyOf));
        Assert.Equal(Independence.Independent, origins[one.Article.Id].Compare(origins[two.Article.Id]));
    }

    [Fact]
    public void A_longer_report_that_takes_in_a_short_one_draws_on_it_and_is_no_copy()
    {
        var brief = Papers.Article("The Quay", "2022-03-29", s_report[0], s_report[1]);
        var longer = Papers.Article(
            "The Mole",
            "2022-03-30",
            "Quiet has come to the valley after the worst spring that anyone there can recall, and people have begun to sweep the streets.",
            s_report[0],
            s_report[1],
            "In the school, where the roof is gone, teachers hold their lessons under a tent that was sent by a church in the capital.",
            "The doctor said that the wards were half empty, for the first time since the bridge was hit, and that she would sleep."
        );
        var origins = OriginFinder.Find([brief, longer]);
        Assert.Null(origins[longer.Article.Id].CopyOf);
        Assert.Equal([brief.Article.Id], origins[longer.Article.Id].DrawsOn);
        Assert.Equal(Independence.Unknown, origins[longer.Article.Id].Compare(origins[brief.Article.Id]));
    }

    [Fact]
    public void What_came_by_a_feed_that_is_not_named_counts_as_no_origin_of_its_own()
    {
        var own = Papers.Article("The Quay", "2022-03-29", s_report);
        var feed = Papers.Article(
            "The Mole",
            "2022-03-29",
            "Soldiers left the bank of the stream at dawn.",
            "This story is auto-generated from a syndicated feed."
        );
        var origins = OriginFinder.Find([own, feed]);
        Assert.Equal(Independence.Unknown, origins[own.Article.Id].Compare(origins[feed.Article.Id]));
        Assert.Equal(new SourceCount(2, 2, 1), SourceCount.Of([own, feed], origins));
    }
}
