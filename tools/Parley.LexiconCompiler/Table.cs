namespace Parley.LexiconCompiler;

/// <summary>One TSV file: comment lines with source and licence, a line of column names, then rows. The first column is the key.</summary>
internal sealed record Table(string Name, string[] Columns, List<string[]> Rows)
{
    /// <summary>Reads a table; what is wrong with it goes to <paramref name="problems"/>, as <c>path(line): error</c>.</summary>
    public static Table Read(string name, string path, List<string> problems)
    {
        string[]? columns = null;
        var rows = new List<string[]>();
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (line.Length == 0 || line[0] == '#')
                continue;
            var cells = line.Split('\t');
            if (columns is null)
            {
                columns = cells;
                continue;
            }
            if (cells.Length > columns.Length)
                problems.Add($"{path}({number}): error PLX001: {cells.Length} cells for {columns.Length} columns");
            if (cells[0].Length == 0)
                problems.Add($"{path}({number}): error PLX002: the key is empty");
            rows.Add([.. columns.Select((_, i) => i < cells.Length ? cells[i] : "")]);
        }
        if (columns is null)
            problems.Add($"{path}(1): error PLX003: no line of column names");
        return new Table(name, columns ?? [], rows);
    }
}
