using CsCheck;
using Parley.Records;
using Xunit;

namespace Parley.Tests;

/// <summary>What holds of every reading, whatever the text.</summary>
public sealed class ReadingProperties
{
    private static readonly string[] s_pieces =
    [
        "Deputy Minister Anton Rudenko said",
        "that the army would pull back from Oresk",
        ", according to the governor",
        "\"We never agreed to that,\"",
        "he told the Northern Wire on Tuesday",
        ". ",
        "\n\n",
        "At least twelve people were killed",
        "in the shelling of Lymanske",
        "Russia demanded",
        "a ceasefire until 4 May",
        "“",
        "”",
        "'",
        " - ",
        "...",
        "Kyiv: ",
        "😀",
        "\u0301",
        "\ud83d",
        "שלום",
        "\u0007",
        "10,000 tanks",
        "!",
        "(",
        "http://example.org/a?b=c",
    ];

    private static readonly Gen<string> s_texts =
        from pieces in Gen.Int[0, s_pieces.Length - 1].Select(i => s_pieces[i]).Array[0, 40]
        from blanks in Gen.Bool.Array[pieces.Length]
        select string.Concat(pieces.Zip(blanks, (piece, blank) => blank ? piece + " " : piece));

    [Fact]
    public void Every_span_lies_in_the_text_and_every_record_has_evidence() =>
        s_texts.Sample(text => Check(TestModel.Read(text)), iter: 60, threads: 1);

    [Fact]
    public void Reading_twice_gives_the_same_bytes() =>
        s_texts.Sample(text => ReadingJson.Write(TestModel.Read(text)) == ReadingJson.Write(TestModel.Read(text)), iter: 30, threads: 1);

    [Fact]
    public void What_is_written_as_JSON_can_be_read_back() =>
        s_texts.Sample(
            text =>
            {
                var json = ReadingJson.Write(TestModel.Read(WellFormed(text)));
                return ReadingJson.Write(ReadingJson.Read(json)) == json;
            },
            iter: 30,
            threads: 1
        );

    [Theory]
    [MemberData(nameof(Samples))]
    public void The_samples_hold_to_it_too(string path)
    {
        var reading = TestModel.Read(File.ReadAllText(Repository.Path("samples", "istanbul", path)), "2022-04-07");
        Check(reading);
        Assert.NotEmpty(reading.Statements);
    }

    [Fact]
    public void Explaining_changes_no_record()
    {
        var document = new SourceDocument { Text = File.ReadAllText(Repository.Path("samples", "istanbul", "02-agency-pledge.txt")) };
        Assert.Equal(ReadingJson.Write(TestModel.Reader.Read(document)), ReadingJson.Write(TestModel.Reader.Read(document, explain: true)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.8)]
    [InlineData(1)]
    public void A_least_confidence_says_what_is_uncertain_and_drops_nothing(double least)
    {
        var document = new SourceDocument { Text = File.ReadAllText(Repository.Path("samples", "istanbul", "02-agency-pledge.txt")) };
        var reading = new Reader(TestModel.Model) { MinConfidence = least }.Read(document);
        Assert.All(reading.Statements, statement => Assert.Equal(statement.Confidence < least, statement.Uncertain));
        Assert.All(reading.Events, deed => Assert.Equal(deed.Confidence < least, deed.Uncertain));
        Assert.All(reading.Undertakings, undertaking => Assert.Equal(undertaking.Confidence < least, undertaking.Uncertain));
        Assert.All(reading.Positions, position => Assert.Equal(position.Confidence < least, position.Uncertain));
        Assert.Equal(Evidence(TestModel.Reader.Read(document)).Select(record => record.Id), Evidence(reading).Select(record => record.Id));
        var uncertain = reading.Events.Where(deed => deed.Uncertain).Select(deed => deed.Id).ToHashSet();
        var evidence = reading.Undertakings.SelectMany(undertaking => undertaking.EvidenceFor.Concat(undertaking.EvidenceAgainst));
        Assert.DoesNotContain(evidence, uncertain.Contains);
    }

    public static TheoryData<string> Samples() =>
        [
            .. Directory
                .EnumerateFiles(Repository.Path("samples", "istanbul"), "*.txt")
                .Select(path => Path.GetFileName(path))
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>Spans lie in the text, ids are known and unlike, every record has evidence.</summary>
    internal static void Check(Reading reading)
    {
        var text = reading.Article.Text;
        foreach (var (id, spans) in Spans(reading))
        foreach (var span in spans)
            Assert.True(
                0 <= span.Start && span.Start < span.End && span.End <= text.Length,
                $"{id} has the span {span} in a text of {text.Length}."
            );
        foreach (var (id, evidence) in Evidence(reading))
            Assert.True(evidence.Count > 0, $"{id} has no evidence.");
        var ids = Evidence(reading).Select(record => record.Id).ToList();
        Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());
        var known = ids.ToHashSet(StringComparer.Ordinal);
        foreach (var reference in References(reading).OfType<string>())
            Assert.Contains(reference, known);
        foreach (var statement in reading.Statements)
            Assert.True(
                statement.CueSpan is not { } cue || cue.Of(text).SequenceEqual(statement.Cue),
                $"{statement.Id}: the cue is not its span."
            );
        foreach (var statement in reading.Statements)
            Assert.True(
                statement.Speakers.IsEmpty || statement.Speakers[0] == statement.Speaker,
                $"{statement.Id}: the first of the speakers is not the speaker."
            );
        foreach (
            var confidence in reading
                .Statements.Select(r => r.Confidence)
                .Concat(reading.Events.Select(r => r.Confidence))
                .Concat(reading.Undertakings.Select(r => r.Confidence))
                .Concat(reading.Positions.Select(r => r.Confidence))
        )
            Assert.InRange(confidence, 0, 1);
        foreach (var time in reading.Times)
            Assert.Equal(time.Text, time.Span.Of(text).ToString());
    }

    private static IEnumerable<(string Id, IReadOnlyList<Span> Evidence)> Evidence(Reading reading) =>
        [
            .. reading.Actors.Select(r => (r.Id, (IReadOnlyList<Span>)r.Evidence)),
            .. reading.Places.Select(r => (r.Id, (IReadOnlyList<Span>)r.Evidence)),
            .. reading.Times.Select(r => (r.Id, (IReadOnlyList<Span>)r.Evidence)),
            .. reading.Statements.Select(r => (r.Id, (IReadOnlyList<Span>)r.Evidence)),
            .. reading.Events.Select(r => (r.Id, (IReadOnlyList<Span>)r.Evidence)),
            .. reading.Figures.Select(r => (r.Id, (IReadOnlyList<Span>)r.Evidence)),
            .. reading.Undertakings.Select(r => (r.Id, (IReadOnlyList<Span>)r.Evidence)),
            .. reading.Positions.Select(r => (r.Id, (IReadOnlyList<Span>)r.Evidence)),
        ];

    private static IEnumerable<(string Id, IReadOnlyList<Span> Spans)> Spans(Reading reading) =>
        [
            .. Evidence(reading),
            ("article", [.. reading.Article.Furniture, .. reading.Article.Sentences]),
            .. reading.Actors.Select(r => (r.Id, (IReadOnlyList<Span>)r.Mentions)),
            .. reading.Places.Select(r => (r.Id, (IReadOnlyList<Span>)r.Mentions)),
            .. reading.Times.Select(r => (r.Id, (IReadOnlyList<Span>)[r.Span])),
            .. reading.Statements.Select(r => (r.Id, (IReadOnlyList<Span>)[.. r.Content, .. Some(r.SpeakerSpan), .. Some(r.CueSpan)])),
            .. reading.Events.Select(r => (r.Id, (IReadOnlyList<Span>)[r.Trigger])),
            .. reading.Figures.Select(r => (r.Id, (IReadOnlyList<Span>)[r.Span])),
            .. reading.Undertakings.Select(r => (r.Id, (IReadOnlyList<Span>)[r.Text, .. r.Conditions, .. r.Limits, .. r.Open])),
        ];

    private static IEnumerable<string?> References(Reading reading) =>
        [
            .. reading.Actors.Select(r => r.MemberOf),
            .. reading.Statements.SelectMany(r => (string?[])[r.Speaker, r.Addressee, r.Time, r.Place, r.NestedIn, .. r.Speakers]),
            .. reading.Events.SelectMany(r =>
                (string?[])[r.Place, r.Time, r.Statement, .. r.Sources, .. r.Targets, .. r.Inferred, .. r.Figures, .. r.DeniedBy]
            ),
            .. reading.Figures.SelectMany(r => new[] { r.PartOf, r.Event, r.Statement }),
            .. reading.Undertakings.SelectMany(r =>
                (string?[])
                    [r.By, r.From, r.Until, .. r.To, .. r.Places, .. r.Statements, .. r.EvidenceFor, .. r.EvidenceAgainst, .. r.Doubts]
            ),
            .. reading.Positions.SelectMany(r => (string?[])[r.Party, r.Statement, r.Time, .. r.About, .. r.Guarantors]),
        ];

    /// <summary>JSON cannot hold half a surrogate pair: the replacement character stands for it.</summary>
    private static string WellFormed(string text) => string.Concat(text.EnumerateRunes());

    private static Span[] Some(Span? span) => span is { } value ? [value] : [];
}
