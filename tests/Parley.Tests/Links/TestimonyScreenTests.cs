using Parley.Links;
using Parley.Models;
using Parley.Onnx;
using Xunit;

namespace Parley.Tests.Links;

public sealed class TestimonyScreenTests
{
    private const string Promise = "The rebels said they would hold their fire along the river from Friday noon.";

    private static readonly TestimonyScreen s_screen = TestimonyScreen.Open(Repository.Path("models", "en-testimony"));

    [Theory]
    [InlineData("Rebel mortars fell on the ferry landing on Saturday morning, two boatmen said.")]
    [InlineData("The guns along the river have been silent since Friday and the ferry runs again.")]
    [InlineData("A diplomat said he would believe in the truce when he saw it.")]
    public void What_may_bear_on_the_promise_goes_on_to_the_network(string sentence) => Assert.True(s_screen.Of(Promise).MayTell(sentence));

    [Theory]
    [InlineData("He was born in a village near the capital and studied law.")]
    [InlineData("The company reported a net profit of 20 million dollars for the year, and its shares rose.")]
    [InlineData("The minister met his counterpart in Paris to discuss trade and the price of oil.")]
    public void What_tells_nothing_is_left_out(string sentence) => Assert.False(s_screen.Of(Promise).MayTell(sentence));

    [Fact]
    public void Any_text_is_looked_at_in_bounded_time()
    {
        var promise = s_screen.Of(string.Join(' ', Enumerable.Repeat("word", 100_000)));
        foreach (
            var sentence in new[]
            {
                "",
                "?",
                "\uD800",
                new string('x', 200_000),
                "מֵעוֹלָם",
                string.Join(' ', Enumerable.Repeat("fire", 50_000)),
            }
        )
            _ = promise.MayTell(sentence);
        Assert.Equal(s_screen.Of("").MayTell("fire"), s_screen.Of("???").MayTell("fire"));
    }

    [Fact]
    public void The_reader_and_its_memory_have_the_screen()
    {
        const string Left = "He was born in a village near the capital and studied law.";
        using var reader = OnnxTestimonyModel.Open(Repository.Path("models", "en-testimony"));
        Assert.False(reader.Screen(Promise)(Left));
        Assert.False(((ITestimonyModel)new TestimonyMemory(reader)).Screen(Promise)(Left));
    }

    [Fact]
    public void A_file_whose_parts_do_not_fit_is_refused()
    {
        var folder = Directory.CreateTempSubdirectory("parley-screen-").FullName;
        try
        {
            var path = Path.Combine(folder, "screen.bin");
            File.Copy(Repository.Path("models", "en-testimony", "screen.bin"), path);
            using (var file = File.OpenWrite(path))
                file.SetLength(file.Length / 2);
            Assert.Throws<InvalidModelException>(() => TestimonyScreen.Open(folder));
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }
}
