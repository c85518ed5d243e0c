namespace Parley.Eval;

/// <summary>The pairing of two lists, one to one, that has the greatest sum.</summary>
/// <remarks>Kuhn (1955) and Munkres (1957), by shortest augmenting paths.</remarks>
internal static class Assignment
{
    /// <summary>The greatest sum that a pairing of rows and columns reaches; what is worth 0 may stay alone.</summary>
    public static double Best<T>(List<T> rows, List<T> columns, Func<T, T, double> worth)
    {
        var (few, many) = rows.Count <= columns.Count ? (rows, columns) : (columns, rows);
        var (n, m) = (few.Count, many.Count);
        if (n == 0)
            return 0;
        var cost = new double[n + 1, m + 1];
        for (var i = 1; i <= n; i++)
        for (var j = 1; j <= m; j++)
            cost[i, j] = -worth(few[i - 1], many[j - 1]);
        var (u, v, rowOf, way) = (new double[n + 1], new double[m + 1], new int[m + 1], new int[m + 1]);
        for (var i = 1; i <= n; i++)
            Augment(i, cost, u, v, rowOf, way);
        return v[0];
    }

    private static void Augment(int row, double[,] cost, double[] u, double[] v, int[] rowOf, int[] way)
    {
        var m = rowOf.Length - 1;
        var (least, used) = (new double[m + 1], new bool[m + 1]);
        Array.Fill(least, double.PositiveInfinity);
        rowOf[0] = row;
        var column = 0;
        do
        {
            used[column] = true;
            var (at, next, step) = (rowOf[column], 0, double.PositiveInfinity);
            for (var j = 1; j <= m; j++)
                if (!used[j])
                {
                    var reduced = cost[at, j] - u[at] - v[j];
                    if (reduced < least[j])
                        (least[j], way[j]) = (reduced, column);
                    if (least[j] < step)
                        (step, next) = (least[j], j);
                }
            for (var j = 0; j <= m; j++)
                if (used[j])
                    (u[rowOf[j]], v[j]) = (u[rowOf[j]] + step, v[j] - step);
                else
                    least[j] -= step;
            column = next;
        } while (rowOf[column] != 0);
        for (; column != 0; column = way[column])
            rowOf[column] = rowOf[way[column]];
    }
}
