using System.Runtime.Intrinsics;

namespace Extraction.Training.Sequences;

internal sealed partial class LinearChainTrainer
{
    /// <summary>Log of the sum over paths; adds <paramref name="sign"/> times the expectations to the workspace's gradient and steps.</summary>
    private double Lattice(Workspace work, int n, int start, bool constrained, float sign)
    {
        int stride = _stride;
        double log = 0;
        for (int i = 0; i < n; i++)
        {
            ReadOnlySpan<float> scores = work.Scores.AsSpan(i * stride, stride);
            Span<float> e = work.Emission.AsSpan(i * stride, stride);
            ulong allowed = constrained ? _set.AllowedAt(start + i) : ulong.MaxValue;
            float top = float.MinValue;
            for (int k = 0; k < _labels; k++)
            {
                top = MathF.Max(top, scores[k]);
            }

            log += top;
            e.Clear();
            for (int k = 0; k < _labels; k++)
            {
                if ((allowed >> k & 1) != 0 && (i < n - 1 || _mayEnd[k]))
                {
                    e[k] = MathF.Exp(scores[k] - top);
                }
            }

            Span<float> now = work.Forward.AsSpan(i * stride, stride);
            if (i == 0)
            {
                _factors.AsSpan(_labels * stride, stride).CopyTo(now);
            }
            else
            {
                now.Clear();
                for (int j = 0; j < _labels; j++)
                {
                    float part = work.Forward[((i - 1) * stride) + j];
                    if (part > 0)
                    {
                        AddScaled(_factors.AsSpan(j * stride, stride), part, now);
                    }
                }
            }

            float sum = 0;
            for (int k = 0; k < stride; k++)
            {
                now[k] *= e[k];
                sum += now[k];
            }

            if (!(sum > 0) || !float.IsFinite(sum))
            {
                return double.NegativeInfinity;
            }

            float scale = 1 / sum;
            work.Norm[i] = scale;
            log += Math.Log(sum);
            for (int k = 0; k < stride; k++)
            {
                now[k] *= scale;
            }
        }

        work.Backward.AsSpan((n - 1) * stride, stride).Fill(1);
        Span<float> weighted = work.Weighted;
        for (int i = n - 1; i > 0; i--)
        {
            for (int k = 0; k < stride; k++)
            {
                weighted[k] = work.Emission[(i * stride) + k] * work.Backward[(i * stride) + k] * work.Norm[i];
            }

            Span<float> to = work.Backward.AsSpan((i - 1) * stride, stride);
            to.Clear();
            for (int j = 0; j < _labels; j++)
            {
                float forward = work.Forward[((i - 1) * stride) + j];
                if (forward <= 0)
                {
                    continue;
                }

                Span<float> steps = work.Steps.AsSpan(j * stride, stride);
                Vector256<float> part = Vector256.Create(sign * forward);
                Vector256<float> total = Vector256<float>.Zero;
                for (int lane = 0; lane < stride; lane += 8)
                {
                    Vector256<float> flow = Vector256.Create<float>(_factors.AsSpan((j * stride) + lane, 8)) * Vector256.Create<float>(weighted.Slice(lane, 8));
                    total += flow;
                    (Vector256.Create<float>(steps.Slice(lane, 8)) + (flow * part)).CopyTo(steps[lane..]);
                }

                to[j] = Vector256.Sum(total);
            }
        }

        for (int i = 0; i < n; i++)
        {
            for (int k = 0; k < stride; k++)
            {
                float p = work.Forward[(i * stride) + k] * work.Backward[(i * stride) + k];
                int at = (i * stride) + k;
                work.Gradient[at] = sign > 0 ? p : work.Gradient[at] - p;
                if (i == 0)
                {
                    work.Steps[(_labels * stride) + k] += sign * p;
                }
            }
        }

        return log;
    }

    private static void AddScaled(ReadOnlySpan<float> row, float factor, Span<float> to)
    {
        Vector256<float> f = Vector256.Create(factor);
        for (int lane = 0; lane < to.Length; lane += 8)
        {
            (Vector256.Create<float>(to.Slice(lane, 8)) + (f * Vector256.Create(row.Slice(lane, 8)))).CopyTo(to[lane..]);
        }
    }

    private sealed class Workspace(int stride)
    {
        public readonly List<int> Rows = [];
        public readonly List<int> RowStarts = [];
        public readonly float[] Weighted = new float[stride];
        public readonly float[] Steps = new float[65 * stride];
        public float[] Scores = [];
        public float[] Emission = [];
        public float[] Forward = [];
        public float[] Backward = [];
        public float[] Gradient = [];
        public float[] Norm = [];

        public void Reserve(int n)
        {
            if (Scores.Length < n * stride)
            {
                int size = Math.Max(n * stride, Scores.Length * 2);
                Scores = new float[size];
                Emission = new float[size];
                Forward = new float[size];
                Backward = new float[size];
                Gradient = new float[size];
                Norm = new float[size];
            }
        }
    }
}
