using System.Text;
using Parley.Negotiations;
using Parley.Web.Paging;
using Parley.Wording;

namespace Parley.Web.Matrix;

/// <summary>The matrix as a table of Markdown, as it is shown: with its day, its comparison and its parties.</summary>
internal static class MatrixMarkdown
{
    /// <summary>Letters that mean something in Markdown or would end a cell.</summary>
    private const string Special = "\\`*_[]<>|#~!&";

    /// <summary>The text of a grid.</summary>
    public static string Of(MatrixGrid grid, PageState state)
    {
        var text = new StringBuilder("# Who wants what\n\n");
        text.Append(state.AsOf is { } day ? $"As of {PlainDay.Of(day)}" : "As of all that was read");
        if (grid.Query.Since is { } since)
            text.Append($", compared with {PlainDay.Of(since)}");
        text.Append(". Words are those of the reports; what is told by another side alone is in brackets.\n\n| Topic |");
        foreach (var column in grid.Columns)
            text.Append(' ').Append(Plain(column.Name)).Append(" |");
        text.Append("\n|---|").Append(string.Concat(Enumerable.Repeat("---|", grid.Columns.Length))).Append('\n');
        foreach (var topic in grid.Topics)
        {
            text.Append("| ").Append(Plain(topic.Topic)).Append(" |");
            foreach (var column in grid.Columns)
                text.Append(' ').Append(Cell(grid.Cell(topic.Topic, column.Side))).Append(" |");
            text.Append('\n');
        }
        return text.Append('\n').AppendJoin(", ", PositionMark.Legend.Select(mark => $"{mark.Glyph} {mark.Word}")).Append('\n').ToString();
    }

    private static string Cell(PositionCourse? course)
    {
        if (course is null)
            return "";
        var words = $"{PositionMark.Of(course.Now)} {Plain(PositionMark.Words(course.Now))}";
        var day = course.Now.Day is null ? "undated" : PlainDay.Of(course.Now.Day);
        var drift = PositionMark.Of(course.Drift) is { Length: > 0 } moved ? $", {moved}" : "";
        var cell = $"{words}, {day}, {course.Statements} {(course.Statements == 1 ? "statement" : "statements")}{drift}";
        return course.IsOnlyByOthers ? $"({cell})" : cell;
    }

    /// <summary>Words of others as words: nothing in them is a link, a tag or a cell of its own.</summary>
    private static string Plain(string words)
    {
        var text = new StringBuilder(words.Length);
        foreach (var letter in words)
            _ = Special.Contains(letter, StringComparison.Ordinal)
                ? text.Append('\\').Append(letter)
                : text.Append(char.IsControl(letter) ? ' ' : letter);
        return text.ToString();
    }
}
