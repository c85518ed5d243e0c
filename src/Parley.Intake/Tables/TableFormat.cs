using System.Collections.Immutable;
using System.Globalization;
using Parley.Intake.Pages;
using Parley.Records;

namespace Parley.Intake.Tables;

/// <summary>Tables with a line of columns (.csv, .tsv): one article a row.</summary>
internal sealed class TableFormat : IInputFormat
{
    public bool Fits(InputSource source) => source.Extension is ".csv" or ".tsv" or ".tab";

    public IEnumerable<RawInput> Read(InputSource source, InputDoor door)
    {
        var name = source.Name;
        var (encoding, mark) = Encodings.Guess(source.Stream.Head, source.Stream.IsWhole, page: false);
        if (
            encoding is null
            || BinaryContent.What(source.Stream.Head, isWide: encoding is System.Text.UnicodeEncoding or System.Text.UTF32Encoding)
                is not null
        )
        {
            yield return RawInput.Failed(name, Problems.Binary(name, "no table"));
            yield break;
        }
        using var text = new StreamReader(source.Stream, encoding, detectEncodingFromByteOrderMarks: mark > 0, 1 << 16, leaveOpen: true);
        var rows = new RowReader(text, SeparatorOf(source));
        if (rows.Next() is not { } columns)
        {
            yield return RawInput.Failed(name, Problems.Empty(name));
            yield break;
        }
        var map = door.Options.Columns ?? ColumnMap.Usual;
        columns = [.. columns.Select(column => column.Trim().TrimStart('\uFEFF'))];
        if (map.Find("text", columns) < 0)
        {
            var shown = string.Join(", ", columns.Take(20).Select(column => column.Length > 40 ? column[..40] + "…" : column));
            yield return RawInput.Failed(name, IntakeProblems.NoTextColumn(name, shown));
            yield break;
        }
        while (rows.Next() is { } row)
        {
            var rowName = $"{name}:{rows.Line.ToString(CultureInfo.InvariantCulture)}";
            if (rows.IsTooLong)
                yield return RawInput.Failed(rowName, Problems.TooLong(rowName));
            else if (row.Length > 1 || row[0].Length > 0)
                yield return Article(rowName, row, columns, map);
        }
    }

    private static RawInput Article(string name, ImmutableArray<string> row, ImmutableArray<string> columns, ColumnMap map)
    {
        string? Field(string field) =>
            map.Find(field, columns) is >= 0 and var at && at < row.Length && !string.IsNullOrWhiteSpace(row[at])
                ? FormulaGuard.Plain(row[at]).Trim()
                : null;
        var date = Field("date");
        var day = date is null || IsoDate.IsValid(date) ? date : PageDate.ToIso(date);
        var article = RawInput.Of(
            name,
            new SourceDocument
            {
                Text = Decoding.PlainLineEnds(Field("text") ?? ""),
                Source = Field("id"),
                Title = Field("title"),
                Publisher = Field("publisher"),
                Byline = Field("byline"),
                Url = Field("url"),
                Published = day,
            }
        );
        return date is not null && day is null ? article with { Notices = [Problems.DateNotRead(name, date)] } : article;
    }

    /// <summary>The separator: a tab for .tsv, else that of comma, semicolon and tab which the first line has most.</summary>
    private static char SeparatorOf(InputSource source)
    {
        if (source.Extension is ".tsv" or ".tab")
            return '\t';
        var line = (source.Stream.Text ?? "").AsSpan();
        line = line.IndexOf('\n') is >= 0 and var end ? line[..end] : line;
        var (commas, semicolons, tabs) = (line.Count(','), line.Count(';'), line.Count('\t'));
        return tabs > commas && tabs > semicolons ? '\t'
            : semicolons > commas ? ';'
            : ',';
    }
}
