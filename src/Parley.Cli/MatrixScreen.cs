using System.Collections.Immutable;
using Parley.Answers;
using Parley.Chronicle;
using Parley.Cli.Views;
using Parley.Negotiations;
using Parley.Records;
using Parley.Wording;

namespace Parley.Cli;

/// <summary>The table of topics and parties for people: a grid of marks, then each position in words.</summary>
internal sealed class MatrixScreen(Session session)
{
    private const int MostColumns = 6;
    private const int CellWidth = 16;

    private static readonly Dictionary<PositionDrift, string> s_arrows = new()
    {
        [PositionDrift.None] = "",
        [PositionDrift.Same] = "→",
        [PositionDrift.Closer] = "↗",
        [PositionDrift.Apart] = "↘",
        [PositionDrift.Terms] = "~",
        [PositionDrift.New] = "+",
        [PositionDrift.Silent] = "–",
    };

    private readonly Sheet _sheet = new(session);

    /// <summary>Writes the answer.</summary>
    /// <param name="answer">What is shown.</param>
    /// <param name="since">The day from which drift is told; null for none.</param>
    /// <param name="empty">The line where there is nothing to show.</param>
    public void Write(MatrixAnswer answer, string? since, string empty)
    {
        if (answer.Positions.IsEmpty)
        {
            _sheet.Plain(empty);
            return;
        }
        WriteGrid(answer.Positions, since);
        foreach (var topic in answer.Positions.Take(Most).GroupBy(course => course.Topic, StringComparer.Ordinal))
        {
            _sheet.Blank();
            _sheet.Head(topic.Key);
            foreach (var course in topic)
                Write(course, since);
            foreach (var thread in answer.Threads.Where(thread => thread.Topic == topic.Key))
                Write(thread);
        }
        if (answer.Positions.Length <= Most)
            return;
        _sheet.Blank();
        _sheet.Plain(Sheet.More(answer.Positions.Length - Most, "position"));
    }

    /// <summary>The most positions that are told in words: nobody reads more.</summary>
    public const int Most = 200;

    private void WriteGrid(ImmutableArray<PositionCourse> courses, string? since)
    {
        var columns = courses
            .GroupBy(course => course.Side, StringComparer.Ordinal)
            .OrderByDescending(side => side.Count())
            .ThenBy(side => side.Key, StringComparer.Ordinal)
            .Take(MostColumns)
            .Select(side => side.Key)
            .Order(StringComparer.Ordinal)
            .ToList();
        var topics = courses.Select(course => course.Topic).Distinct(StringComparer.Ordinal).ToList();
        var width = topics.Max(topic => topic.Length) + 2;
        _sheet.Plain("".PadRight(width) + string.Concat(columns.Select(side => side.PadRight(CellWidth))));
        foreach (var topic in topics)
            _sheet.Plain(
                topic.PadRight(width)
                    + string.Concat(
                        columns.Select(side =>
                            Cell(courses.FirstOrDefault(course => course.Topic == topic && course.Side == side)).PadRight(CellWidth)
                        )
                    )
            );
        _sheet.Blank();
        _sheet.Plain(
            "■ demands   ◇ proposes or offers   ○ is open to   ● accepts   ◐ accepts on a condition   ✕ rejects   ? is unclear on; then month-day, statements"
        );
        if (since is not null)
            _sheet.Plain($"since {since}: ↗ closer   ↘ apart   ~ other terms   → the same   + new   – silent");
    }

    private static string Cell(PositionCourse? course)
    {
        if (course is null)
            return "";
        var day = course.Now.Day is { Length: >= 10 } known ? $" {known[5..10]}" : "";
        var arrow = s_arrows[course.Drift] is { Length: > 0 } mark ? $" {mark}" : "";
        return $"{Mark(course.Now)}{day} ×{course.Statements}{arrow}";
    }

    private static char Mark(PositionTelling telling) =>
        telling.Stance switch
        {
            _ when telling.IsConditional => '◐',
            PositionStance.Demands => '■',
            PositionStance.Proposes or PositionStance.Offers => '◇',
            PositionStance.OpenTo => '○',
            PositionStance.Accepts => '●',
            PositionStance.Rejects => '✕',
            _ => '?',
        };

    private void Write(PositionCourse course, string? since)
    {
        var now = course.Now;
        string?[] facts =
        [
            $"{course.Party}{By(course, now)} {StanceWords.OfIt(now)}",
            now.Day ?? "undated",
            Sheet.Number(course.Statements, "statement"),
            course.IsOnlyByOthers ? "told only by another side" : null,
            since is null ? null : Moved(course),
        ];
        _sheet.Plain(FormattableString.Invariant($"  {Mark(now)} {string.Join(" · ", facts.OfType<string>())}  ({now.Confidence:0.00})"));
        _sheet.Line("words", $"“{now.Words}”");
        if (course.Tellings.LastOrDefault(telling => !telling.Guarantors.IsEmpty) is { } guaranteed)
            _sheet.Line("guarantors", string.Join(", ", guaranteed.Guarantors) + On(guaranteed, now));
        if (course.Tellings.LastOrDefault(telling => telling.Term is not null) is { } timed)
            _sheet.Line("term", (PlainTime.Of(timed.Term!) ?? timed.Term) + On(timed, now));
        _sheet.Line("condition", now.Condition is { } condition ? $"“{condition}”" : null);
        _sheet.Quote("sentence", now.Citation);
        foreach (var earlier in Earlier(course))
            _sheet.Line("before", $"{earlier.Day ?? "undated"} {StanceWords.OfIt(earlier)}: “{earlier.Words}” · {earlier.Citation.Id}");
    }

    /// <summary>"Russia (RUS), by Dmitry Peskov"; the side alone where it speaks itself.</summary>
    private static string By(PositionCourse course, PositionTelling telling) =>
        telling.By == course.Party ? $" ({course.Side})" : $" ({course.Side}), by {telling.By},";

    private static string On(PositionTelling telling, PositionTelling now) =>
        telling.Day == now.Day ? "" : $" ({telling.Day ?? "undated"}, {telling.Citation.Id})";

    /// <summary>The newest telling of each other stance.</summary>
    private static IEnumerable<PositionTelling> Earlier(PositionCourse course) =>
        course.Tellings.Reverse().Where(telling => telling.Stance != course.Now.Stance).DistinctBy(telling => telling.Stance);

    private static string? Moved(PositionCourse course) =>
        course.Drift switch
        {
            PositionDrift.Same => "the same",
            PositionDrift.Closer => $"closer: was “{StanceWords.Of(course.Before!)}”",
            PositionDrift.Apart => $"apart: was “{StanceWords.Of(course.Before!)}”",
            PositionDrift.Terms => "other terms",
            PositionDrift.New => "new",
            PositionDrift.Silent => "silent since",
            _ => null,
        };

    private void Write(ProposalThread thread)
    {
        var steps = thread.Steps.Select(step =>
            step.Telling is { } telling
                ? $"{step.State.ToString().ToLowerInvariant()} {step.Day} by {telling.Side} ({telling.Citation.Id})"
                : $"{step.State.ToString().ToLowerInvariant()} {step.Day}"
        );
        _sheet.Line("proposal", string.Join(" → ", steps));
    }
}
