using System.Collections.Immutable;
using Parley.Records;

namespace Parley.Wording;

/// <summary>Why a record is what it is: its words, where each field comes from, and the records it hangs together with.</summary>
/// <param name="Id">Id of the record.</param>
/// <param name="Kind">"event".</param>
/// <param name="Heading">The record in a few words.</param>
/// <param name="Confidence">How likely it is right; null for kinds that have none.</param>
/// <param name="IsUncertain">True where it is folded away.</param>
/// <param name="Words">The words it was read from, by the name of the field that keeps them.</param>
/// <param name="Reasons">Where its fields come from.</param>
/// <param name="Links">The records it points at.</param>
/// <param name="LinkedFrom">The records that point at it.</param>
/// <param name="Evidence">The spans that prove it.</param>
public sealed record Explanation(
    string Id,
    string Kind,
    string Heading,
    double? Confidence,
    bool IsUncertain,
    ImmutableArray<(string Field, Span Span)> Words,
    ImmutableArray<Reason> Reasons,
    ImmutableArray<RecordLink> Links,
    ImmutableArray<RecordLink> LinkedFrom,
    ImmutableArray<Span> Evidence
)
{
    /// <summary>Explains a record of a reading; null where it has none with that id.</summary>
    /// <param name="reading">The reading.</param>
    /// <param name="links">Its links.</param>
    /// <param name="id">The record's id in it.</param>
    public static Explanation? Of(Reading reading, RecordLinks links, string id)
    {
        if (links.Find(id) is not { } record)
            return null;
        id = record.Fields["id"]!.GetValue<string>();
        var headings = ReadingEntries
            .Of(reading)
            .Select(entry => (entry.Id, entry.Heading))
            .Concat(reading.Actors.Select(actor => (actor.Id, Heading: actor.Name)))
            .ToDictionary(StringComparer.Ordinal);
        var (words, reasons, evidence) = Told(reading, id);
        return new Explanation(
            id,
            record.Kind,
            headings[id],
            record.Fields["confidence"]?.GetValue<double>(),
            record.Fields["uncertain"]?.GetValue<bool>() ?? false,
            [.. words],
            reasons,
            [.. links.From(id).Select(link => new RecordLink(link.Field, link.Id, headings[link.Id]))],
            [.. links.To(id).Select(link => new RecordLink(link.Field, link.Id, headings[link.Id]))],
            evidence
        );
    }

    private static (IEnumerable<(string, Span)> Words, ImmutableArray<Reason> Reasons, ImmutableArray<Span> Evidence) Told(
        Reading reading,
        string id
    )
    {
        if (reading.Statements.FirstOrDefault(record => record.Id == id) is { } statement)
            return (
                [.. One("cue", statement.CueSpan), .. One("speaker", statement.SpeakerSpan), .. All("content", statement.Content)],
                statement.Reasons,
                statement.Evidence
            );
        if (reading.Events.FirstOrDefault(record => record.Id == id) is { } happening)
            return (One("trigger", happening.Trigger), happening.Reasons, happening.Evidence);
        if (reading.Undertakings.FirstOrDefault(record => record.Id == id) is { } pledge)
            return (
                [
                    .. One("text", pledge.Text),
                    .. All("conditions", pledge.Conditions),
                    .. All("limits", pledge.Limits),
                    .. All("open", pledge.Open),
                ],
                pledge.Reasons,
                pledge.Evidence
            );
        if (reading.Positions.FirstOrDefault(record => record.Id == id) is { } position)
            return ([], position.Reasons, position.Evidence);
        if (reading.Figures.FirstOrDefault(record => record.Id == id) is { } figure)
            return (One("span", figure.Span), [], figure.Evidence);
        if (reading.Times.FirstOrDefault(record => record.Id == id) is { } time)
            return (One("span", time.Span), [], time.Evidence);
        if (reading.Places.FirstOrDefault(record => record.Id == id) is { } place)
            return (All("mentions", place.Mentions), [], place.Evidence);
        var actor = reading.Actors.First(record => record.Id == id);
        return (All("mentions", actor.Mentions), [], actor.Evidence);
    }

    private static IEnumerable<(string, Span)> One(string field, Span? span) => span is { } known ? [(field, known)] : [];

    private static IEnumerable<(string, Span)> All(string field, ImmutableArray<Span> spans) => spans.Select(span => (field, span));
}

/// <summary>A field of one record that holds the id of another.</summary>
/// <param name="Field">The field, as JSON names it.</param>
/// <param name="Id">The other record.</param>
/// <param name="Heading">That record in a few words.</param>
public sealed record RecordLink(string Field, string Id, string Heading);
