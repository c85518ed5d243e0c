using Parley.Ledger.Stories;
using Parley.Records;
using Xunit;

namespace Parley.Tests.Ledger.Stories;

public sealed class StoryFinderTests
{
    private const string Bridge =
        "Engineers reopened the Tornau bridge on the Velda after the flood. Lorries crossed the Tornau bridge again and the ferry on the Velda stopped.";

    private const string BridgeAgain =
        "The Tornau bridge over the Velda carries lorries once more, engineers said. The ferry that crossed the Velda during the flood will be moored.";

    private const string Vineyard =
        "Growers in Sollmark lost a third of their grapes to hail. Insurers of the Sollmark vineyards will pay for the harvest, growers hope.";

    [Fact]
    public void Articles_on_one_happening_are_one_story_and_others_are_another()
    {
        var stories = StoryFinder.Find([
            Article("a", "2022-05-01", Bridge),
            Article("b", "2022-05-02", BridgeAgain),
            Article("c", "2022-05-02", Vineyard),
        ]);
        Assert.Equal(["a b", "c"], stories.Select(story => string.Join(' ', story.Articles)));
        Assert.Equal("a", stories[0].Id);
    }

    [Fact]
    public void The_same_words_weeks_later_are_another_story() =>
        Assert.Equal(2, StoryFinder.Find([Article("a", "2022-05-01", Bridge), Article("b", "2022-05-20", BridgeAgain)]).Length);

    [Fact]
    public void Stories_do_not_depend_on_the_order_in_which_articles_come()
    {
        StorySketch[] sketches =
        [
            Article("d", "2022-05-03", Bridge + " " + Vineyard),
            Article("a", "2022-05-01", Bridge),
            Article("c", "2022-05-02", Vineyard),
            Article("b", "2022-05-02", BridgeAgain),
            Article("e", null, BridgeAgain),
        ];
        var one = StoryFinder.Assign(sketches);
        var other = StoryFinder.Assign([.. sketches.Reverse()]);
        Assert.Equal(one.OrderBy(pair => pair.Key), other.OrderBy(pair => pair.Key));
    }

    [Fact]
    public void Settled_stories_stay_and_later_articles_join_them()
    {
        StorySketch[] sketches = [Article("a", "2022-05-01", Bridge), Article("b", "2022-05-02", BridgeAgain)];
        var of = StoryFinder.Assign(sketches, new Dictionary<string, string> { ["a"] = "earlier" });
        Assert.Equal("earlier", of["b"]);
    }

    [Fact]
    public void A_sketch_is_the_same_after_it_was_written_and_read()
    {
        var sketch = Article("a", "2022-05-01", Bridge);
        var read = StorySketch.Read("a", "2022-05-01", sketch.ToBytes());
        Assert.Equal(sketch.Terms, read.Terms);
        Assert.Equal(1, sketch.Likeness(read), 9);
        Assert.Throws<InvalidDataException>(() => StorySketch.Read("a", null, [7]));
    }

    private static StorySketch Article(string id, string? day, string text) =>
        StorySketch.Of(
            new Article
            {
                Id = id,
                Published = day,
                Text = text,
            }
        );
}
