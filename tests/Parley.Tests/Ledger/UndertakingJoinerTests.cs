using Parley.Ledger;
using Parley.Records;
using Xunit;

namespace Parley.Tests.Ledger;

public sealed class UndertakingJoinerTests
{
    [Fact]
    public void The_same_promise_in_two_articles_is_one_undertaking()
    {
        var one = Papers.Article("A", "2022-03-29", "It will scale back.").Promises(UndertakingKind.ReductionOfOperations, 0, Papers.Kyiv);
        var two = Papers
            .Article("B", "2022-03-30", "It vowed to cut back.")
            .Promises(UndertakingKind.ReductionOfOperations, 0, Papers.Kyiv, Papers.Chernihiv);
        var joined = Assert.Single(UndertakingJoiner.Join([one, two]));
        Assert.Equal(2, joined.Tellings.Length);
        Assert.Equal("Russia", joined.Party);
        Assert.Equal(["Kyiv", "Chernihiv"], joined.Pledge.Area.Select(place => place.Name));
    }

    [Theory]
    [InlineData(UndertakingKind.Ceasefire, "2022-03-30", "Kyiv")]
    [InlineData(UndertakingKind.ReductionOfOperations, "2022-06-30", "Kyiv")]
    [InlineData(UndertakingKind.ReductionOfOperations, "2022-03-30", "Mykolaiv")]
    public void Another_kind_another_season_or_another_area_is_another_undertaking(UndertakingKind kind, string day, string area)
    {
        var place = area == "Kyiv" ? Papers.Kyiv : Papers.Mykolaiv;
        var one = Papers.Article("A", "2022-03-29", "It will scale back.").Promises(UndertakingKind.ReductionOfOperations, 0, Papers.Kyiv);
        var two = Papers.Article("B", day, "It vowed something.").Promises(kind, 0, place);
        Assert.Equal(2, UndertakingJoiner.Join([one, two]).Length);
    }

    [Fact]
    public void An_end_that_one_report_tells_holds_for_the_undertaking()
    {
        var one = Truce("A", "2022-03-29", "Russia declared a truce.", null);
        var two = Truce("B", "2022-03-30", "The truce ends on 5 April.", ("DATE", "2022-04-05"));
        Assert.Equal("2022-04-05", Assert.Single(UndertakingJoiner.Join([one, two])).Pledge.Until);
    }

    [Fact]
    public void A_length_counts_from_the_beginning_and_gives_way_to_a_day()
    {
        var length = Truce("A", "2022-03-29", "Russia declared a ten-day truce.", ("DURATION", "P10D"));
        Assert.Equal("2022-04-08", Assert.Single(UndertakingJoiner.Join([length])).Pledge.Until);
        var day = Truce("B", "2022-03-30", "The truce ends on 7 April.", ("DATE", "2022-04-07"));
        Assert.Equal("2022-04-07", Assert.Single(UndertakingJoiner.Join([length, day])).Pledge.Until);
    }

    [Fact]
    public void A_headline_and_its_text_are_one_undertaking_with_the_area_and_words_of_the_text()
    {
        var reading = Papers
            .Article("A", "2022-03-29", "Rivals sign truce in Chernihiv", "They will stop all fighting in Kyiv.")
            .Promises(UndertakingKind.Ceasefire, 0, Papers.Chernihiv)
            .Promises(UndertakingKind.Ceasefire, 1, Papers.Kyiv);
        Assert.Equal(2, UndertakingJoiner.Join([reading]).Length);
        reading = reading with { Article = reading.Article with { Title = "Rivals sign truce in Chernihiv" } };
        var joined = Assert.Single(UndertakingJoiner.Join([reading]));
        Assert.Equal(["Kyiv"], joined.Pledge.Area.Select(place => place.Name));
        Assert.Equal("They will stop all fighting in Kyiv.", joined.Tellings[0].Undertaking.Text.Of(reading.Article.Text).ToString());
    }

    [Theory]
    [InlineData("DATE", "2022-04-12")]
    [InlineData("DURATION", "P7D")]
    public void An_end_that_is_said_to_be_extended_wins(string type, string value)
    {
        var one = Truce("A", "2022-03-29", "Russia declared a truce until 5 April.", ("DATE", "2022-04-05"));
        var two = Truce("B", "2022-04-04", "Russia extended the truce.", (type, value));
        Assert.Equal("2022-04-12", Assert.Single(UndertakingJoiner.Join([one, two])).Pledge.Until);
    }

    [Fact]
    public void Another_end_without_a_word_of_extension_is_another_truce()
    {
        var one = Truce("A", "2022-03-29", "Russia declared a truce until 5 April.", ("DATE", "2022-04-05"));
        var two = Truce("B", "2022-04-04", "Russia declared a truce until 12 April.", ("DATE", "2022-04-12"));
        Assert.Equal(2, UndertakingJoiner.Join([one, two]).Length);
    }

    private static Reading Truce(string outlet, string day, string words, (string Type, string Value)? until)
    {
        var reading = Papers.Article(outlet, day, words).Promises(UndertakingKind.Ceasefire, 0, Papers.Kyiv);
        return until is not { } end
            ? reading
            : reading with
            {
                Times =
                [
                    new Time
                    {
                        Id = "t1",
                        Text = "then",
                        Type = end.Type,
                        Value = end.Value,
                        Resolved = true,
                        Span = reading.Article.Sentences[0],
                        Evidence = [reading.Article.Sentences[0]],
                    },
                ],
                Undertakings = [reading.Undertakings[0] with { Until = "t1" }],
            };
    }
}
