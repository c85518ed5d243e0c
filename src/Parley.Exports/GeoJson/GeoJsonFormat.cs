using System.Collections.Immutable;
using System.Text.Json;
using Parley.Assessments;
using Parley.Exports.Events;
using Parley.Ledger;
using Parley.Links;
using Parley.Records;

namespace Parley.Exports.GeoJson;

/// <summary>Deeds where they were done, and undertakings where they hold, as GeoJSON (RFC 7946). Words about deeds are on no map.</summary>
internal sealed class GeoJsonFormat : IExportFormat
{
    public string Name => "geojson";

    public string Holds => "deeds where they were done and undertakings where they hold, with areas for what is no point";

    public ImmutableArray<string> Endings => [".geojson"];

    public string MediaType => "application/geo+json";

    public bool IsFolder => false;

    public void Write(ExportSource source, ExportTarget target)
    {
        using var output = target.Open("ledger.geojson");
        JsonFiles.Whole(
            output,
            json =>
            {
                json.WriteStartObject();
                json.WriteString("type", "FeatureCollection");
                json.WriteStartArray("features");
                foreach (var coded in source.Events)
                    if (!coded.IsWord && !PlacesOf(coded).IsEmpty)
                        Write(json, coded);
                    else
                        source.LeaveOut(coded.IsWord ? "words, where the format has deeds" : "without a place");
                WriteUndertakings(json, source);
                json.WriteEndArray();
                json.WriteEndObject();
            }
        );
    }

    private static ImmutableArray<Place> PlacesOf(CodedEvent coded)
    {
        var record = coded.Record;
        var ids = record.Places.IsEmpty && record.Place is { } only ? [only] : record.Places;
        ImmutableArray<Place> own =
        [
            .. coded.First.Reading.Places.Where(place =>
                ids.Contains(place.Id) && place.Use == PlaceUse.Literal && place.Precision is not null
            ),
        ];
        return own.IsEmpty && coded.Place is { Precision: not null } told ? [told] : own;
    }

    private static void Write(Utf8JsonWriter json, CodedEvent coded)
    {
        var places = PlacesOf(coded);
        var article = coded.First.Reading.Article;
        Start(json, coded.Id, places);
        json.WriteString("kind", "deed");
        json.WriteString("code", ReadingJson.Spell(coded.Type) + (coded.Mode is null ? "" : "/" + coded.Mode));
        json.WriteString("status", ReadingJson.Spell(coded.Record.Status));
        json.WriteString("attestation", ReadingJson.Spell(coded.Record.Attestation));
        WritePlaces(json, places);
        json.WriteString("time_start", coded.Precision == DatePrecision.Reported ? null : coded.Date);
        json.WriteString("time_end", coded.EndDate ?? (coded.Precision == DatePrecision.Reported ? null : coded.Date));
        json.WriteString("reported", ReadingOrder.Day(coded.First.Reading));
        json.WriteTexts("doers", coded.Actors.Select(party => party.Name));
        json.WriteTexts("targets", coded.Recipients.Select(party => party.Name));
        json.WriteString(
            "title",
            $"{(coded.Actors.IsEmpty ? "doer not told" : string.Join(", ", coded.Actors.Select(party => party.Name)))}: {ReadingJson.Spell(coded.Type)}"
        );
        json.WriteString("quote", Citation.OneLine(coded.First.Clause.Of(article.Text)));
        json.WriteTexts("source", coded.Outlets);
        json.WriteString("record_id", $"{article.Id}/{coded.Record.Id}");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteUndertakings(Utf8JsonWriter json, ExportSource source)
    {
        var joined = UndertakingJoiner.Join(source.AllReadings).ToLookup(one => one.Id, StringComparer.Ordinal);
        foreach (var entry in source.Undertakings())
            if (joined[entry.Id].FirstOrDefault() is { Pledge.Area: { IsEmpty: false } area })
                Write(json, entry, [.. area.Where(place => place.Precision is not null)]);
    }

    private static void Write(Utf8JsonWriter json, BoardEntry entry, ImmutableArray<Place> area)
    {
        Start(json, entry.Id, area);
        json.WriteString("kind", "undertaking");
        json.WriteString("code", entry.Kind);
        json.WriteString("status", entry.State);
        WritePlaces(json, area);
        json.WriteString("time_start", entry.Since);
        json.WriteString("time_end", entry.Until);
        json.WriteString("title", $"{entry.Party}: {entry.Kind}, {entry.State}");
        json.WriteString("quote", entry.Words);
        json.WriteTexts("source", entry.ToldBy.Select(told => told.Outlet).Distinct(StringComparer.OrdinalIgnoreCase));
        json.WriteString("record_id", entry.Id);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Start(Utf8JsonWriter json, string id, ImmutableArray<Place> places)
    {
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        json.WriteString("id", id);
        json.WritePropertyName("geometry");
        PlaceShapes.Write(json, places);
        json.WriteStartObject("properties");
    }

    private static void WritePlaces(Utf8JsonWriter json, ImmutableArray<Place> places)
    {
        json.WriteTexts("places", places.Select(place => place.Name));
        json.WriteTexts("precision", places.Select(place => ReadingJson.Spell(place.Precision!.Value)));
        if (places.FirstOrDefault(place => place.RadiusKm is not null) is { RadiusKm: { } radius })
            json.WriteNumber("radius_m", radius * 1000);
        else
            json.WriteNull("radius_m");
    }
}
