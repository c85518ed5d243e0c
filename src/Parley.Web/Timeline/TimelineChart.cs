using System.Globalization;
using Microsoft.AspNetCore.Components;
using Parley.Assessments;
using Parley.Records;
using Parley.Web.Board;
using Parley.Web.Paging;
using Parley.Web.Parts;
using Parley.Wording;

namespace Parley.Web.Timeline;

/// <summary>Draws the timeline. Every mark is a link: one word or deed to its sentence, several of one column to those days.</summary>
/// <param name="model">What is shown.</param>
/// <param name="frame">Makes links.</param>
/// <param name="zoom">Makes the link to other days.</param>
internal sealed class TimelineChart(TimelineModel model, PageFrame frame, Func<TimelineWindow, string> zoom)
{
    private const double Left = 118;
    private const double PlotWidth = 960;
    private const double Pitch = 24;
    private const double DensityHeight = 40;
    private const double AxisHeight = 28;
    private const double BarHeight = 24;
    private const double LetterWidth = 6.9;
    private const int MostStacked = 4;
    private const int MostBars = 6;
    private const int LongestName = 15;

    private readonly SvgText _svg = new();
    private readonly double _column = PlotWidth / model.Columns;

    /// <summary>The drawing.</summary>
    public MarkupString Draw()
    {
        var height = DensityHeight + AxisHeight + model.Lanes.Sum(HeightOf) + 8;
        _svg.Open(
            "svg",
            ("class", "timeline-chart"),
            ("viewBox", $"0 0 {SvgText.Number(Left + PlotWidth + 8)} {SvgText.Number(height)}"),
            ("width", Left + PlotWidth + 8),
            ("height", height),
            ("role", "group"),
            ("aria-label", "Words above the line, deeds below it, by party; the table below says the same")
        );
        DrawDensity();
        DrawMeetings(height);
        DrawAxis(height);
        var top = DensityHeight + AxisHeight;
        foreach (var lane in model.Lanes)
        {
            DrawLane(lane, top);
            top += HeightOf(lane);
        }
        return _svg.Close().Markup;
    }

    private void DrawDensity()
    {
        var counts = model.Articles;
        var most = Math.Max(1, counts.Max());
        _svg.Text("text", "reports", ("class", "note"), ("x", 0), ("y", DensityHeight - 6));
        for (var column = 0; column < counts.Length; column++)
        {
            var height = counts[column] * (DensityHeight - 10) / most;
            var (x, width) = (Left + column * _column + 1, Math.Max(1, _column - 2));
            _svg.Open("g").Text("title", $"{Days(model.ColumnDays(column))}: {Count(counts[column], "report")}");
            if (counts[column] == 0)
                for (var stripe = x + 2; stripe < x + width; stripe += 6)
                    _svg.Empty(
                        "line",
                        ("class", "gap"),
                        ("x1", stripe),
                        ("y1", DensityHeight - 4),
                        ("x2", stripe + 4),
                        ("y2", DensityHeight - 10)
                    );
            else
                _svg.Empty("rect", ("class", "density"), ("x", x), ("y", DensityHeight - 4 - height), ("width", width), ("height", height));
            _svg.Close();
        }
    }

    private void DrawAxis(double height)
    {
        var step = Math.Max(1, (int)Math.Ceiling(92 / _column));
        for (var column = 0; column < model.Columns; column += step)
        {
            var x = Left + column * _column;
            _svg.Empty("line", ("class", "grid"), ("x1", x), ("x2", x), ("y1", DensityHeight), ("y2", height - 8));
            var words = model.ColumnDays(column).From.ToString("d MMM yyyy", CultureInfo.InvariantCulture);
            // The last one has no room behind its line, and none before it where another stands there.
            if (column == 0 || x + 3 + words.Length * LetterWidth <= Left + PlotWidth + 8)
                _svg.Text("text", words, ("class", "note"), ("x", x + 3), ("y", DensityHeight + 16));
        }
    }

    /// <summary>Days on which parties are told to have met stand behind all lanes; what was said there stands in them, so the band is no link of its own.</summary>
    private void DrawMeetings(double height)
    {
        foreach (var column in model.Meetings.GroupBy(entry => model.ColumnOf(entry.Day)))
        {
            _svg.Open("g").Text("title", string.Join("\n", column.Select(TitleOf).Distinct()));
            _svg.Empty(
                "rect",
                ("class", "meeting"),
                ("x", Left + column.Key * _column),
                ("y", DensityHeight),
                ("width", _column),
                ("height", height - 8 - DensityHeight)
            );
            _svg.Close();
        }
    }

    private double HeightOf(TimelineLane lane) =>
        Pitch * (Stack(lane, "word") + Stack(lane, "deed")) + 14 + BarHeight * Math.Min(MostBars, lane.Undertakings.Length);

    private int Stack(TimelineLane lane, string track) =>
        Math.Max(
            1,
            lane.Entries.Where(entry => entry.Entry.Track == track)
                .GroupBy(entry => model.ColumnOf(entry.Day))
                .Select(column => Math.Min(MostStacked, column.Count()))
                .DefaultIfEmpty(1)
                .Max()
        );

    private void DrawLane(TimelineLane lane, double top)
    {
        var line = top + Pitch * Stack(lane, "word") + 6;
        _svg.Open("g", ("class", "lane"), ("role", "group"), ("aria-label", lane.Name));
        _svg.Text("text", Short(lane.Name), ("class", "name"), ("x", 0), ("y", line - 4));
        _svg.Text("text", lane.Side ?? "", ("class", "note"), ("x", 0), ("y", line + 12));
        _svg.Empty("line", ("class", "line"), ("x1", Left), ("x2", Left + PlotWidth), ("y1", line), ("y2", line));
        foreach (var track in new[] { "word", "deed" })
        {
            var isWord = track == "word";
            foreach (var column in lane.Entries.Where(entry => entry.Entry.Track == track).GroupBy(entry => model.ColumnOf(entry.Day)))
                DrawStack([.. column], column.Key, line, isWord ? -1 : 1);
        }
        var bar = line + 6 + Pitch * Stack(lane, "deed");
        foreach (var undertaking in lane.Undertakings.Take(MostBars))
        {
            DrawBar(undertaking, bar);
            bar += BarHeight;
        }
        _svg.Close();
    }

    private void DrawStack(List<DatedEntry> entries, int column, double line, int direction)
    {
        var shown = entries.Count > MostStacked ? MostStacked - 1 : entries.Count;
        var x = Left + (column + 0.5) * _column;
        for (var at = 0; at < shown; at++)
            DrawMark(entries[at], x, line + direction * (Pitch * (at + 0.5) + 2));
        if (shown < entries.Count)
            DrawRest(entries.Count - shown, column, x, line + direction * (Pitch * (shown + 0.5) + 2));
    }

    private void DrawMark(DatedEntry dated, double x, double y)
    {
        var (entry, isWord) = (dated.Entry, dated.Entry.Track == "word");
        var (citation, mark) = (entry.Citation, StateMark.Of(StatusOf(entry) ?? ""));
        Link(
            frame.SentenceLink(citation.Article, new Span(citation.Start, citation.End)),
            isSentence: true,
            isWord ? "word" : $"deed {mark.Class}"
        );
        _svg.Text("title", TitleOf(dated));
        _svg.Empty("rect", ("class", "target"), ("x", x - Pitch / 2), ("y", y - Pitch / 2), ("width", Pitch), ("height", Pitch));
        if (isWord)
            _svg.Empty("circle", ("class", "shape"), ("cx", x), ("cy", y), ("r", 6));
        else
        {
            _svg.Empty("rect", ("class", "shape"), ("x", x - 8), ("y", y - 8), ("width", 16), ("height", 16), ("rx", 2));
            _svg.Text(
                "text",
                mark.Glyph + "\uFE0E",
                ("class", "glyph"),
                ("x", x),
                ("y", y + 4),
                ("text-anchor", "middle"),
                ("aria-hidden", "true")
            );
        }
        _svg.Close();
    }

    private void DrawRest(int count, int column, double x, double y)
    {
        var days = model.ColumnDays(column);
        Link(days.Days < model.Window.Days ? zoom(days) : $"#day-{TimelineWindow.Iso(days.From)}", isSentence: false, "rest");
        _svg.Text("title", $"{count} more, {Days(days)}");
        _svg.Empty("rect", ("class", "target"), ("x", x - Pitch / 2), ("y", y - Pitch / 2), ("width", Pitch), ("height", Pitch));
        // Numbers of two digits fill a narrow column.
        _svg.Text(
            "text",
            count > 9 && _column < Pitch ? $"{count}" : $"+{count}",
            ("class", "count"),
            ("x", x),
            ("y", y + 4),
            ("text-anchor", "middle")
        );
        _svg.Close();
    }

    private void DrawBar(BoardEntry undertaking, double y)
    {
        var start = TimelineWindow.Parse(undertaking.Since) ?? TimelineModel.Told(undertaking) ?? model.Window.From;
        var end = model.EndOf(undertaking);
        end = end > start ? end : start;
        var (x, right) = (At(start), Math.Max(At(start) + Pitch, At(end) + _column / model.DaysOfColumn));
        var mark = StateMark.Of(undertaking.State);
        Link(frame.Links.Undertaking(undertaking.Id, frame.State), isSentence: false, $"bar {mark.Class}");
        _svg.Text("title", $"{undertaking.Party} undertakes: {BoardWords.Short(undertaking.Words)} ({mark.Word})");
        _svg.Empty("rect", ("class", "shape"), ("x", x), ("y", y + 2), ("width", right - x), ("height", BarHeight - 6), ("rx", 3));
        var words = $"{mark.Glyph}\uFE0E {mark.Word}: {BoardWords.Kind(undertaking.Kind)}";
        var width = words.Length * LetterWidth;
        // Where there is no room behind its start, the label stands before it; behind a bar that is too short for it.
        var isBefore = x + 5 + width > Left + PlotWidth && x - width - 5 > Left;
        var from = !isBefore && right - x < width && right + 5 + width <= Left + PlotWidth ? right : x;
        _svg.Text(
            "text",
            words,
            ("class", "label"),
            ("x", isBefore ? x - 5 : from + 5),
            ("y", y + BarHeight - 9),
            ("text-anchor", isBefore ? "end" : null)
        );
        _svg.Close();
        DrawEvidence(undertaking, y, isBefore ? x : from + 5 + width);
    }

    /// <summary>Ticks where reports spoke for, against or doubtfully; none over the words of the bar.</summary>
    private void DrawEvidence(BoardEntry undertaking, double y, double from)
    {
        var told = undertaking
            .Supports.Select(witness => (witness, "▲"))
            .Concat(undertaking.Contradicts.Select(witness => (witness, "▼")))
            .Concat(undertaking.Doubts.Select(witness => (witness, "○")))
            .Select(pair => (Day: TimelineWindow.Parse(pair.witness.Published), pair.witness, Glyph: pair.Item2))
            .Where(tick => tick.Day is { } day && model.Window.Holds(day));
        foreach (var column in told.GroupBy(tick => (model.ColumnOf(tick.Day!.Value), tick.Glyph)))
        {
            var x =
                Left
                + (column.Key.Item1 + 0.5) * _column
                + (
                    column.Key.Glyph switch
                    {
                        "▲" => -8,
                        "▼" => 0,
                        _ => 8,
                    }
                );
            if (x < from)
                continue;
            var first = column.First().witness;
            Link(frame.SentenceLink(first.Article, new Span(first.Start, first.End)), isSentence: true, "tick");
            _svg.Text("title", $"{Verb(column.Key.Glyph)} ({column.Count()}): {first.Sentence}");
            _svg.Empty("rect", ("class", "target"), ("x", x - 5), ("y", y), ("width", 10), ("height", BarHeight));
            _svg.Text("text", column.Key.Glyph, ("class", "evidence"), ("x", x), ("y", y + BarHeight - 9), ("text-anchor", "middle"));
            _svg.Close();
        }
    }

    private double At(DateOnly day) =>
        Left + Math.Clamp((day.DayNumber - model.Window.From.DayNumber) / (double)model.DaysOfColumn * _column, 0, PlotWidth);

    private void Link(string address, bool isSentence, string kind) =>
        _svg.Open("a", ("href", address), ("class", kind), ("data-sentence", isSentence ? "" : null));

    /// <summary>How the claim of a deed stands: the last word of "done, contested by …".</summary>
    public static string? StatusOf(Chronicle.TimelineEntry entry) =>
        entry.Status is { } status && status.IndexOf(", ", StringComparison.Ordinal) is >= 0 and var comma
            ? status[(comma + 2)..].Split(" by ")[0]
            : null;

    private static string TitleOf(DatedEntry dated) =>
        $"{PlainDay.Of(TimelineWindow.Iso(dated.Day))}, {dated.Entry.Party ?? "not told who"}: {dated.Entry.What}{(dated.Entry.Status is { } status ? $" ({status})" : "")}. {dated.Entry.Words}";

    private static string Days(TimelineWindow days) =>
        days.Days == 1
            ? PlainDay.Of(TimelineWindow.Iso(days.From))
            : $"{PlainDay.Of(TimelineWindow.Iso(days.From))} to {PlainDay.Of(TimelineWindow.Iso(days.Until))}";

    private static string Short(string name) => name.Length > LongestName ? name[..LongestName] + "…" : name;

    private static string Count(int count, string noun) => $"{count} {noun}{(count == 1 ? "" : "s")}";

    private static string Verb(string glyph) =>
        glyph switch
        {
            "▲" => "supports",
            "▼" => "contradicts",
            _ => "doubts",
        };
}
