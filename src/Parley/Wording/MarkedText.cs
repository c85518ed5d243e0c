using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Parley.Records;

namespace Parley.Wording;

/// <summary>The article's text with its records marked: each piece of text stands in as many nested marks as cover it, up to three lines below each other. Uncertain records have no line and show only when chosen.</summary>
public sealed class MarkedText
{
    private const int Lines = 3;

    private readonly string _text;
    private readonly List<Mark> _marks;
    private readonly ILookup<int, string> _proofs;

    private readonly Span? _chosen;
    private readonly ImmutableArray<Span> _anchors;

    /// <summary>Lays out the marks of all entries.</summary>
    /// <param name="text">The article's text.</param>
    /// <param name="entries">Its records.</param>
    /// <param name="chosen">Words that stand out besides, with the id <c>s=START-END</c>; null for none.</param>
    /// <param name="anchors">Words that links lead to, each with the id <c>s=START-END</c>; none by default.</param>
    public MarkedText(string text, ImmutableArray<Entry> entries, Span? chosen = null, ImmutableArray<Span> anchors = default)
    {
        // The longest first, so that those within others come after them.
        _anchors = anchors.IsDefaultOrEmpty
            ? []
            : [.. anchors.Where(span => span.End <= text.Length).Distinct().OrderBy(span => span.Start).ThenByDescending(span => span.End)];
        _text = text;
        _chosen = chosen;
        _marks =
        [
            .. entries
                .SelectMany(entry =>
                    entry
                        .Marks.Distinct()
                        .Select((span, index) => new Mark(span, entry, IsPart: entry.IsUncertain, IsFirst: index == 0))
                        .Concat(entry.Parts.Distinct().Order().Select(span => new Mark(span, entry, IsPart: true, IsFirst: false)))
                )
                .OrderBy(mark => mark.Span),
        ];
        _proofs = entries
            .SelectMany(entry => entry.Evidence.Select((span, index) => (span.Start, Id: ProofId(entry, index))))
            .ToLookup(proof => proof.Start, proof => proof.Id);
        LayOut();
    }

    /// <summary>The id in the text of one of a record's proofs, counted from 0.</summary>
    public static string ProofId(Entry entry, int index) => string.Create(CultureInfo.InvariantCulture, $"proof-{entry.Id}-{index + 1}");

    /// <summary>The id in the text of the words that name who says a record.</summary>
    public static string FromId(Entry entry) => "from-" + entry.Id;

    /// <summary>The marked text of a paragraph.</summary>
    public string Render(Span paragraph)
    {
        var here = _marks.Where(mark => mark.Span.Overlaps(paragraph)).ToList();
        var cuts = new SortedSet<int> { paragraph.Start, paragraph.End };
        if (_chosen is { } chosen && chosen.Overlaps(paragraph))
            cuts.UnionWith([
                Math.Clamp(chosen.Start, paragraph.Start, paragraph.End),
                Math.Clamp(chosen.End, paragraph.Start, paragraph.End),
            ]);
        foreach (var mark in here)
        {
            cuts.Add(Math.Clamp(mark.Span.Start, paragraph.Start, paragraph.End));
            cuts.Add(Math.Clamp(mark.Span.End, paragraph.Start, paragraph.End));
        }
        var anchors = _anchors.Where(anchor => anchor.Overlaps(paragraph)).ToList();
        foreach (var anchor in anchors)
        {
            cuts.Add(Math.Clamp(anchor.Start, paragraph.Start, paragraph.End));
            cuts.Add(Math.Clamp(anchor.End, paragraph.Start, paragraph.End));
        }
        var html = new StringBuilder();
        var open = new Stack<int>();
        foreach (var (start, end) in cuts.Zip(cuts.Skip(1)))
        {
            AppendAnchors(html, anchors.Where(anchor => Math.Max(anchor.Start, paragraph.Start) == start), paragraph, open);
            AppendPiece(html, new Span(start, end), [.. here.Where(mark => mark.Span.Contains(new Span(start, end)))]);
            for (; open.TryPeek(out var until) && until <= end; open.Pop())
                html.Append("</span>");
        }
        return html.ToString();
    }

    /// <summary>Gives each mark the first line that is free where it begins; those that find none have line <see cref="Lines"/> and show only when chosen.</summary>
    private void LayOut()
    {
        var freeFrom = new int[Lines];
        foreach (var mark in _marks.Where(mark => !mark.IsPart))
        {
            mark.Line = Array.FindIndex(freeFrom, end => end <= mark.Span.Start);
            if (mark.Line < 0)
                mark.Line = Lines;
            else
                freeFrom[mark.Line] = mark.Span.End;
        }
    }

    private void AppendPiece(StringBuilder html, Span piece, List<Mark> marks)
    {
        var begin = marks.Where(mark => mark.IsFirst && mark.Span.Start == piece.Start).OrderBy(mark => mark.Line).ToList();
        var unlined = begin.Where(mark => mark is { Line: Lines, IsPart: false }).ToList();
        AppendProofs(html, piece.Start);
        var isChosen = _chosen is { } chosen && chosen.Contains(piece);
        if (isChosen)
            html.Append(_chosen!.Value.Start == piece.Start ? ChosenWithId() : "<span class=\"cited\">");
        foreach (var mark in marks.OrderBy(mark => mark.IsPart).ThenBy(mark => mark.Line))
        {
            var id = mark.Entry.Id;
            html.Append(mark.IsPart ? "<span class=\"part\"" : $"<mark class=\"{Kinds.Class(mark.Entry.Kind)} line{mark.Line}\"")
                .Append(CultureInfo.InvariantCulture, $" data-of=\"{id}\"");
            if (unlined.Count > 0 && mark == unlined[0])
                html.Append(CultureInfo.InvariantCulture, $" data-more=\"{unlined.Count}\"");
            if (mark.IsPart && !mark.IsFirst && mark.Span == mark.Entry.From && mark.Span.Start == piece.Start)
                html.Append(CultureInfo.InvariantCulture, $" id=\"{FromId(mark.Entry)}\"");
            if (begin.Contains(mark))
                html.Append(CultureInfo.InvariantCulture, $" id=\"text-{id}\" aria-describedby=\"heading-{id}\"");
            html.Append('>');
        }
        html.Append(Html.Text(_text[piece.Start..piece.End]));
        foreach (var mark in marks.OrderByDescending(mark => mark.IsPart).ThenByDescending(mark => mark.Line))
            html.Append(mark.IsPart ? "</span>" : "</mark>");
        if (isChosen)
            html.Append("</span>");
    }

    /// <summary>Opens what links lead to; words that end behind those that hold them get an empty element alone.</summary>
    private static void AppendAnchors(StringBuilder html, IEnumerable<Span> anchors, Span paragraph, Stack<int> open)
    {
        foreach (var anchor in anchors)
        {
            // One that goes on in the next paragraph has its id here.
            var id = anchor.Start >= paragraph.Start ? $" id=\"s={anchor.Start}-{anchor.End}\"" : "";
            var end = Math.Min(anchor.End, paragraph.End);
            html.Append(CultureInfo.InvariantCulture, $"<span class=\"anchor\"{id}>");
            if (open.TryPeek(out var until) && end > until)
                html.Append("</span>");
            else
                open.Push(end);
        }
    }

    private string ChosenWithId() =>
        string.Create(CultureInfo.InvariantCulture, $"<span class=\"cited\" id=\"s={_chosen!.Value.Start}-{_chosen.Value.End}\">");

    /// <summary>Empty elements that the proofs of cards lead to, each where its words begin.</summary>
    private void AppendProofs(StringBuilder html, int start)
    {
        foreach (var id in _proofs[start])
            html.Append(CultureInfo.InvariantCulture, $"<span id=\"{id}\"></span>");
    }

    private sealed record Mark(Span Span, Entry Entry, bool IsPart, bool IsFirst)
    {
        public int Line { get; set; }
    }
}
