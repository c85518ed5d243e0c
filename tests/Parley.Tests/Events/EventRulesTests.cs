using System.Globalization;
using Parley.Events;
using Parley.Lexicons;
using Parley.Records;
using Xunit;

namespace Parley.Tests.Events;

/// <summary>The tables of the event stage hold together: types, codes and weights exist and can be read.</summary>
public sealed class EventRulesTests
{
    [Fact]
    public void Every_deed_code_names_a_type_and_a_code_that_exist()
    {
        var codes = LexiconSet.Get("lexicons/deed-codes");
        var cameo = LexiconSet.Get("lexicons/cameo");
        for (var row = 0; row < codes.Count; row++)
        {
            var type = codes.Text(row, codes.Column("type"));
            Assert.True(Enum.TryParse<EventType>(type, ignoreCase: true, out _), $"row {row}: no type {type}");
            var code = codes.Text(row, codes.Column("cameo"));
            Assert.True(code.Length == 0 || cameo.Contains(code), $"row {row}: no code {code}");
        }
    }

    [Fact]
    public void Every_type_has_a_code_for_words_that_are_not_listed()
    {
        var codes = LexiconSet.Get("lexicons/deed-codes");
        var listed = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var row = codes.Find("*"); row >= 0; row = codes.Next(row))
            listed.Add(codes.Text(row, codes.Column("type")));
        Assert.All(Enum.GetNames<EventType>(), type => Assert.Contains(type, listed));
    }

    [Fact]
    public void Every_code_has_a_score_on_the_scale_or_none()
    {
        var cameo = LexiconSet.Get("lexicons/cameo");
        for (var row = 0; row < cameo.Count; row++)
            if (cameo.Text(row, cameo.Column("goldstein")) is { Length: > 0 } score)
                Assert.InRange(double.Parse(score, CultureInfo.InvariantCulture), -10, 10);
    }

    [Theory]
    [InlineData("en", "joining")]
    [InlineData("en", "keeping")]
    [InlineData("en", "parties")]
    [InlineData("en-fast 2.1", "joining")]
    [InlineData("en-fast 2.1", "keeping")]
    [InlineData("en-fast 2.1", "parties")]
    public void A_model_has_scorers_with_a_bias(string model, string table)
    {
        var scorer = new WeightTable(Composition.Of(model).Weights + "/" + table);
        Assert.NotEqual(0, scorer.Weight("bias"));
        Assert.Equal(0, scorer.Weight("no such feature"));
    }

    [Theory]
    [InlineData("rules/events/object-deeds", "type")]
    [InlineData("rules/events/object-deeds", "from")]
    [InlineData("rules/events/named-deeds", "type")]
    public void A_rule_of_deeds_names_types_that_exist(string table, string column)
    {
        var rules = LexiconSet.Get(table);
        for (var row = 0; row < rules.Count; row++)
            Assert.True(Enum.TryParse<EventType>(rules.Text(row, rules.Column(column)), ignoreCase: true, out _), $"row {row}");
    }
}
