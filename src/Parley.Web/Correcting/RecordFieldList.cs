using System.Collections.Immutable;
using System.Globalization;
using Parley.Corrections;
using Parley.Records;
using Parley.Wording;

namespace Parley.Web.Correcting;

/// <summary>Which fields of which kind of record a person can set, and to what.</summary>
internal static class RecordFieldList
{
    /// <summary>The fields of a record, the one that the digits set first.</summary>
    public static ImmutableArray<RecordField> Of(Reading reading, RecordKey key) =>
        key.Kind switch
        {
            RecordKind.Statement => Of(reading, reading.Statements.First(one => one.Id == key.Id)),
            RecordKind.Event => Of(reading, reading.Events.First(one => one.Id == key.Id)),
            RecordKind.Undertaking => Of(reading, reading.Undertakings.First(one => one.Id == key.Id)),
            RecordKind.Position => Of(reading, reading.Positions.First(one => one.Id == key.Id)),
            RecordKind.Figure =>
            [
                Free("number", "value", reading.Figures.First(one => one.Id == key.Id).Value.ToString(CultureInfo.InvariantCulture)),
            ],
            RecordKind.Time => [Free("day", "value", reading.Times.First(one => one.Id == key.Id).Value)],
            RecordKind.Place => [Free("name", "name", reading.Places.First(one => one.Id == key.Id).Name)],
            _ => OfActor(reading.Actors.First(one => one.Id == key.Id)),
        };

    /// <summary>The field of a statement, event, undertaking or position that the digits set; null for other kinds.</summary>
    public static RecordField? MainOf(Reading reading, RecordKind kind, string id) =>
        kind switch
        {
            RecordKind.Statement => Main(reading.Statements.First(one => one.Id == id)),
            RecordKind.Event => Main(reading.Events.First(one => one.Id == id)),
            RecordKind.Undertaking => Main(reading.Undertakings.First(one => one.Id == id)),
            RecordKind.Position => Main(reading.Positions.First(one => one.Id == id)),
            _ => null,
        };

    private static RecordField Main(Statement statement) => Words("act", "act", statement.Act);

    private static RecordField Main(Event deed) => Words("status", "status", deed.Status);

    private static RecordField Main(Undertaking undertaking) => Words("kind", "kind", undertaking.Kind);

    private static RecordField Main(Position position) => Words("stance", "stance", position.Stance);

    private static ImmutableArray<RecordField> OfActor(Actor actor) =>
        [Words("kind", "kind", actor.Kind), Free("name", "name", actor.Name), Free("code", "code", actor.Code)];

    private static ImmutableArray<RecordField> Of(Reading reading, Statement statement) =>
        [
            Main(statement),
            Actors(reading, "speaker", statement.Speaker, true, "speaker", "speakers[]"),
            Actors(reading, "addressee", statement.Addressee, true, "addressee"),
            Places(reading, "place", statement.Place, "place"),
            Times(reading, "date", statement.Time, "time"),
        ];

    private static ImmutableArray<RecordField> Of(Reading reading, Event deed) =>
        [
            Main(deed),
            Actors(reading, "party", deed.Sources.FirstOrDefault(), true, "sources[]"),
            Actors(reading, "target", deed.Targets.FirstOrDefault(), true, "targets[]"),
            Places(reading, "place", deed.Place, "place", "places[]"),
            Times(reading, "date", deed.Time, "time"),
            Words("type", "type", deed.Type),
        ];

    private static ImmutableArray<RecordField> Of(Reading reading, Undertaking undertaking) =>
        [
            Main(undertaking),
            Actors(reading, "party", undertaking.By, false, "by"),
            Actors(reading, "addressee", undertaking.To.FirstOrDefault(), true, "to[]"),
            Places(reading, "place", undertaking.Places.FirstOrDefault(), "places[]"),
            Times(reading, "date", undertaking.From, "from"),
            Times(reading, "end", undertaking.Until, "until"),
            Words("status", "status", undertaking.Status),
        ];

    private static ImmutableArray<RecordField> Of(Reading reading, Position position) =>
        [Main(position), Actors(reading, "party", position.Party, false, "party"), Times(reading, "date", position.Time, "time")];

    private static RecordField Words<T>(string field, string path, T value)
        where T : struct, Enum =>
        new(
            field,
            [path],
            FieldKind.Word,
            Plain(ReadingEntries.Spell(value)),
            [.. Enum.GetValues<T>().Select(one => ReadingEntries.Spell(one)).Select(spelled => new FieldChoice(spelled, Plain(spelled)))],
            TakesNone: false
        );

    private static RecordField Actors(
        Reading reading,
        string field,
        string? current,
        bool takesNone,
        params ImmutableArray<string> paths
    ) =>
        new(
            field,
            paths,
            FieldKind.Actor,
            RecordCard.ActorWords(reading.Actors.FirstOrDefault(actor => actor.Id == current)),
            [.. reading.Actors.Select(actor => new FieldChoice(actor.Id, RecordCard.ActorWords(actor)!))],
            takesNone
        );

    private static RecordField Places(Reading reading, string field, string? current, params ImmutableArray<string> paths) =>
        new(
            field,
            paths,
            FieldKind.Place,
            reading.Places.FirstOrDefault(place => place.Id == current)?.Name,
            [
                .. reading.Places.Select(place => new FieldChoice(
                    place.Id,
                    place.Country is { } country ? $"{place.Name}, {country}" : place.Name
                )),
            ],
            TakesNone: true
        );

    private static RecordField Times(Reading reading, string field, string? current, string path) =>
        new(
            field,
            [path],
            FieldKind.Time,
            reading.Times.FirstOrDefault(time => time.Id == current) is { } now ? TimeWords(now) : null,
            [.. reading.Times.Select(time => new FieldChoice(time.Id, TimeWords(time)))],
            TakesNone: true
        );

    private static RecordField Free(string field, string path, string? value) =>
        new(field, [path], FieldKind.Free, value, [], TakesNone: false);

    private static string TimeWords(Time time) => time.Resolved ? $"{time.Text} ({time.Value})" : time.Text;

    private static string Plain(string spelled) => spelled.Replace('-', ' ');
}
