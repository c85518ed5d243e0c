using System.Globalization;
using Parley.Figures;
using Parley.Records;
using Parley.Text;
using Xunit;

namespace Parley.Tests.Figures;

public sealed class QuantityReaderTests
{
    [Theory]
    [InlineData("at least seven men", "at least seven", "7", null, FigureBound.AtLeast)]
    [InlineData("over 10 million men", "over 10 million", "10000000", null, FigureBound.MoreThan)]
    [InlineData("almost four million men", "almost four million", "4000000", null, FigureBound.Almost)]
    [InlineData("an estimated 1,000 men", "an estimated 1,000", "1000", null, FigureBound.About)]
    [InlineData("no fewer than a dozen men", "no fewer than a dozen", "12", null, FigureBound.AtLeast)]
    [InlineData("tens of thousands of men", "tens of thousands", "20000", null, FigureBound.AtLeast)]
    [InlineData("hundreds of thousands of men", "hundreds of thousands", "200000", null, FigureBound.AtLeast)]
    [InlineData("several thousand men", "several thousand", "2000", null, FigureBound.AtLeast)]
    [InlineData("two to three million men", "two to three million", "2000000", "3000000", FigureBound.Exact)]
    [InlineData("between 20 and 30 men", "between 20 and 30", "20", "30", FigureBound.Exact)]
    [InlineData("one hundred and fifty thousand men", "one hundred and fifty thousand", "150000", null, FigureBound.Exact)]
    [InlineData("two thousand five hundred men", "two thousand five hundred", "2500", null, FigureBound.Exact)]
    [InlineData("one and a half million men", "one and a half million", "1500000", null, FigureBound.Exact)]
    [InlineData("1,80,000 men", "1,80,000", "180000", null, FigureBound.Exact)]
    [InlineData("15 or more men", "15 or more", "15", null, FigureBound.AtLeast)]
    public void Numbers_are_read_with_their_bounds(string text, string words, string value, string? high, FigureBound bound)
    {
        var quantity = First(text);
        Assert.Equal(words, Words(text, quantity));
        Assert.Equal(decimal.Parse(value, CultureInfo.InvariantCulture), quantity.Value);
        Assert.Equal(high, quantity.High?.ToString("0", CultureInfo.InvariantCulture));
        Assert.Equal(bound, quantity.Bound);
    }

    [Theory]
    [InlineData("$5 million", "$5 million", "USD", "5000000")]
    [InlineData("40 million euros", "40 million euros", "EUR", "40000000")]
    [InlineData("more than £3bn", "more than £3bn", "GBP", "3000000000")]
    public void Sums_of_money_have_their_currency(string text, string words, string currency, string value)
    {
        var quantity = First(text);
        Assert.Equal(words, Words(text, quantity));
        Assert.Equal(currency, quantity.Currency);
        Assert.Equal(decimal.Parse(value, CultureInfo.InvariantCulture), quantity.Value);
    }

    [Theory]
    [InlineData("the 14th month")]
    [InlineData("several men")]
    [InlineData("a few men")]
    [InlineData("no one")]
    public void Words_that_are_no_number_give_nothing(string text)
    {
        var tokens = Tokens(text);
        var reader = new QuantityReader();
        var all = new WordRange(0, tokens.Words.Length);
        Assert.DoesNotContain(Enumerable.Range(0, all.End), word => reader.Read(tokens, word, all) is { Value: > 1 });
    }

    private static Quantity First(string text)
    {
        var tokens = Tokens(text);
        var reader = new QuantityReader();
        var all = new WordRange(0, tokens.Words.Length);
        for (var word = 0; word < all.End; word++)
            if (reader.Read(tokens, word, all) is { } quantity)
                return quantity;
        throw new InvalidOperationException($"no number in \"{text}\"");
    }

    private static string Words(string text, Quantity quantity) => Tokens(text).SpanOf(quantity.Words).Of(text).ToString();

    private static TokenizedText Tokens(string text) => new ArticleTextReader().Read(new SourceDocument { Text = text });
}
