using System.Globalization;
using System.Text;

namespace Parley.Eval;

/// <summary>A table of figures for <c>docs/numbers.md</c>.</summary>
/// <param name="Title">What was measured, on what.</param>
/// <param name="Columns">Heads of the columns.</param>
/// <param name="Rows">Cells, as many as there are heads.</param>
internal sealed record Table(string Title, string[] Columns, List<string[]> Rows)
{
    /// <summary>The table as Markdown, its title above it.</summary>
    public string ToMarkdown()
    {
        var text = new StringBuilder().Append(Title).Append("\n\n");
        Row(text, Columns);
        Row(text, [.. Columns.Select((_, i) => i == 0 ? "---" : "---:")]);
        foreach (var row in Rows)
            Row(text, row);
        return text.ToString();
    }

    /// <summary>A share as it is printed: three decimals.</summary>
    public static string Share(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);

    /// <summary>A percentage as it is printed: two decimals.</summary>
    public static string Percent(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);

    private static void Row(StringBuilder text, IEnumerable<string> cells) => text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
}
