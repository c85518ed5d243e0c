using System.Globalization;
using Parley.Lexicons;
using Parley.Records;
using Xunit;

namespace Parley.Tests.Events;

/// <summary>The tables of event frames hold together: types, codes and modes exist, conditions can be read.</summary>
public sealed class EventRulesTests
{
    public static TheoryData<string> Tables => ["rules/events/verbs", "rules/events/nouns"];

    [Theory]
    [MemberData(nameof(Tables))]
    public void Every_frame_names_a_type_and_a_code_that_exist(string name)
    {
        var frames = LexiconSet.Get(name);
        var cameo = LexiconSet.Get("lexicons/cameo");
        for (var row = 0; row < frames.Count; row++)
        {
            var type = frames.Text(row, frames.Column("type"));
            Assert.True(Enum.TryParse<EventType>(type, out _), $"{name} row {row}: no type {type}");
            var code = frames.Text(row, frames.Column("cameo"));
            Assert.True(code.Length == 0 || cameo.Contains(code), $"{name} row {row}: no code {code}");
        }
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
    [InlineData("rules/events/verbs", 600)]
    [InlineData("rules/events/nouns", 300)]
    public void There_are_frames_enough(string name, int atLeast) => Assert.True(LexiconSet.Get(name).Count >= atLeast);

    [Fact]
    public void Every_standing_of_a_governor_is_a_status()
    {
        var governors = LexiconSet.Get("rules/events/governors");
        for (var row = 0; row < governors.Count; row++)
            if (governors.Text(row, governors.Column("standing")) is { Length: > 0 } standing && standing != "tried")
                Assert.True(Enum.TryParse<EventStatus>(standing, ignoreCase: true, out _), $"row {row}: {standing}");
    }
}
