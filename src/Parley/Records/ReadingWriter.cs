// Guarded by the benchmark of parts. Written by hand: the serializer's code for these types takes the runtime longer to
// compile than a hundred articles take to read. A test holds it equal to the serializer.
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Parley.Records;

/// <summary>Writes the records of a reading, each field under its name in camel case.</summary>
internal readonly struct ReadingWriter(Utf8JsonWriter json)
{
    /// <summary>Writes a reading.</summary>
    public void Write(Reading reading)
    {
        json.WriteStartObject();
        json.WritePropertyName("article"u8);
        Write(reading.Article);
        WriteAll("actors"u8, reading.Actors, static (writer, actor) => writer.Write(actor));
        WriteAll("places"u8, reading.Places, static (writer, place) => writer.Write(place));
        WriteAll("times"u8, reading.Times, static (writer, time) => writer.Write(time));
        WriteAll("statements"u8, reading.Statements, static (writer, statement) => writer.Write(statement));
        WriteAll("events"u8, reading.Events, static (writer, happening) => writer.Write(happening));
        WriteAll("figures"u8, reading.Figures, static (writer, figure) => writer.Write(figure));
        WriteAll("undertakings"u8, reading.Undertakings, static (writer, undertaking) => writer.Write(undertaking));
        WriteAll("positions"u8, reading.Positions, static (writer, position) => writer.Write(position));
        json.WriteEndObject();
    }

    private void Write(Article article)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, article.Id);
        json.WriteString("source"u8, article.Source);
        json.WriteString("url"u8, article.Url);
        json.WriteString("publisher"u8, article.Publisher);
        json.WriteString("section"u8, article.Section);
        json.WriteString("title"u8, article.Title);
        json.WriteString("byline"u8, article.Byline);
        if (article.Dateline is { } dateline)
        {
            json.WriteStartObject("dateline"u8);
            json.WriteString("place"u8, dateline.Place);
            json.WriteString("date"u8, dateline.Date);
            json.WriteEndObject();
        }
        else
            json.WriteNull("dateline"u8);
        json.WriteString("published"u8, article.Published);
        json.WriteBoolean("datedByAddress"u8, article.DatedByAddress);
        json.WriteString("language"u8, article.Language);
        json.WriteString("text"u8, article.Text);
        WriteSpans("furniture"u8, article.Furniture);
        WriteSpans("sentences"u8, article.Sentences);
        json.WriteEndObject();
    }

    private void Write(Actor actor)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, actor.Id);
        json.WriteString("name"u8, actor.Name);
        json.WriteString("code"u8, actor.Code);
        json.WriteString("kind"u8, JsonNames<ActorKind>.Of(actor.Kind));
        json.WriteString("role"u8, actor.Role);
        json.WriteString("memberOf"u8, actor.MemberOf);
        WriteSpans("mentions"u8, actor.Mentions);
        WriteSpans("evidence"u8, actor.Evidence);
        json.WriteEndObject();
    }

    private void Write(Place place)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, place.Id);
        json.WriteString("name"u8, place.Name);
        WriteNumber("lat"u8, place.Lat);
        WriteNumber("lon"u8, place.Lon);
        json.WriteString("country"u8, place.Country);
        json.WriteString("admin1"u8, place.Admin1);
        json.WriteString("feature"u8, place.Feature);
        WriteName("precision"u8, place.Precision);
        json.WriteString("use"u8, JsonNames<PlaceUse>.Of(place.Use));
        WriteNumber("radiusKm"u8, place.RadiusKm);
        WriteSpans("mentions"u8, place.Mentions);
        WriteSpans("evidence"u8, place.Evidence);
        json.WriteEndObject();
    }

    private void Write(Time time)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, time.Id);
        json.WriteString("text"u8, time.Text);
        json.WriteString("type"u8, time.Type);
        json.WriteString("value"u8, time.Value);
        json.WriteBoolean("resolved"u8, time.Resolved);
        WriteSpan("span"u8, time.Span);
        WriteSpans("evidence"u8, time.Evidence);
        json.WriteEndObject();
    }

    private void Write(Statement statement)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, statement.Id);
        json.WriteString("speaker"u8, statement.Speaker);
        WriteStrings("speakers"u8, statement.Speakers);
        WriteSpan("speakerSpan"u8, statement.SpeakerSpan);
        json.WriteString("cue"u8, statement.Cue);
        WriteSpan("cueSpan"u8, statement.CueSpan);
        WriteSpans("content"u8, statement.Content);
        json.WriteString("kind"u8, JsonNames<StatementKind>.Of(statement.Kind));
        json.WriteString("act"u8, JsonNames<StatementAct>.Of(statement.Act));
        json.WriteString("venue"u8, statement.Venue);
        json.WriteString("addressee"u8, statement.Addressee);
        json.WriteString("time"u8, statement.Time);
        json.WriteString("place"u8, statement.Place);
        json.WriteString("nestedIn"u8, statement.NestedIn);
        json.WriteNumber("confidence"u8, statement.Confidence);
        json.WriteBoolean("uncertain"u8, statement.Uncertain);
        WriteSpans("evidence"u8, statement.Evidence);
        json.WriteEndObject();
    }

    private void Write(Event happening)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, happening.Id);
        json.WriteString("type"u8, JsonNames<EventType>.Of(happening.Type));
        json.WriteString("mode"u8, happening.Mode);
        WriteStrings("contexts"u8, happening.Contexts);
        json.WriteString("cameo"u8, happening.Cameo);
        WriteSpan("trigger"u8, happening.Trigger);
        WriteStrings("sources"u8, happening.Sources);
        WriteStrings("targets"u8, happening.Targets);
        WriteStrings("inferred"u8, happening.Inferred);
        json.WriteString("place"u8, happening.Place);
        WriteStrings("places"u8, happening.Places);
        json.WriteString("time"u8, happening.Time);
        json.WriteString("status"u8, JsonNames<EventStatus>.Of(happening.Status));
        json.WriteString("statement"u8, happening.Statement);
        WriteStrings("figures"u8, happening.Figures);
        WriteNumber("goldstein"u8, happening.Goldstein);
        WriteName("plover"u8, happening.Plover);
        json.WriteString("attestation"u8, JsonNames<EventAttestation>.Of(happening.Attestation));
        WriteStrings("deniedBy"u8, happening.DeniedBy);
        json.WriteNumber("confidence"u8, happening.Confidence);
        json.WriteBoolean("uncertain"u8, happening.Uncertain);
        WriteSpans("evidence"u8, happening.Evidence);
        json.WriteEndObject();
    }

    private void Write(Figure figure)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, figure.Id);
        json.WriteString("measure"u8, JsonNames<FigureMeasure>.Of(figure.Measure));
        json.WriteNumber("value"u8, figure.Value);
        if (figure.High is { } high)
            json.WriteNumber("high"u8, high);
        else
            json.WriteNull("high"u8);
        if (figure.Before is { } before)
            json.WriteNumber("before"u8, before);
        else
            json.WriteNull("before"u8);
        json.WriteString("bound"u8, JsonNames<FigureBound>.Of(figure.Bound));
        json.WriteString("unit"u8, figure.Unit);
        json.WriteString("who"u8, figure.Who);
        json.WriteString("partOf"u8, figure.PartOf);
        json.WriteString("event"u8, figure.Event);
        json.WriteString("statement"u8, figure.Statement);
        WriteSpan("span"u8, figure.Span);
        WriteSpans("evidence"u8, figure.Evidence);
        json.WriteEndObject();
    }

    private void Write(Undertaking undertaking)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, undertaking.Id);
        json.WriteString("by"u8, undertaking.By);
        WriteStrings("to"u8, undertaking.To);
        json.WriteString("kind"u8, JsonNames<UndertakingKind>.Of(undertaking.Kind));
        WriteSpan("text"u8, undertaking.Text);
        WriteStrings("places"u8, undertaking.Places);
        json.WriteString("from"u8, undertaking.From);
        json.WriteString("until"u8, undertaking.Until);
        WriteSpans("conditions"u8, undertaking.Conditions);
        WriteSpans("limits"u8, undertaking.Limits);
        WriteSpans("open"u8, undertaking.Open);
        WriteStrings("statements"u8, undertaking.Statements);
        json.WriteString("status"u8, JsonNames<UndertakingStatus>.Of(undertaking.Status));
        WriteAll("history"u8, undertaking.History, static (writer, change) => writer.Write(change));
        WriteStrings("evidenceFor"u8, undertaking.EvidenceFor);
        WriteStrings("evidenceAgainst"u8, undertaking.EvidenceAgainst);
        WriteStrings("doubts"u8, undertaking.Doubts);
        json.WriteNumber("confidence"u8, undertaking.Confidence);
        json.WriteBoolean("uncertain"u8, undertaking.Uncertain);
        WriteSpans("evidence"u8, undertaking.Evidence);
        json.WriteEndObject();
    }

    private void Write(UndertakingChange change)
    {
        json.WriteStartObject();
        json.WriteString("status"u8, JsonNames<UndertakingStatus>.Of(change.Status));
        json.WriteString("at"u8, change.At);
        WriteStrings("because"u8, change.Because);
        json.WriteEndObject();
    }

    private void Write(Position position)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, position.Id);
        json.WriteString("party"u8, position.Party);
        json.WriteString("topic"u8, position.Topic);
        WriteStrings("about"u8, position.About);
        json.WriteString("stance"u8, JsonNames<PositionStance>.Of(position.Stance));
        WriteStrings("guarantors"u8, position.Guarantors);
        json.WriteString("term"u8, position.Term);
        json.WriteString("statement"u8, position.Statement);
        json.WriteString("time"u8, position.Time);
        json.WriteNumber("confidence"u8, position.Confidence);
        json.WriteBoolean("uncertain"u8, position.Uncertain);
        WriteSpans("evidence"u8, position.Evidence);
        json.WriteEndObject();
    }

    private void WriteAll<T>(ReadOnlySpan<byte> name, ImmutableArray<T> items, Action<ReadingWriter, T> write)
        where T : class
    {
        json.WriteStartArray(name);
        foreach (var item in items)
            write(this, item);
        json.WriteEndArray();
    }

    private void WriteStrings(ReadOnlySpan<byte> name, ImmutableArray<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private void WriteSpans(ReadOnlySpan<byte> name, ImmutableArray<Span> spans)
    {
        json.WriteStartArray(name);
        foreach (var span in spans)
            WriteValue(span);
        json.WriteEndArray();
    }

    private void WriteSpan(ReadOnlySpan<byte> name, Span? span)
    {
        json.WritePropertyName(name);
        if (span is { } known)
            WriteValue(known);
        else
            json.WriteNullValue();
    }

    private void WriteValue(Span span)
    {
        json.WriteStartObject();
        json.WriteNumber("start"u8, span.Start);
        json.WriteNumber("end"u8, span.End);
        json.WriteEndObject();
    }

    private void WriteNumber(ReadOnlySpan<byte> name, double? value)
    {
        if (value is { } known)
            json.WriteNumber(name, known);
        else
            json.WriteNull(name);
    }

    private void WriteName<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] T>(ReadOnlySpan<byte> name, T? value)
        where T : struct, Enum
    {
        if (value is { } known)
            json.WriteString(name, JsonNames<T>.Of(known));
        else
            json.WriteNull(name);
    }
}
