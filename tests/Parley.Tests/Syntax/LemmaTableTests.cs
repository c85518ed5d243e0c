using Parley.Syntax;
using Xunit;

namespace Parley.Tests.Syntax;

public sealed class LemmaTableTests
{
    private static readonly LemmaTable s_table = LemmaTable.Of([("saw", "VERB", "see"), ("saw", "NOUN", "saw"), ("mice", "NOUN", "mouse")]);

    [Theory]
    [InlineData("saw", "VERB", "see")]
    [InlineData("Saw", "NOUN", "saw")]
    [InlineData("MICE", "NOUN", "mouse")]
    [InlineData("mice", "VERB", null)]
    [InlineData("", "NOUN", null)]
    public void A_lemma_is_found_by_form_in_any_case_and_tag(string form, string tag, string? lemma) =>
        Assert.Equal(lemma, s_table.Find(form, tag));

    [Fact]
    public void An_empty_table_knows_nothing() => Assert.Null(LemmaTable.Empty.Find("mice", "NOUN"));
}
