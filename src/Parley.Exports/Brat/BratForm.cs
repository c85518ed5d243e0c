using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Parley.Exports.Annotating;
using Parley.Records;

namespace Parley.Exports.Brat;

/// <summary>Annotations in brat's standoff format. Positions count code points; what crosses a line is broken into pieces, since brat has lines.</summary>
internal sealed class BratForm : IAnnotationForm
{
    private static readonly char[] s_breaks = ['\n', '\r', '\t'];

    public string Name => "brat";

    public string Ending => ".ann";

    public bool HasTextBeside => true;

    public string TagOf(Annotated record, int number) => $"T{number + 1}";

    public string Write(Reading reading, ImmutableArray<Annotated> records)
    {
        var text = reading.Article.Text;
        var points = new CodePoints(text);
        var file = new StringBuilder();
        var tags = records
            .Select((record, at) => (record.Id, Tag: TagOf(record, at)))
            .ToDictionary(pair => pair.Id, pair => pair.Tag, StringComparer.Ordinal);
        foreach (var record in records)
        {
            var pieces = record.Spans.SelectMany(span => Pieces(text, span)).ToList();
            var places = string.Join(';', pieces.Select(piece => $"{points.At(piece.Start)} {points.At(piece.End)}"));
            file.Append(CultureInfo.InvariantCulture, $"{tags[record.Id]}\t{record.Label} {places}\t");
            file.AppendJoin(' ', pieces.Select(piece => piece.Of(text).ToString())).Append('\n');
        }
        var number = 0;
        foreach (var record in records.Where(record => record.Status is not null))
            file.Append(CultureInfo.InvariantCulture, $"A{++number}\tStatus {tags[record.Id]} {record.Status}\n");
        number = 0;
        foreach (var record in records)
        foreach (var (role, _, ids) in record.Links)
        foreach (var id in ids.Where(tags.ContainsKey))
            file.Append(CultureInfo.InvariantCulture, $"R{++number}\t{role} Arg1:{tags[record.Id]} Arg2:{tags[id]}\n");
        number = 0;
        foreach (var record in records)
            file.Append(CultureInfo.InvariantCulture, $"#{++number}\tAnnotatorNotes {tags[record.Id]}\t{record.Id}\n");
        return file.ToString();
    }

    public ImmutableArray<Mark>? Read(string file, string text, Action<string, string> broken, out string? whyNot)
    {
        whyNot = null;
        var points = new CodePoints(text);
        var lines = file.Split('\n').Select(line => line.TrimEnd('\r')).Where(line => line.Length > 0).ToList();
        var status = new Dictionary<string, string>(StringComparer.Ordinal);
        var links = new List<(string From, string Role, string To)>();
        foreach (var line in lines)
            switch (line.Split('\t'))
            {
                case [['A' or 'M', ..], var attribute, ..] when attribute.Split(' ') is ["Status", var tag, var value]:
                    status[tag] = value;
                    break;
                case [['R', ..], var relation, ..]
                    when relation.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                        is [var role, ['A', 'r', 'g', '1', ':', .. var from], ['A', 'r', 'g', '2', ':', .. var to]]:
                    links.Add((from, role, to));
                    break;
            }
        var byMark = links.ToLookup(link => link.From, link => (link.Role, link.To), StringComparer.Ordinal);
        var marks = ImmutableArray.CreateBuilder<Mark>();
        foreach (var line in lines.Where(line => line[0] == 'T'))
            if (line.Split('\t') is [var tag, var place, ..] && Place(place, points) is var (label, spans) && IsThere(line, text, spans))
                marks.Add(new Mark(tag, label, Mark.Joined(text, spans), status.GetValueOrDefault(tag), [.. byMark[tag]]));
            else
                broken(line.Split('\t')[0], "its place or its words are not those of the text");
        return marks.ToImmutable();
    }

    /// <summary>Label and pieces of <c>Event_AID 10 20;25 30</c>; null where it is not so.</summary>
    private static (string Label, ImmutableArray<Span> Spans)? Place(string place, CodePoints points)
    {
        if (place.Split(' ', 2) is not [var label, var rest])
            return null;
        var spans = ImmutableArray.CreateBuilder<Span>();
        foreach (var piece in rest.Split(';'))
            if (
                piece.Split(' ') is [var first, var last]
                && int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var start)
                && int.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var end)
                && points.SpanOf(start, end) is { } span
            )
                spans.Add(span);
            else
                return null;
        return (label, spans.ToImmutable());
    }

    /// <summary>True where the words that stand beside the place are those of the text.</summary>
    private static bool IsThere(string line, string text, ImmutableArray<Span> spans) =>
        line.Split('\t', 3) is [_, _, var words] && words == string.Join(' ', spans.Select(span => span.Of(text).ToString()));

    private static IEnumerable<Span> Pieces(string text, Span span)
    {
        for (var start = span.Start; start < span.End; )
        {
            var next = text.IndexOfAny(s_breaks, start, span.End - start);
            var end = next < 0 ? span.End : next;
            if (end > start)
                yield return new Span(start, end);
            start = end + 1;
        }
    }
}
