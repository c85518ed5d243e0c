namespace Parley.Eval;

/// <summary>Measures of both models side by side, with the least that is asked for and the goal.</summary>
internal sealed class Bars
{
    /// <summary>The models that every measure is taken of, as <c>--model</c> names them.</summary>
    public static readonly string[] Models = ["accurate", "fast"];

    private readonly List<(string Measure, string Floor, string Goal, string[] Values)> _rows = [];

    /// <summary>Adds what a model reached; a measure without a bar leaves <paramref name="floor"/> and <paramref name="goal"/> empty.</summary>
    public void Add(string model, string measure, string value, string floor = "", string goal = "")
    {
        var row = _rows.FindIndex(r => r.Measure == measure);
        if (row < 0)
        {
            row = _rows.Count;
            _rows.Add((measure, floor, goal, [.. Models.Select(_ => "–")]));
        }
        _rows[row].Values[Array.IndexOf(Models, model)] = value;
    }

    /// <inheritdoc cref="Add(string, string, string, string, string)"/>
    public void Add(string model, string measure, Ratio value, string floor = "", string goal = "") =>
        Add(model, measure, value.ToString(), floor, goal);

    /// <summary>The table, in the order in which measures were added.</summary>
    public Table ToTable(string title) =>
        new(
            title,
            ["measure", "floor", "goal", .. Models],
            [.. _rows.Select(row => (string[])[row.Measure, row.Floor, row.Goal, .. row.Values])]
        );
}
