namespace Extraction.Evaluation.Scoring;

/// <summary>The assignment of rows to columns, one to one, whose weights sum to most (the Hungarian method).</summary>
internal static class Assignment
{
    public static double Best(int rows, int columns, Func<int, int, double> weight)
    {
        int n = Math.Max(rows, columns);
        double[] u = new double[n + 1], v = new double[n + 1];
        int[] row = new int[n + 1], way = new int[n + 1];
        var cost = new double[n, n];
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
            {
                cost[i, j] = -weight(i, j);
            }
        }

        for (int i = 1; i <= n; i++)
        {
            row[0] = i;
            int column = 0;
            var least = new double[n + 1];
            Array.Fill(least, double.PositiveInfinity);
            var used = new bool[n + 1];
            do
            {
                used[column] = true;
                int current = row[column], next = 0;
                double delta = double.PositiveInfinity;
                for (int j = 1; j <= n; j++)
                {
                    if (used[j])
                    {
                        continue;
                    }

                    double reduced = cost[current - 1, j - 1] - u[current] - v[j];
                    if (reduced < least[j])
                    {
                        (least[j], way[j]) = (reduced, column);
                    }

                    if (least[j] < delta)
                    {
                        (delta, next) = (least[j], j);
                    }
                }

                for (int j = 0; j <= n; j++)
                {
                    if (used[j])
                    {
                        u[row[j]] += delta;
                        v[j] -= delta;
                    }
                    else
                    {
                        least[j] -= delta;
                    }
                }

                column = next;
            }
            while (row[column] != 0);

            while (column != 0)
            {
                row[column] = row[way[column]];
                column = way[column];
            }
        }

        double total = 0;
        for (int j = 1; j <= n; j++)
        {
            total -= row[j] > 0 ? cost[row[j] - 1, j - 1] : 0;
        }

        return total;
    }
}
