using Parley.Links;
using Parley.Models;
using Parley.Onnx;
using Xunit;

namespace Parley.Tests.Onnx;

public sealed class OnnxTestimonyModelTests
{
    private const string Promise = "The rebels said they would hold their fire along the river from Friday noon.";

    private static ITestimonyModel Model => TestModel.Testimony;

    [Fact]
    public void What_a_sentence_scores_depends_on_nothing_else()
    {
        string[] sentences =
        [
            "Rebel mortars fell on the ferry landing on Saturday morning, two boatmen said.",
            "Not a shot has been heard along the river since Friday, the priest said.",
        ];
        var together = Model.Score(Promise, sentences);
        using var other = OnnxTestimonyModel.Open(Repository.Path("models", "en-testimony"));
        Assert.Equal(together[1], other.Score(Promise, [sentences[1]])[0]);
        Assert.Equal(together, Model.Score(Promise, sentences));
    }

    [Theory]
    [InlineData("Rebel mortars fell on the ferry landing on Saturday morning, two boatmen said.", Bearing.Against)]
    [InlineData("The guns along the river have been silent since Friday and the ferry runs again.", Bearing.For)]
    [InlineData("A diplomat said he would believe in the pause when he saw it.", Bearing.Doubt)]
    public void Plain_testimony_bears_as_a_reader_would_say(string sentence, Bearing bearing)
    {
        var scores = Model.Score(Promise, [sentence])[0];
        Assert.True(scores.Of(bearing) > 0.5, scores.ToString());
    }

    [Fact]
    public void What_tells_nothing_of_it_bears_nothing() =>
        Assert.True(Model.Score(Promise, ["The price of bread has doubled since the spring."])[0].Nothing > 0.5);

    [Fact]
    public void What_looks_like_nothing_is_read_to_the_end_only_where_that_is_asked()
    {
        string[] sentences =
        [
            "The price of bread has doubled since the spring.",
            "Rebel mortars fell on the ferry landing on Saturday morning, two boatmen said.",
        ];
        var soon = Model.Score(Promise, sentences, [false, false]);
        var closely = Model.Score(Promise, sentences, [true, true]);
        Assert.Equal(1, soon[0].Nothing);
        Assert.InRange(closely[0].Nothing, 0.5f, 0.9999f);
        Assert.Equal(closely[1], soon[1]);
    }

    [Fact]
    public void Probabilities_are_of_one_whole()
    {
        foreach (var one in Model.Score("", ["", "?", new string('x', 20_000), string.Join(' ', Enumerable.Repeat("word", 5_000))]))
            Assert.Equal(1, one.Nothing + one.Kept + one.Holds + one.Broken + one.Doubted + one.Revoked + one.Void, 1e-4);
    }

    [Fact]
    public void A_damaged_folder_is_refused() =>
        Assert.Throws<InvalidModelException>(() => OnnxTestimonyModel.Open(Repository.Path("models", "places")));
}
