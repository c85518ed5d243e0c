using System.Globalization;
using Parley.Tests.Cli;
using Xunit;

namespace Parley.Tests.Models;

/// <summary>The cards of the models say what they reach on a sample of our own; here it is reckoned anew.</summary>
public sealed class CardTests
{
    [Theory]
    [InlineData("accurate", "en")]
    [InlineData("fast", "en-fast")]
    public void The_card_gives_the_scores_that_the_model_reaches(string model, string folder)
    {
        var sample = Repository.Path("tests", "Golden", "models", "sample.conllu");
        var call = Call.Run("parse", "--model", model, "--pretokenized", sample);
        Assert.Equal(0, call.Code);
        var pairs = WordsOf(File.ReadAllText(sample)).Zip(WordsOf(call.Output)).ToList();
        var row =
            "| sample, %words% words | "
            + string.Join(
                " | ",
                Share(pairs, (a, b) => a[3] == b[3]),
                Share(pairs, (a, b) => a[2] == b[2]),
                Share(pairs, (a, b) => a[6] == b[6]),
                Share(pairs, (a, b) => a[6] == b[6] && a[7] == b[7])
            )
            + " |";
        row = row.Replace("%words%", pairs.Count.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        var card = File.ReadAllLines(Repository.Path("models", folder, "card.md"));
        Assert.True(card.Contains(row), $"models/{folder}/card.md should have the line\n{row}");
    }

    /// <summary>The columns of all words.</summary>
    private static IEnumerable<string[]> WordsOf(string conllu) =>
        conllu.Split('\n').Select(line => line.Split('\t')).Where(columns => columns.Length == 10 && int.TryParse(columns[0], out _));

    private static string Share(List<(string[] First, string[] Second)> pairs, Func<string[], string[], bool> isRight) =>
        (100.0 * pairs.Count(pair => isRight(pair.First, pair.Second)) / pairs.Count).ToString("0.0", CultureInfo.InvariantCulture);
}
