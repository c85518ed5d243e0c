using Parley.Records;
using Parley.Tests.Specs;
using Xunit;

namespace Parley.Tests.Undertakings;

public sealed class UndertakingTimesSpecTests
{
    [Fact]
    public void The_examples_of_the_rule_book_hold() =>
        SpecFile.Check("undertaking-times", example => Print(TestModel.Read(example.Text, example.Published)), atLeast: 60);

    private static IEnumerable<string> Print(Reading reading)
    {
        string? Text(string? id) => reading.Times.FirstOrDefault(time => time.Id == id)?.Text;
        return reading
            .Undertakings.Select(undertaking =>
                (Text(undertaking.From), Text(undertaking.Until)) switch
                {
                    (null, null) => "open",
                    (null, var until) => $"until {until}",
                    (var from, null) => $"from {from}",
                    var (from, until) => $"from {from} | until {until}",
                }
            )
            .Distinct();
    }
}
