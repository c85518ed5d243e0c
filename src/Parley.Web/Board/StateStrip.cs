using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Components;
using Parley.Assessments;
using Parley.Web.Parts;
using Parley.Wording;

namespace Parley.Web.Board;

/// <summary>How undertakings stood day by day, each as a strip over the same days; the words beside it say the same.</summary>
internal sealed class StateStrip
{
    private const int Width = 168;
    private const int Height = 18;

    /// <summary>The most days that a strip has.</summary>
    private const int MostDays = 56;

    private readonly DateOnly _from;
    private readonly DateOnly _until;

    /// <summary>Strips of some undertakings, over the days from their first change on.</summary>
    /// <param name="entries">The undertakings.</param>
    /// <param name="day">The last day, as an ISO date.</param>
    public StateStrip(IEnumerable<BoardEntry> entries, string day)
    {
        _until = Parse(day) ?? DateOnly.MinValue;
        var first = entries.SelectMany(entry => Steps(entry).Take(1)).Select(step => step.At).DefaultIfEmpty(_until).Min();
        _from = first.DayNumber > _until.DayNumber - MostDays ? first : _until.AddDays(1 - MostDays);
    }

    /// <summary>"24 Mar 2022 to 7 Apr 2022".</summary>
    public string Days => $"{Words(_from)} to {Words(_until)}";

    /// <summary>The strip of an undertaking.</summary>
    public MarkupString Draw(BoardEntry entry)
    {
        var svg = new SvgText().Open("svg", ("class", "strip"), ("width", Width), ("height", Height), ("aria-hidden", "true"));
        svg.Text("title", Tell(entry)).Empty("rect", ("class", "nothing"), ("width", Width), ("height", Height));
        var steps = Steps(entry);
        for (var at = 0; at < steps.Length; at++)
        {
            var (begin, end) = (X(steps[at].At), at + 1 < steps.Length ? X(steps[at + 1].At) : Width);
            if (end <= begin)
                continue;
            var mark = StateMark.Of(steps[at].To);
            svg.Empty("rect", ("class", mark.Class), ("x", begin), ("width", end - begin), ("height", Height));
            if (end - begin >= 14)
                svg.Text("text", mark.Glyph + "\uFE0E", ("class", mark.Class), ("x", begin + 3), ("y", 13));
        }
        return svg.Close().Markup;
    }

    /// <summary>"announced from 29 Mar 2022, contested from 31 Mar 2022".</summary>
    public static string Tell(BoardEntry entry) =>
        string.Join(", ", Steps(entry).Select(step => $"{StateMark.Of(step.To).Word} from {Words(step.At)}"));

    private static ImmutableArray<(DateOnly At, string To)> Steps(BoardEntry entry) =>
        [
            .. entry
                .History.Select(step => (At: Parse(step.At), step.To))
                .Where(step => step.At is not null)
                .Select(step => (step.At!.Value, step.To)),
        ];

    private double X(DateOnly day) =>
        Math.Clamp((day.DayNumber - _from.DayNumber) / (double)(_until.DayNumber + 1 - _from.DayNumber), 0, 1) * Width;

    private static string Words(DateOnly day) => PlainDay.Of(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    private static DateOnly? Parse(string? day) =>
        day is { Length: >= 10 }
        && DateOnly.TryParseExact(day[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : null;
}
