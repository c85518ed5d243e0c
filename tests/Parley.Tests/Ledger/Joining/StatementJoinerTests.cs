using Parley.Ledger.Joining;
using Parley.Records;
using Xunit;

namespace Parley.Tests.Ledger.Joining;

public sealed class StatementJoinerTests
{
    private const string One = "Moscow will sharply reduce military activity near Kyiv and Chernihiv.";
    private const string Two = "Moscow has decided to radically cut military activity in the direction of Kyiv and Chernihiv.";
    private const string Other = "Prisoners from the Black Sea coast could be exchanged before Easter.";

    [Fact]
    public void One_utterance_in_two_translations_is_one() =>
        Assert.Single(Join(Said("A", "2022-03-29", One), Said("B", "2022-03-30", Two)));

    [Fact]
    public void Another_matter_another_week_or_another_act_is_another_utterance()
    {
        Assert.Equal(2, Join(Said("A", "2022-03-29", One), Said("B", "2022-03-29", Other)).Length);
        Assert.Equal(2, Join(Said("A", "2022-03-29", One), Said("B", "2022-04-09", Two)).Length);
        Assert.Equal(2, Join(Said("A", "2022-03-29", One), Said("B", "2022-03-29", Two, StatementAct.Denies)).Length);
    }

    [Fact]
    public void Another_speakers_words_are_another_utterance() =>
        Assert.Equal(2, Join(Said("A", "2022-03-29", One), Said("B", "2022-03-29", Two, speaker: "a2")).Length);

    private static JoinedStatement[] Join(params Reading[] papers) =>
        [.. StatementJoiner.Join(papers, ActorJoiner.Join(papers, new Dictionary<string, string>()))];

    private static Reading Said(string outlet, string day, string words, StatementAct act = StatementAct.Asserts, string speaker = "a1") =>
        Papers.Article(outlet, day, words).Says(speaker, act, 0);
}
