using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Parley.Exports.Annotating;
using Parley.Records;

namespace Parley.Exports.WebAnno;

/// <summary>
/// Annotations as WebAnno TSV 3.3, which INCEpTION reads and writes: one layer of spans with the label, the links, the record and the status. Positions
/// count UTF-16 code units, as the format wants it. Tokens are cut wherever a record begins or ends.
/// </summary>
internal sealed partial class WebAnnoForm : IAnnotationForm
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
        var marks = Marks(records);
        var file = new StringBuilder("#FORMAT=WebAnno TSV 3.3\n").Append(Layer).Append("\n\n");
        var (sentence, starting) = (0, 0);
        marks.Sort((a, b) => a.Span.CompareTo(b.Span));
        foreach (var part in Sentences(reading))
        {
            file.Append("\n#Text=").Append(TextEscaped(part.Of(text))).Append('\n');
            sentence++;
            var token = 0;
            while (starting < marks.Count && marks[starting].Span.End <= part.Start)
                starting++;
            var near = marks.Skip(starting).TakeWhile(mark => mark.Span.Start < part.End).ToList();
            near.InsertRange(0, marks.Take(starting).Where(mark => mark.Span.Overlaps(part)));
            foreach (var word in Tokens(text, part, near))
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
        var units = new Dictionary<string, Unit>(StringComparer.Ordinal);
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
        return [.. units.Values.GroupBy(unit => unit.Record, StringComparer.Ordinal).Select(group => MarkOf(text, [.. group]))];
    }

    private static Mark MarkOf(string text, ImmutableArray<Unit> units) =>
        new(
            units[0].Record,
            units[0].Label,
            Mark.Joined(text, units.SelectMany(unit => unit.Spans)),
            units[0].Status,
            [
                .. units[0]
                    .Links.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                    .Select(link => link.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                    .SelectMany(parts => parts.Skip(1).Select(id => (parts[0], id))),
            ]
        );

    /// <summary>Each piece of a record is an annotation of its own with the same record.</summary>
    private static List<Placed> Marks(ImmutableArray<Annotated> records)
    {
        var marks = new List<Placed>();
        foreach (var record in records)
        foreach (var span in record.Spans)
            marks.Add(
                new Placed(
                    span,
                    marks.Count + 1,
                    record.Label,
                    string.Join(
                        ", ",
                        record.Links.Where(link => !link.Ids.IsEmpty).Select(link => $"{link.Role} {string.Join(' ', link.Ids)}")
                    ),
                    record.Id,
                    record.Status ?? ""
                )
            );
        return marks;
    }

    /// <summary>Stretches of the text without line ends, cut where sentences begin, without white space at their edges.</summary>
    private static IEnumerable<Span> Sentences(Reading reading)
    {
        var text = reading.Article.Text;
        var starts = new SortedSet<int>(reading.Article.Sentences.Select(sentence => sentence.Start)) { 0 };
        for (var at = text.IndexOf('\n', StringComparison.Ordinal); at >= 0; at = text.IndexOf('\n', at + 1))
            starts.Add(at + 1);
        foreach (var (start, end) in starts.Zip(starts.Skip(1).Append(text.Length)))
        {
            var (from, to) = (start, end);
            while (from < to && char.IsWhiteSpace(text[from]))
                from++;
            while (to > from && char.IsWhiteSpace(text[to - 1]))
                to--;
            if (from < to)
                yield return new Span(from, to);
        }
    }

    private static List<Span> Tokens(string text, Span part, List<Placed> near)
    {
        var cuts = near.SelectMany(mark => new[] { mark.Span.Start, mark.Span.End }).ToHashSet();
        var tokens = new List<Span>();
        foreach (var match in Words().EnumerateMatches(text.AsSpan(0, part.End), part.Start))
        {
            var (start, end) = (match.Index, match.Index + match.Length);
            for (var at = start + 1; at <= end; at++)
                if (at == end || cuts.Contains(at))
                {
                    tokens.Add(new Span(start, at));
                    start = at;
                }
        }
        return tokens;
    }

    private static string Cell(List<Placed> here, Func<Placed, string> feature) =>
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
        Dictionary<string, Unit> units,
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
                    unit = new Unit(
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

    /// <summary>Letters, digits and marks together, everything else but white space alone; a pair of surrogates is never cut.</summary>
    [GeneratedRegex(@"[\p{L}\p{M}\p{N}]+|[\uD800-\uDBFF][\uDC00-\uDFFF]\p{M}*|[^\s]\p{M}*", RegexOptions.CultureInvariant)]
    private static partial Regex Words();

    /// <summary>One annotation as it is written.</summary>
    private sealed record Placed(Span Span, int Number, string Label, string Links, string Record, string Status);

    /// <summary>One annotation as it is being read.</summary>
    private sealed record Unit(string Record, string Label, string Links, string? Status, List<Span> Spans);
}
