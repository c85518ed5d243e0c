using Parley.Tests.Specs;
using Parley.Times;
using Xunit;

namespace Parley.Tests.Times;

public sealed class TimeSpecs
{
    [Fact]
    public void Times_are_read_as_the_rule_book_says() => SpecFile.Check("times", Print, atLeast: 30);

    private static IEnumerable<string> Print(SpecExample example)
    {
        foreach (var time in new TimeReader().Read(TestModel.Parse(example.Text, example.Published)).Times)
            yield return $"{time.Type} {time.Value} \"{time.Text}\"{(time.Resolved ? "" : " open")}";
    }
}
