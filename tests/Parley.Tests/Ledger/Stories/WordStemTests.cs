using Parley.Ledger.Stories;
using Parley.Text;
using Xunit;

namespace Parley.Tests.Ledger.Stories;

public sealed class WordStemTests
{
    [Theory]
    [InlineData("shell", "shells", "shelled", "shelling", "Shelling")]
    [InlineData("release", "released", "releases", "releasing")]
    [InlineData("pass", "passes", "passed", "passing")]
    public void Forms_of_a_word_have_one_stem(params string[] forms) => Assert.Single(forms.Select(form => WordStem.Of(form)).Distinct());

    [Theory]
    [InlineData("king")]
    [InlineData("red")]
    [InlineData("it")]
    public void Short_words_keep_their_ends(string word) => Assert.Equal(word, WordStem.Of(word));
}
