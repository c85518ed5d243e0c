using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Parley.Intake.Tables;
using Parley.Records;

namespace Parley.Intake.JsonLines;

/// <summary>One line of JSON Lines: <c>{"id", "text", "title", "publisher", "date", "url", "byline"}</c> or what the map names; all but the text may be missing, other fields are ignored.</summary>
internal static class JsonLine
{
    public static (SourceDocument? Document, Problem? Problem, ImmutableArray<Problem> Notices) Read(
        string name,
        ReadOnlyMemory<byte> line,
        ColumnMap columns
    )
    {
        ImmutableArray<Problem> notices = [];
        if (Encodings.CountUtf8(line.Span, complete: true).Broken is > 0 and var broken)
        {
            line = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(line.Span));
            notices = [Problems.BrokenUtf8(name, broken)];
        }
        try
        {
            using var json = JsonDocument.Parse(line);
            if (json.RootElement.ValueKind != JsonValueKind.Object)
                return (null, Problems.NotJson(name, "it is another JSON value"), []);
            return Read(name, json.RootElement, columns, notices);
        }
        catch (JsonException e)
        {
            return (null, Problems.NotJson(name, $"wrong at byte {e.BytePositionInLine ?? 0}"), []);
        }
        catch (InvalidOperationException)
        {
            // Text.Json says so of an escape that is half a character.
            return (null, Problems.NotJson(name, "an escape is half a character"), []);
        }
    }

    private static (SourceDocument?, Problem?, ImmutableArray<Problem>) Read(
        string name,
        JsonElement line,
        ColumnMap columns,
        ImmutableArray<Problem> notices
    )
    {
        if (Value(line, columns, "text") is not { ValueKind: JsonValueKind.String } text)
            return (null, Problems.NoText(name), []);
        var date = Field(line, columns, "date");
        if (date is not null && !IsoDate.IsValid(date))
        {
            notices = notices.Add(Problems.DateNotRead(name, date));
            date = null;
        }
        var document = new SourceDocument
        {
            Text = Decoding.PlainLineEnds(text.GetString()!),
            Source = Field(line, columns, "id") ?? name,
            Title = Field(line, columns, "title"),
            Publisher = Field(line, columns, "publisher"),
            Url = Field(line, columns, "url"),
            Byline = Field(line, columns, "byline"),
            Published = date,
        };
        return (document, null, notices);
    }

    /// <summary>A string or number as text; null for anything else and for blanks.</summary>
    private static string? Field(JsonElement line, ColumnMap columns, string field)
    {
        if (Value(line, columns, field) is not { } value)
            return null;
        var text = value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!.Trim(),
            JsonValueKind.Number => value.GetRawText(),
            _ => "",
        };
        return text.Length == 0 ? null : text;
    }

    /// <summary>The first of the names of a field that the line has.</summary>
    private static JsonElement? Value(JsonElement line, ColumnMap columns, string field)
    {
        foreach (var name in columns.Names[field])
            if (line.TryGetProperty(name, out var value))
                return value;
        return null;
    }
}
