using System.Collections.Immutable;
using System.ComponentModel;
using ModelContextProtocol.Server;
using Parley.Answers;
using Parley.Corrections;
using Parley.Ledger;
using Parley.Records;
using Parley.Web.Access;
using Parley.Wording;

namespace Parley.Web.Mcp.Tools;

/// <summary><c>parley_explain_record</c>: why a record is what it is.</summary>
[McpServerToolType]
internal sealed class ExplainTool(ToolDesk desk, TextReading texts)
{
    /// <summary>The tool.</summary>
    [McpServerTool(
        Name = "parley_explain_record",
        Title = "Why a record is so",
        ReadOnly = true,
        OpenWorld = false,
        UseStructuredContent = true
    )]
    [Description(
        "Why one record is what it is: the words each field was read from, the rule behind each field, the records it hangs together with, and what people corrected."
    )]
    public Task<ToolAnswer> Run(
        [Description("The record: first digits of the article, a stroke, and its id there (549ae1b4/e4).")] string id,
        CancellationToken cancel = default
    ) =>
        desk.Ask(
            ledger =>
            {
                var (reading, key) = RecordNames.Find(ledger, id);
                var explained = Explanation.Of(reading, new RecordLinks(reading), key.Id)!;
                var reasons = Reasons(ledger, key);
                var own = Entry(reading, explained, key) with { Facts = Facts(reading, explained, reasons, ledger, key) };
                return desk.Answer(
                    ledger,
                    ToolDesk.Question(null),
                    [own],
                    reasons.IsEmpty
                        ? "the record as it is kept; the rules behind its fields are told where the server has the model that read it"
                        : "the record as it is kept; the article was read anew for the rules behind its fields",
                    $"{key.Name} is a {explained.Kind}: {explained.Heading}."
                );
            },
            cancel
        );

    private static ToolRecord Entry(Reading reading, Explanation explained, RecordKey key)
    {
        var span = Citation.Around(reading, key.Span);
        return new ToolRecord
        {
            Id = key.Name,
            Kind = explained.Kind,
            What = explained.Heading,
            Quote = Citation.OneLine(span.Of(reading.Article.Text)),
            Span = new ToolSpan(reading.Article.Id, span.Start, span.End),
            Source = new ToolSource(reading.Article.Publisher ?? reading.Article.Source ?? key.Article[..8], ReadingOrder.Day(reading)),
            Status = explained.IsUncertain ? "uncertain" : "certain enough",
            Confidence = explained.Confidence,
        };
    }

    private static ImmutableArray<ToolFact> Facts(
        Reading reading,
        Explanation explained,
        ImmutableArray<Reason> reasons,
        ILedger ledger,
        RecordKey key
    ) =>
        new ToolFacts()
            .Add("words", explained.Words.Select(word => $"{word.Field}: “{Citation.OneLine(word.Span.Of(reading.Article.Text))}”"))
            .Add("field", reasons.Select(reason => $"{reason.Field} = {reason.Value}: {reason.Because}"))
            .Add("points at", explained.Links.Select(link => $"{link.Field}: {link.Id} {link.Heading}"))
            .Add("pointed at by", explained.LinkedFrom.Select(link => $"{link.Field}: {link.Id} {link.Heading}"))
            .Add(
                "corrected",
                CorrectionLog
                    .InForce(ledger.Corrections(key.Article))
                    .Where(correction => correction.Targets.Any(target => target.Kind == key.Kind && target.Span == key.Span))
                    .Select(correction =>
                        $"{CorrectionJson.Spell(correction.Verb)} {correction.Field} {correction.Value} by {correction.By}: {correction.Why}"
                    )
            )
            .All;

    /// <summary>The rules behind the fields; none where the article cannot be read anew, or reads otherwise now.</summary>
    private ImmutableArray<Reason> Reasons(ILedger ledger, RecordKey key)
    {
        if (ledger.Document(key.Article) is not { } document || texts.ReaderOf(ledger, key.Article) is not { } reader)
            return [];
        var anew = reader.Read(document, explain: true);
        return RecordFinder.Find(anew, key) is { } id && Explanation.Of(anew, new RecordLinks(anew), id) is { } explained
            ? explained.Reasons
            : [];
    }
}
