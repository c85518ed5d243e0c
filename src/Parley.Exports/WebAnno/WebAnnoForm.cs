using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Parley.Exports.Annotating;
using Parley.Records;

namespace Parley.Exports.WebAnno;

/// <summary>
/// Annotations as WebAnno TSV 3.3, which INCEpTION reads and writes: one layer of spans with the label, the links, the record and the status. Positions
/// count UTF-16 code units, as the format wants it. Tokens are cut wherever a record begins or ends.
/// </summary>
internal sealed class WebAnnoForm : IAnnotationForm
{
    private const string Layer = "#T_SP=webanno.custom.ParleyRecord|label|links|record|status";
    private const int FirstFeature = 3;
    private static readonly string[] s_features = ["label", "links", "record", "status"];

    public string Name => "webanno";

    public string Ending => ".tsv";

    public bool HasTextBeside => false;

    public string TagOf(Annotated record, int number) => record.Id;

    public string Write(Reading reading, ImmutableArray<Annotated> records)
    {
        var text = reading.Article.Text;
        var marks = PlacedRecord.Of(records);
        var file = new StringBuilder("#FORMAT=WebAnno TSV 3.3\n").Append(Layer).Append("\n\n");
        var (sentence, starting) = (0, 0);
        marks.Sort((a, b) => a.Span.CompareTo(b.Span));
        foreach (var part in TextPieces.Sentences(reading))
        {
            file.Append("\n#Text=").Append(TextEscaped(part.Of(text))).Append('\n');
            sentence++;
            var token = 0;
            while (starting < marks.Count && marks[starting].Span.End <= part.Start)
                starting++;
            var near = marks.Skip(starting).TakeWhile(mark => mark.Span.Start < part.End).ToList();
            near.InsertRange(0, marks.Take(starting).Where(mark => mark.Span.Overlaps(part)));
            foreach (var word in TextPieces.Tokens(text, part, near))
            {
                var here = near.Where(mark => mark.Span.Overlaps(word)).OrderBy(mark => mark.Number).ToList();
                file.Append(
                    CultureInfo.InvariantCulture,
                    $"{sentence}-{++token}\t{word.Start}-{word.End}\t{Escaped(word.Of(text).ToString())}\t{Cell(here, one => one.Label)}\t{Cell(here, one => one.Links)}\t{Cell(here, one => one.Record)}\t{Cell(here, one => one.Status)}\t\n"
                );
            }
        }
        return file.ToString();
    }

    public ImmutableArray<Mark>? Read(string file, string text, Action<string, string> broken, out string? whyNot)
    {
        whyNot = null;
        var units = new Dictionary<string, FoundRecord>(StringComparer.Ordinal);
        var lines = file.Split('\n').Select(line => line.TrimEnd('\r')).ToList();
        var (first, order) = FeatureColumns(lines);
        if (first < 0)
        {
            whyNot = "it has no layer webanno.custom.ParleyRecord";
            return null;
        }
        foreach (var line in lines.Where(line => line.Length > 0 && line[0] != '#'))
        {
            var cells = line.Split('\t');
            if (
                cells.Length < first + s_features.Length
                || Place(cells[1]) is not { } span
                || span.End > text.Length
                || !IsWord(cells[2], span.Of(text))
            )
            {
                whyNot = $"“{cells.ElementAtOrDefault(2)}” does not stand at {cells.ElementAtOrDefault(1)} in the text of the article";
                return null;
            }
            Take(units, cells, first, order, span, broken);
        }
        return FoundRecord.Marks(text, units.Values);
    }

    private static string Cell(List<PlacedRecord> here, Func<PlacedRecord, string> feature) =>
        here.Count == 0
            ? "_"
            : string.Join('|', here.Select(mark => $"{(feature(mark) is { Length: > 0 } value ? Escaped(value) : "*")}[{mark.Number}]"));

    /// <summary>The first column of the layer, and where in it label, links, record and status stand; -1 where there is no such layer.</summary>
    private static (int First, int[] Order) FeatureColumns(List<string> lines)
    {
        var column = FirstFeature;
        foreach (var line in lines.TakeWhile(line => line.Length == 0 || line[0] == '#'))
            if (line.StartsWith("#T_SP=", StringComparison.Ordinal) || line.StartsWith("#T_RL=", StringComparison.Ordinal))
            {
                var parts = line["#T_SP=".Length..].Split('|');
                if (parts[0] == "webanno.custom.ParleyRecord")
                {
                    int[] order = [.. s_features.Select(name => Array.IndexOf(parts, name) - 1)];
                    return order.Any(at => at < 0) ? (-1, []) : (column, order);
                }
                column += parts.Length - 1;
            }
        return (-1, []);
    }

    private static void Take(
        Dictionary<string, FoundRecord> units,
        string[] cells,
        int first,
        int[] order,
        Span span,
        Action<string, string> broken
    )
    {
        var values = order.Select(at => Values(cells[first + at])).ToArray();
        for (var at = 0; at < values[0].Count; at++)
        {
            var (label, number) = values[0][at];
            var record = values[2].ElementAtOrDefault(at).Value ?? "";
            if (record.Length == 0)
            {
                broken(cells[0], "it names no record");
                continue;
            }
            // Without a number it is an annotation of one token.
            var key = number.Length > 0 ? number : cells[0] + "/" + record;
            if (!units.TryGetValue(key, out var unit))
                units.Add(
                    key,
                    unit = new FoundRecord(
                        record,
                        label,
                        values[1].ElementAtOrDefault(at).Value ?? "",
                        values[3].ElementAtOrDefault(at).Value is { Length: > 0 } status ? status : null,
                        []
                    )
                );
            unit.Spans.Add(span);
        }
    }

    /// <summary>The values of a cell with their numbers; none where it is <c>_</c>.</summary>
    private static List<(string Value, string Number)> Values(string cell)
    {
        var values = new List<(string Value, string Number)>();
        if (cell == "_")
            return values;
        var (value, number, isNumber) = (new StringBuilder(), new StringBuilder(), false);
        for (var at = 0; at <= cell.Length; at++)
            if (at == cell.Length || cell[at] == '|')
            {
                values.Add((value.ToString(), number.ToString()));
                (value, number, isNumber) = (new StringBuilder(), new StringBuilder(), false);
            }
            else if (cell[at] == '\\' && at + 1 < cell.Length)
                value.Append(
                    cell[++at] switch
                    {
                        't' => '\t',
                        'n' => '\n',
                        'r' => '\r',
                        var letter => letter,
                    }
                );
            else if (cell[at] is '[' or ']')
                isNumber = cell[at] == '[';
            else if (isNumber)
                number.Append(cell[at]);
            else if (cell[at] != '*')
                value.Append(cell[at]);
        return values;
    }

    private static Span? Place(string cell) =>
        cell.Split('-') is [var first, var last]
        && int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var start)
        && int.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var end)
        && start < end
            ? new Span(start, end)
            : null;

    private static bool IsWord(string cell, ReadOnlySpan<char> words) =>
        Values(cell) is [(var value, _)] && words.SequenceEqual(value) || words.SequenceEqual(cell) || Escaped(words.ToString()) == cell;

    private static string Escaped(string value)
    {
        var text = new StringBuilder();
        for (var at = 0; at < value.Length; at++)
            switch (value[at])
            {
                case '\\' or '[' or ']' or '|' or '_' or ';' or '*':
                    text.Append('\\').Append(value[at]);
                    break;
                case '-' when at + 1 < value.Length && value[at + 1] == '>':
                    text.Append("\\->");
                    at++;
                    break;
                case '\t':
                    text.Append("\\t");
                    break;
                case '\n':
                    text.Append("\\n");
                    break;
                case '\r':
                    text.Append("\\r");
                    break;
                default:
                    text.Append(value[at]);
                    break;
            }
        return text.ToString();
    }

    private static string TextEscaped(ReadOnlySpan<char> text) =>
        text.ToString()
            .Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("\t", "\\t", StringComparison.Ordinal)
            .Replace("\r", "\\r", StringComparison.Ordinal);
}
