using Parley.Cli.Parsing;
using Parley.Syntax;
using Xunit;

namespace Parley.Tests.Syntax;

public sealed class GivenSentencesTests
{
    private const string Input =
        "# newdoc id = d\n# sent_id = 1\n# text = We don't go.\n1\tWe\t_\t_\t_\t_\t_\t_\t_\t_\n2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\t_\n"
        + "2\tdo\t_\t_\t_\t_\t_\t_\t_\t_\n3\tn't\t_\t_\t_\t_\t_\t_\t_\t_\n4\tgo\tx\tX\ty\tz\t1\tdep\t_\tSpaceAfter=No\n5\t.\t_\t_\t_\t_\t_\t_\t_\t_\n\n"
        + "# sent_id = 2\n1\tStop\t_\t_\t_\t_\t_\t_\t_\t_\n\n";

    [Fact]
    public void Words_sentences_and_comments_are_kept()
    {
        var given = GivenSentences.Read(Input);
        Assert.Equal("We don't go. Stop", given.Tokens.Text.TrimEnd());
        Assert.Equal([5, 1], given.Tokens.Blocks.Select(block => block.Words.Length));
        Assert.True(given.Tokens.Words[2].ContinuesToken);
        Assert.False(given.Tokens.Words[1].ContinuesToken);
        var output = given.Write(new SyntaxReader(new RuleModel()).Read(given.Tokens));
        Assert.Equal(Lines(Input), Lines(output));
        Assert.Contains("4\tgo\tgo\tNOUN\tNN\t_\t3\tnsubj\t_\tSpaceAfter=No\n", output, StringComparison.Ordinal);
        Assert.EndsWith("\n\n", output, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Lines(string conllu) =>
        conllu.Split('\n').Select(line => line.StartsWith('#') ? line : string.Join('\t', line.Split('\t').Take(2)));
}
