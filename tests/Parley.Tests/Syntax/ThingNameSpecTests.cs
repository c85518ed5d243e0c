using Parley.Syntax;
using Parley.Tests.Specs;
using Xunit;

namespace Parley.Tests.Syntax;

public sealed class ThingNameSpecTests
{
    [Fact]
    public void The_rule_book_of_names_holds() => SpecFile.Check("names", Print, atLeast: 18);

    private static IEnumerable<string> Print(SpecExample example)
    {
        var parsed = TestModel.Parse(example.Text, example.Published);
        foreach (var name in ThingNames.Read(parsed))
            yield return $"{name.Type.ToString().ToLowerInvariant()}: {parsed.SpanOf(name.Words).Of(parsed.Text)}";
    }
}
