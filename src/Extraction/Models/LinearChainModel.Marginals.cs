using System.Numerics;
using System.Runtime.Intrinsics;

namespace Extraction;

internal sealed partial class LinearChainModel
{
    /// <summary>Runs forward and backward over the scores in <paramref name="scratch"/>, so that <see cref="LinearChainScratch.Probability"/> and <see cref="PathProbability"/> can answer.</summary>
    public void ComputeMarginals(LinearChainScratch scratch)
    {
        int n = scratch.Length;
        int stride = Stride;
        Span<float> emission = scratch.Emission;
        Span<float> forward = scratch.Forward;
        Span<float> backward = scratch.Backward;
        for (int i = 0; i < n; i++)
        {
            Emit(scratch.Row(i), emission.Slice(i * stride, stride));
        }

        for (int k = 0; k < LabelCount; k++)
        {
            ref float e = ref emission[((n - 1) * stride) + k];
            e = _last[k] < 0 ? 0 : e;
        }

        for (int i = 0; i < n; i++)
        {
            Span<float> now = forward.Slice(i * stride, stride);
            if (i == 0)
            {
                _factors.AsSpan(LabelCount * stride, stride).CopyTo(now);
            }
            else
            {
                Multiply(_factors, _targets, forward.Slice((i - 1) * stride, stride), now);
            }

            scratch.Norm[i] = Normalise(emission.Slice(i * stride, stride), now);
        }

        backward.Slice((n - 1) * stride, stride).Fill(1);
        Span<float> weighted = stackalloc float[64];
        for (int i = n - 1; i > 0; i--)
        {
            Vector256<float> scale = Vector256.Create(scratch.Norm[i]);
            for (int lane = 0; lane < stride; lane += LaneCount)
            {
                int at = (i * stride) + lane;
                (Vector256.Create<float>(emission.Slice(at, LaneCount)) * Vector256.Create<float>(backward.Slice(at, LaneCount)) * scale).CopyTo(weighted[lane..]);
            }

            Multiply(_factorsBack, _targetsBack, weighted, backward.Slice((i - 1) * stride, stride));
        }
    }

    /// <summary>After <see cref="ComputeMarginals"/>: the probability of a stretch of labels, whatever stands around it.</summary>
    public float PathProbability(LinearChainScratch scratch, int start, ReadOnlySpan<byte> labels)
    {
        int stride = Stride;
        float p = scratch.Forward[(start * stride) + labels[0]];
        for (int i = 1; i < labels.Length; i++)
        {
            int at = (start + i) * stride;
            p *= _factors[(labels[i - 1] * stride) + labels[i]] * scratch.Emission[at + labels[i]] * scratch.Norm[start + i];
        }

        p *= scratch.Backward[((start + labels.Length - 1) * stride) + labels[^1]];
        return float.IsFinite(p) ? Math.Clamp(p, 0, 1) : 0;
    }

    /// <summary>The exponentials of a position's scores, relative to the best; what is below e to the -30 of it counts as nothing.</summary>
    private void Emit(ReadOnlySpan<float> scores, Span<float> emission)
    {
        Vector256<float> best = Vector256.Create(2 * Forbidden);
        for (int lane = 0; lane < scores.Length; lane += LaneCount)
        {
            best = Vector256.Max(best, Vector256.Create(scores.Slice(lane, LaneCount)) + Vector256.Create<float>(_padding.AsSpan(lane, LaneCount)));
        }

        float top = best.GetElement(0);
        for (int k = 1; k < LaneCount; k++)
        {
            top = MathF.Max(top, best.GetElement(k));
        }

        Vector256<float> least = Vector256.Create(-30f);
        for (int lane = 0; lane < scores.Length; lane += LaneCount)
        {
            Vector256<float> x = Vector256.Create(scores.Slice(lane, LaneCount)) + Vector256.Create<float>(_padding.AsSpan(lane, LaneCount)) - Vector256.Create(top);
            Vector256<float> e = VectorExp.Of(Vector256.Max(x, least));
            Vector256.ConditionalSelect(Vector256.LessThan(x, least), Vector256<float>.Zero, e).CopyTo(emission[lane..]);
        }
    }

    /// <summary>Weighs the labels of a position by their emission and scales them to a sum of one; gives the scale.</summary>
    private static float Normalise(ReadOnlySpan<float> emission, Span<float> now)
    {
        Vector256<float> sums = Vector256<float>.Zero;
        for (int lane = 0; lane < now.Length; lane += LaneCount)
        {
            Vector256<float> x = Vector256.Create<float>(now.Slice(lane, LaneCount)) * Vector256.Create(emission.Slice(lane, LaneCount));
            x.CopyTo(now[lane..]);
            sums += x;
        }

        float sum = 0;
        for (int k = 0; k < LaneCount; k++)
        {
            sum += sums.GetElement(k); // one after the other: the same on every machine
        }

        float scale = sum > 0 ? 1 / sum : 0;
        for (int lane = 0; lane < now.Length; lane += LaneCount)
        {
            (Vector256.Create<float>(now.Slice(lane, LaneCount)) * scale).CopyTo(now[lane..]);
        }

        return scale;
    }

    /// <summary>to = from × matrix, row by row, so that rows of nothing cost nothing.</summary>
    private void Multiply(float[] matrix, uint[] vectors, ReadOnlySpan<float> from, Span<float> to)
    {
        to.Clear();
        for (int j = 0; j < LabelCount; j++)
        {
            float part = from[j];
            if (part < 1e-12f)
            {
                continue;
            }

            Vector256<float> factor = Vector256.Create(part);
            for (uint rest = vectors[j]; rest != 0; rest &= rest - 1)
            {
                int lane = BitOperations.TrailingZeroCount(rest) * LaneCount;
                (Vector256.Create<float>(to.Slice(lane, LaneCount)) + (factor * Vector256.Create<float>(matrix.AsSpan((j * to.Length) + lane, LaneCount)))).CopyTo(to[lane..]);
            }
        }
    }
}
