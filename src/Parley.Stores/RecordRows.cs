using System.Collections.Immutable;
using Parley.Records;
using Parley.Undertakings;

namespace Parley.Stores;

/// <summary>What the tables tell of a reading's records, for those who look things up or write SQL.</summary>
internal static class RecordRows
{
    /// <summary>The columns of a row, as parameters.</summary>
    public static readonly string[] Names =
    [
        "@article",
        "@id",
        "@kind",
        "@name",
        "@status",
        "@party",
        "@other",
        "@place",
        "@country",
        "@day",
        "@value",
        "@confidence",
        "@uncertain",
        "@start",
        "@end",
    ];

    /// <summary>Puts a row in.</summary>
    public const string Insert =
        "INSERT INTO record (article, id, kind, name, status, party, other, place, country, day, value, confidence, uncertain, start_at, end_at) VALUES (@article, @id, @kind, @name, @status, @party, @other, @place, @country, @day, @value, @confidence, @uncertain, @start, @end)";

    /// <summary>The rows of actors, statements, events, figures, undertakings and positions.</summary>
    public static IEnumerable<object?[]> Of(long article, Reading reading)
    {
        var actors = reading.Actors.ToDictionary(actor => actor.Id, StringComparer.Ordinal);
        var places = reading.Places.ToDictionary(place => place.Id, StringComparer.Ordinal);
        var times = reading.Times.ToDictionary(time => time.Id, StringComparer.Ordinal);
        string? Code(string? id) =>
            id is not null && actors.TryGetValue(id, out var actor) ? Filled(Side.CodeOf(actor, reading.Actors)) : null;
        string? First(ImmutableArray<string> ids) => ids.IsDefaultOrEmpty ? null : Code(ids[0]);
        Place? At(string? id) => id is not null && places.TryGetValue(id, out var place) ? place : null;
        string? Day(string? id) => id is not null && times.TryGetValue(id, out var time) && time.Resolved ? time.Value : null;
        foreach (var actor in reading.Actors)
            yield return Row(article, actor.Id, "actor", actor.Name, Code(actor.Id), actor.Evidence, status: ReadingJson.Spell(actor.Kind));
        foreach (var said in reading.Statements)
            yield return Row(
                article,
                said.Id,
                "statement",
                said.Cue,
                Code(said.Speaker),
                said.Evidence,
                ReadingJson.Spell(said.Act),
                Code(said.Addressee),
                At(said.Place),
                Day(said.Time),
                confidence: said.Confidence,
                uncertain: said.Uncertain
            );
        foreach (var deed in reading.Events)
            yield return Row(
                article,
                deed.Id,
                "event",
                ReadingJson.Spell(deed.Type),
                First(deed.Sources),
                deed.Evidence,
                ReadingJson.Spell(deed.Status),
                First(deed.Targets),
                At(deed.Place),
                Day(deed.Time),
                confidence: deed.Confidence,
                uncertain: deed.Uncertain
            );
        foreach (var figure in reading.Figures)
            yield return Row(
                article,
                figure.Id,
                "figure",
                ReadingJson.Spell(figure.Measure),
                null,
                figure.Evidence,
                ReadingJson.Spell(figure.Bound),
                value: (double)figure.Value
            );
        foreach (var undertaking in reading.Undertakings)
            yield return Row(
                article,
                undertaking.Id,
                "undertaking",
                ReadingJson.Spell(undertaking.Kind),
                Code(undertaking.By),
                undertaking.Evidence,
                ReadingJson.Spell(undertaking.Status),
                First(undertaking.To),
                At(undertaking.Places.IsEmpty ? null : undertaking.Places[0]),
                Day(undertaking.From),
                confidence: undertaking.Confidence,
                uncertain: undertaking.Uncertain
            );
        foreach (var position in reading.Positions)
            yield return Row(
                article,
                position.Id,
                "position",
                position.Topic,
                Code(position.Party),
                position.Evidence,
                ReadingJson.Spell(position.Stance),
                day: Day(position.Time),
                confidence: position.Confidence,
                uncertain: position.Uncertain
            );
    }

    /// <summary>Names and codes of actors and names of places, for the index of words.</summary>
    public static string NamesOf(Reading reading) =>
        string.Join(
            '\n',
            reading
                .Actors.SelectMany(actor => new[] { actor.Name, actor.Code })
                .Concat(reading.Places.Select(place => place.Name))
                .Where(name => name.Length > 0)
                .Distinct(StringComparer.Ordinal)
        );

    /// <summary>Topics, kinds of undertakings and types of events, for the index of words.</summary>
    public static string TopicsOf(Reading reading) =>
        string.Join(
            '\n',
            reading
                .Positions.Select(position => position.Topic)
                .Concat(reading.Undertakings.Select(undertaking => ReadingJson.Spell(undertaking.Kind)))
                .Concat(reading.Events.Select(deed => ReadingJson.Spell(deed.Type)))
                .Distinct(StringComparer.Ordinal)
        );

    private static object?[] Row(
        long article,
        string id,
        string kind,
        string name,
        string? party,
        ImmutableArray<Span> evidence,
        string? status = null,
        string? other = null,
        Place? place = null,
        string? day = null,
        double? value = null,
        double? confidence = null,
        bool uncertain = false
    ) =>
        [
            article,
            id,
            kind,
            name,
            status,
            party,
            other,
            place?.Name,
            place?.Country,
            day,
            value,
            confidence,
            uncertain ? 1L : 0L,
            evidence.IsEmpty ? 0L : evidence[0].Start,
            evidence.IsEmpty ? 0L : evidence[0].End,
        ];

    private static string? Filled(string code) => code.Length > 0 ? code : null;
}
