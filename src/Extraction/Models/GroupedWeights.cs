using System.Numerics;

namespace Extraction;

/// <summary>The weights of a small log-linear model over numbered features: a row for all groups of decisions, then one for each group.</summary>
/// <typeparam name="T">How the features are numbered, from 0 to below the width.</typeparam>
/// <threadsafety>Immutable; safe from any thread.</threadsafety>
internal sealed class GroupedWeights<T>(float[] weights, int width)
    where T : unmanaged, IBinaryInteger<T>
{
    /// <summary>Score of a candidate in a decision of the group.</summary>
    public float Score(int group, ReadOnlySpan<T> features)
    {
        float sum = 0;
        foreach (T feature in features)
        {
            sum += WeightOf(group, int.CreateTruncating(feature));
        }

        return sum;
    }

    /// <summary>The feature, numbered <paramref name="from"/> or above, that speaks most for a candidate; 0 where there is none.</summary>
    public int Strongest(int group, ReadOnlySpan<T> features, int from = 0)
    {
        float best = float.MinValue;
        int strongest = 0;
        foreach (T number in features)
        {
            int feature = int.CreateTruncating(number);
            float weight = WeightOf(group, feature);
            if (weight > best && feature >= from)
            {
                best = weight;
                strongest = feature;
            }
        }

        return strongest;
    }

    /// <summary>Puts the candidates' probabilities in place of their scores.</summary>
    /// <returns>The index of the likeliest, the first of them where several are; -1 where there is no candidate.</returns>
    public static int Normalize(Span<float> scores)
    {
        int best = scores.IsEmpty ? -1 : 0;
        for (int i = 1; i < scores.Length; i++)
        {
            best = scores[i] > scores[best] ? i : best;
        }

        float top = best < 0 ? 0 : scores[best];
        float sum = 0;
        foreach (ref float score in scores)
        {
            score = MathF.Exp(score - top);
            sum += score;
        }

        foreach (ref float score in scores)
        {
            score /= sum;
        }

        return best;
    }

    private float WeightOf(int group, int feature) => weights[feature] + weights[((1 + group) * width) + feature];
}
