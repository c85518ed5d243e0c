using System.Collections.Immutable;
using System.Text.Json;
using Parley.Exports.Events;
using Parley.Records;

namespace Parley.Exports.Plover;

/// <summary>PLOVER 2.0 as JSON Lines: one distinct event a line. Fields of Parley's own begin with <c>parley:</c>.</summary>
internal sealed class PloverFormat : IExportFormat
{
    /// <summary>Code points before and behind a quotation.</summary>
    private const int Context = 32;

    public string Name => "plover";

    public string Holds => "distinct events coded in PLOVER 2.0, with their words and who stands behind them, as JSON Lines";

    public ImmutableArray<string> Endings => [".jsonl"];

    public string MediaType => "application/x-ndjson";

    public bool IsFolder => false;

    public void Write(ExportSource source, ExportTarget target)
    {
        using var output = target.Open("plover.jsonl");
        JsonFiles.Lines(output, source.Events, Write);
    }

    private static void Write(Utf8JsonWriter json, CodedEvent coded)
    {
        json.WriteStartObject();
        json.WriteString("id", coded.Id);
        json.WriteString("date", coded.Date);
        json.WriteIfTold("enddate", coded.EndDate);
        WriteParties(json, "actor", coded.Actors, isRequired: true);
        WriteParties(json, "recipient", coded.Recipients, isRequired: false);
        json.WriteTexts("event", [ReadingJson.Spell(coded.Type)]);
        if (coded.Mode is { } mode)
            json.WriteTexts("mode", [mode]);
        if (!coded.Record.Contexts.IsEmpty)
            json.WriteTexts("context", coded.Record.Contexts);
        json.WriteNumber("quad_code", EventScores.PloverQuad(coded.Type));
        json.WriteNumber("event_scale", EventScores.PloverScore(coded.Type, coded.Mode));
        json.WriteTexts("event_text", [coded.Record.Trigger.Of(coded.First.Reading.Article.Text).ToString()]);
        WritePlace(json, "event_loc", coded.Place, coded.PlaceWords);
        WriteSize(json, coded);
        if (coded.First.Sentence is { } sentence)
        {
            json.WriteStartObject("text_info");
            json.WriteNumber("sequence", sentence);
            json.WriteEndObject();
        }
        WriteCitation(json, coded.First.Reading.Article);
        json.WriteString("coder", "Parley");
        WriteOwn(json, coded);
        json.WriteEndObject();
    }

    /// <summary>A list that PLOVER requires has a party without a code where none is told: an event without an actor is kept.</summary>
    private static void WriteParties(Utf8JsonWriter json, string name, ImmutableArray<CodedParty> parties, bool isRequired)
    {
        if (parties.IsEmpty && !isRequired)
            return;
        json.WriteStartArray(name);
        foreach (var party in parties)
        {
            json.WriteStartObject();
            json.WriteString("code", party.Plover);
            json.WriteIfTold(
                "sector",
                party.Sectors is [var primary, ..] ? primary
                    : party.Code.Length == 0 ? "UNK"
                    : null
            );
            json.WriteString("entity_text", party.Name);
            json.WriteIfTold("office", party.Title);
            json.WriteIfTold("parley:code", party.Code);
            json.WriteEndObject();
        }
        if (parties.IsEmpty)
        {
            json.WriteStartObject();
            json.WriteString("code", "");
            json.WriteString("sector", "UNK");
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WritePlace(Utf8JsonWriter json, string name, Place? place, string? words)
    {
        if (place is null)
            return;
        json.WriteStartObject(name);
        json.WriteIfTold("extracted_place", words);
        json.WriteString("resolved_place", place.Name);
        if (place is { Lat: { } lat, Lon: { } lon })
        {
            json.WriteNumber("lat", lat);
            json.WriteNumber("lon", lon);
        }
        json.WriteIfTold("province", place.Admin1);
        json.WriteIfTold("country", CountryCodes.Name(place.Country));
        json.WriteIfTold("country_code", place.Country);
        json.WriteIfTold("feature_code", place.Feature);
        int? resolution = place.Precision switch
        {
            PlacePrecision.Point => 5,
            PlacePrecision.City => 4,
            PlacePrecision.Admin1 => 2,
            PlacePrecision.Country => 1,
            _ => null,
        };
        if (resolution is { } known)
            json.WriteNumber("resolution", known);
        json.WriteIfTold("parley:precision", place.Precision is { } precision ? ReadingJson.Spell(precision) : null);
        json.WriteEndObject();
    }

    /// <summary>The low bounds of the counts that the words give.</summary>
    private static void WriteSize(Utf8JsonWriter json, CodedEvent coded)
    {
        var counts = new[] { ("dead", FigureMeasure.Killed), ("injured", FigureMeasure.Wounded), ("arrested", FigureMeasure.Detained) }
            .Select(pair => (pair.Item1, Figure: coded.Figures.FirstOrDefault(figure => figure.Measure == pair.Item2)))
            .Where(pair => pair.Figure is not null && !coded.IsWord)
            .ToList();
        if (counts.Count == 0)
            return;
        json.WriteStartObject("size");
        foreach (var (name, figure) in counts)
            json.WriteNumber(name, figure!.Value);
        json.WriteEndObject();
    }

    private static void WriteCitation(Utf8JsonWriter json, Article article)
    {
        json.WriteStartObject("cite_info");
        json.WriteIfTold("url", article.Url);
        json.WriteIfTold("title", article.Title);
        json.WriteString("language", article.Language);
        json.WriteIfTold("publication", article.Publisher);
        json.WriteString("coder", "Parley");
        json.WriteString("codebook", "PLOVER 2.0");
        json.WriteEndObject();
    }

    private static void WriteOwn(Utf8JsonWriter json, CodedEvent coded)
    {
        json.WriteString("parley:date_precision", coded.Precision.ToString().ToLowerInvariant());
        json.WriteString("parley:deed", ReadingJson.Spell(coded.Record.Type));
        json.WriteIfTold("parley:deed_mode", coded.Record.Mode);
        json.WriteString("parley:status", ReadingJson.Spell(coded.Record.Status));
        json.WriteString("parley:attestation", ReadingJson.Spell(coded.Record.Attestation));
        json.WriteIfTold("parley:cameo", coded.Cameo);
        if (coded.Goldstein is { } goldstein)
            json.WriteNumber("parley:goldstein_gdelt", goldstein);
        WritePlace(json, "parley:deed_loc", coded.DeedPlace, null);
        if (coded.IsWord && coded.First.Reading.Times.FirstOrDefault(time => time.Id == coded.Record.Time) is { } time)
            json.WriteString("parley:deed_time", time.Value);
        json.WriteNumber("parley:confidence", coded.Confidence);
        json.WriteNumber("parley:reports", coded.Tellings.Length);
        json.WriteNumber("parley:outlets", coded.Outlets.Length);
        json.WriteStartArray("parley:evidence");
        foreach (var told in coded.Tellings)
            WriteEvidence(json, told);
        json.WriteEndArray();
    }

    private static void WriteEvidence(Utf8JsonWriter json, EventTelling told)
    {
        var article = told.Reading.Article;
        var points = new CodePoints(article.Text);
        json.WriteStartObject();
        json.WriteString("article", article.Id);
        json.WriteString("record", told.Event.Id);
        json.WriteIfTold("statement", told.Event.Statement);
        json.WriteIfTold("copy_of", told.CopyOf);
        json.WriteIfTold("publication", article.Publisher);
        json.WriteIfTold("published", article.Published);
        json.WriteNumber("start", points.At(told.Clause.Start));
        json.WriteNumber("end", points.At(told.Clause.End));
        json.WriteString("exact", told.Clause.Of(article.Text));
        json.WriteString("prefix", points.Before(told.Clause.Start, Context));
        json.WriteString("suffix", points.Behind(told.Clause.End, Context));
        json.WriteEndObject();
    }
}
