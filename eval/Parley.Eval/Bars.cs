namespace Parley.Eval;

/// <summary>Measures of the models side by side, with the least that is asked for and the goal.</summary>
/// <param name="models">The models, a column each.</param>
internal sealed class Bars(string[] models)
{
    private readonly List<(string Measure, string Floor, string Goal, string[] Values)> _rows = [];

    /// <summary>Adds what a model reached; a measure without a bar leaves <paramref name="floor"/> and <paramref name="goal"/> empty.</summary>
    public void Add(string model, string measure, string value, string floor = "", string goal = "")
    {
        var row = _rows.FindIndex(r => r.Measure == measure);
        if (row < 0)
        {
            row = _rows.Count;
            _rows.Add((measure, floor, goal, [.. models.Select(_ => "–")]));
        }
        _rows[row].Values[Array.IndexOf(models, model)] = value;
    }

    /// <inheritdoc cref="Add(string, string, string, string, string)"/>
    public void Add(string model, string measure, Ratio value, string floor = "", string goal = "") =>
        Add(model, measure, value.ToString(), floor, goal);

    /// <summary>The table, in the order in which measures were added.</summary>
    public Table ToTable(string title) =>
        new(
            title,
            ["measure", "floor", "goal", .. models],
            [.. _rows.Select(row => (string[])[row.Measure, row.Floor, row.Goal, .. row.Values])]
        );
}
