using Parley.Records;
using Parley.Tests.Specs;
using Xunit;

namespace Parley.Tests.Statements;

public sealed class StatementSpecTests
{
    [Fact]
    public void The_rule_book_of_statements_holds() => SpecFile.Check("statements", Print, atLeast: 120);

    private static IEnumerable<string> Print(SpecExample example)
    {
        var reading = TestModel.Read(example.Text, example.Published);
        foreach (var statement in reading.Statements)
        {
            var line = string.Join(
                " | ",
                TextOf(reading, statement.SpeakerSpan),
                TextOf(reading, statement.CueSpan),
                string.Join(" / ", statement.Content.Select(span => TextOf(reading, span))),
                statement.Kind.ToString().ToLowerInvariant(),
                statement.Act.ToString().ToLowerInvariant()
            );
            yield return example.Heading switch
            {
                "Venue" => $"{line} | {statement.Venue ?? "-"}",
                "Joint speakers" =>
                    $"{line} | {string.Join(" + ", statement.Speakers.Select(id => reading.Actors.First(actor => actor.Id == id).Name))}",
                "Nested" => $"{line} | {statement.NestedIn ?? "-"}",
                _ => line,
            };
        }
    }

    private static string TextOf(Reading reading, Span? span) =>
        span is { } at ? at.Of(reading.Article.Text).ToString().ReplaceLineEndings(" ") : "-";
}
