using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Parley.Records;
using Xunit;

namespace Parley.Tests;

/// <summary>The writer by hand gives what the serializer would.</summary>
public sealed class ReadingJsonTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_reading_with_every_kind_of_record_is_written_as_the_serializer_does(bool indented)
    {
        var reading = ReadingJson.Read(File.ReadAllText(Repository.Path("tests", "Golden", "read", "sel.json")));
        Assert.Equal(Serialized(reading, indented), ReadingJson.Write(reading, indented));
        var bare = new Reading
        {
            Article = new Article { Id = "x", Text = "\ud800 <\u2028> \"\\" },
        };
        Assert.Equal(Serialized(bare, indented), ReadingJson.Write(bare, indented));
    }

    [Fact]
    public void Confidence_has_three_decimals()
    {
        var reading = ReadingJson.Read(File.ReadAllText(Repository.Path("tests", "Golden", "read", "sel.json")));
        reading = reading with { Positions = [reading.Positions[0] with { Confidence = 2 / 3.0 }] };
        Assert.Contains("\"confidence\":0.667,", ReadingJson.Write(reading), StringComparison.Ordinal);
    }

    [Fact]
    public void A_reading_older_than_inferred_parties_is_read()
    {
        var reading = ReadingJson.Read(File.ReadAllText(Repository.Path("tests", "Golden", "read", "sel.json")));
        var json = JsonNode.Parse(ReadingJson.Write(reading))!;
        foreach (var deed in json["events"]!.AsArray())
            deed!.AsObject().Remove("inferred");
        Assert.All(ReadingJson.Read(json.ToJsonString()).Events, deed => Assert.Empty(deed.Inferred));
    }

    [Fact]
    public void Every_value_is_spelled_as_the_serializer_does()
    {
        Check<ActorKind>();
        Check<PlacePrecision>();
        Check<StatementKind>();
        Check<StatementAct>();
        Check<EventType>();
        Check<EventStatus>();
        Check<EventAttestation>();
        Check<FigureMeasure>();
        Check<FigureBound>();
        Check<UndertakingKind>();
        Check<UndertakingStatus>();
        Check<PositionStance>();
    }

    private static void Check<T>()
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
            Assert.Equal(JsonSerializer.Serialize(value), $"\"{JsonNames<T>.Of(value)}\"");
    }

    private static string Serialized(Reading reading, bool indented)
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            WriteIndented = indented,
            NewLine = "\n",
        };
        return JsonSerializer.Serialize(reading, new ReadingJson(options).Reading);
    }
}
