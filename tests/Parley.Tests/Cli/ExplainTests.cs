using System.Text.Json.Nodes;
using Parley.Cli;
using Parley.Cli.Explanations;
using Parley.Records;
using Parley.Tests.Intake;
using Parley.Wording;
using Xunit;

namespace Parley.Tests.Cli;

public sealed class ExplainTests : IDisposable
{
    private const string Text =
        "Norland will withdraw its guns from the Arvad bridge, the defence ministry of Norland said on Tuesday. Sudmark denied shelling the town of Karst.";

    private static readonly Reading s_reading = ReadingJson.Read(File.ReadAllText(Repository.Path("tests", "Golden", "read", "sel.json")));

    private readonly TemporaryFolder _folder = new();

    private string Article => _folder.Write("arvad.txt", Taking.Utf8(Text));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void An_event_is_explained_by_its_trigger_reasons_and_links()
    {
        var deed = s_reading.Events[0] with
        {
            Reasons =
            [
                new Reason("type", "RETREAT", "head of types 0.93, then COERCE 0.03"),
                new Reason("cameo", "0874", "lexicons/cameo: RETREAT withdraw"),
            ],
        };
        Golden.Check("explain", "event.txt", Screen(s_reading with { Events = s_reading.Events.SetItem(0, deed) }, "e1"));
    }

    [Fact]
    public void The_same_as_JSON() =>
        Golden.Check("explain", "statement.json", ExplanationJson.Write(Explain(s_reading, "s4")!, s_reading.Article));

    [Theory]
    [InlineData("a1", "actor: Norland's defence ministry", "speakers: s1  Norland's defence ministry promises")]
    [InlineData("p2", "place: Karst", "place: e2  Someone unnamed: ASSAULT, happened, claimed by Ilse Brandt")]
    [InlineData("t1", "time: Monday (Monday 4 April 2022)", "span: Monday  ¶2.1 123–129  OSTRAVIA")]
    [InlineData("f1", "figure: killed: at least 8 pupils", "event: e2  Someone unnamed")]
    [InlineData("u1", "undertaking: Norland's defence ministry", "conditions: provided that the other side holds its fire")]
    [InlineData("O2", "position: Norland offers ceasefire  (0.4, uncertain)", "party: a3  Norland")]
    public void Every_kind_of_record_is_explained(string id, string heading, string line)
    {
        var screen = Screen(s_reading, id);
        Assert.Contains(heading, screen.Split('\n')[0], StringComparison.Ordinal);
        Assert.Contains(line, screen, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_record_of_a_read_article_can_be_explained()
    {
        var file = Article;
        var reading = JsonNode.Parse(Call.Run("read", "--json", file).Output)!;
        var ids = new[] { "actors", "places", "statements", "events" }
            .SelectMany(kind => reading[kind]!.AsArray())
            .Select(record => record!["id"]!.GetValue<string>())
            .ToList();
        Assert.NotEmpty(ids);
        foreach (var id in ids)
        {
            var call = Call.Run("explain", "--json", file, id);
            Assert.Equal((0, ""), (call.Code, call.Errors));
            Assert.Equal(id, JsonNode.Parse(call.Output)!["id"]!.GetValue<string>());
        }
    }

    [Fact]
    public void A_record_that_is_not_there_ends_with_2_and_one_line()
    {
        var file = Article;
        var call = Call.Run("explain", file, "e99");
        Assert.Equal((2, ""), (call.Code, call.Output));
        Assert.Matches(
            $@"^PRL0006: {file} has no record 'e99' \(there are a1.*\); see its records with: parley read {file}$",
            Assert.Single(call.ErrorLines)
        );
    }

    [Fact]
    public void A_file_that_is_not_there_ends_with_3_and_one_line()
    {
        var call = Call.Run("explain", "/no/such.txt", "e1");
        Assert.Equal((3, ""), (call.Code, call.Output));
        Assert.Equal(["PRL0020: /no/such.txt does not exist; check the path"], call.ErrorLines);
    }

    [Fact]
    public void Several_articles_are_one_too_many()
    {
        var call = Call.Run("explain", _folder.Write("two.jsonl", Taking.Utf8("{\"text\": \"One.\"}\n{\"text\": \"Two.\"}\n")), "e1");
        Assert.Equal((2, ""), (call.Code, call.Output));
        Assert.StartsWith("PRL0002", Assert.Single(call.ErrorLines), StringComparison.Ordinal);
    }

    private static Explanation? Explain(Reading reading, string id) => Explanation.Of(reading, new RecordLinks(reading), id);

    private static string Screen(Reading reading, string id)
    {
        using var output = new StringWriter { NewLine = "\n" };
        var session = new Session { OpenInput = () => Stream.Null, Output = output };
        new ExplanationScreen(session, reading.Article).Write(Explain(reading, id)!);
        return output.ToString();
    }
}
