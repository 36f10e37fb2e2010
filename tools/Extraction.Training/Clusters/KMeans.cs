using System.Runtime.Intrinsics;

namespace Extraction.Training.Clusters;

/// <summary>Spherical k-means: points and centres are unit vectors; one thread, seeded.</summary>
internal static class KMeans
{
    public static (int[] Assignment, float[][] Centres) Run(float[][] points, int k, int rounds, int seed)
    {
        int size = points[0].Length;
        var random = new Random(seed);
        float[][] centres = [.. Enumerable.Range(0, points.Length).OrderBy(_ => random.Next()).Take(k).Select(i => (float[])points[i].Clone())];
        var assignment = new int[points.Length];
        for (int round = 0; round < rounds; round++)
        {
            for (int p = 0; p < points.Length; p++)
            {
                assignment[p] = Nearest(points[p], centres);
            }

            var sums = new float[k][];
            for (int p = 0; p < points.Length; p++)
            {
                float[] sum = sums[assignment[p]] ??= new float[size];
                for (int i = 0; i < size; i++)
                {
                    sum[i] += points[p][i];
                }
            }

            for (int c = 0; c < k; c++)
            {
                // An empty centre moves to a point of its own.
                float[] sum = sums[c] ?? (float[])points[random.Next(points.Length)].Clone();
                float norm = MathF.Sqrt(sum.Sum(x => x * x));
                centres[c] = [.. sum.Select(x => norm > 0 ? x / norm : 0)];
            }
        }

        for (int p = 0; p < points.Length; p++)
        {
            assignment[p] = Nearest(points[p], centres);
        }

        return (assignment, centres);
    }

    private static int Nearest(float[] point, float[][] centres)
    {
        int best = 0;
        float most = float.MinValue;
        for (int c = 0; c < centres.Length; c++)
        {
            Vector256<float> sum = Vector256<float>.Zero;
            for (int lane = 0; lane < point.Length; lane += 8)
            {
                sum += Vector256.Create<float>(point.AsSpan(lane, 8)) * Vector256.Create<float>(centres[c].AsSpan(lane, 8));
            }

            float dot = Vector256.Sum(sum);
            if (dot > most)
            {
                most = dot;
                best = c;
            }
        }

        return best;
    }
}
