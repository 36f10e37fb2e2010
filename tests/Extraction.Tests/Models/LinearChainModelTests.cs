namespace Extraction.Tests.Models;

public class LinearChainModelTests
{
    private const int Labels = 5;
    private const byte CodeOfHalf = 0xC0; // -64 of 127
    private const float Forbidden = -1e30f;

    [Fact]
    public void DecodesTheBestOfAllPaths()
    {
        LinearChainModel model = Model();
        var scratch = new LinearChainScratch();
        for (int seed = 1; seed <= 20; seed++)
        {
            int n = Fill(model, scratch, seed);
            var labels = new byte[n];
            float score = model.Decode(scratch, labels);
            (byte[] best, double bestScore) = Paths(model, scratch, n).MaxBy(p => p.Score);
            Assert.Equal(best, labels);
            Assert.Equal(bestScore, score, 3);
        }
    }

    [Fact]
    public void GivesTheProbabilitiesThatAllPathsAddUpTo()
    {
        LinearChainModel model = Model();
        var scratch = new LinearChainScratch();
        for (int seed = 1; seed <= 20; seed++)
        {
            int n = Fill(model, scratch, seed);
            model.ComputeMarginals(scratch);
            var paths = Paths(model, scratch, n).ToList();
            double all = paths.Sum(p => Math.Exp(p.Score));
            for (int i = 0; i < n; i++)
            {
                for (int label = 0; label < Labels; label++)
                {
                    double expected = paths.Where(p => p.Labels[i] == label).Sum(p => Math.Exp(p.Score)) / all;
                    Assert.Equal(expected, scratch.Probability(i, label), 4);
                }
            }

            for (int i = 0; i + 1 < n; i++)
            {
                double pair = paths.Where(p => p.Labels[i] == 1 && p.Labels[i + 1] == 2).Sum(p => Math.Exp(p.Score)) / all;
                Assert.Equal(pair, model.PathProbability(scratch, i, [1, 2]), 4);
            }
        }
    }

    [Fact]
    public void NeverTakesAForbiddenStep()
    {
        LinearChainModel model = Model();
        var scratch = new LinearChainScratch();
        scratch.Begin(model, 3);
        scratch.Row(0)[2] = 50; // label 2 may only follow 1
        var labels = new byte[3];
        model.Decode(scratch, labels);
        Assert.NotEqual(2, labels[0]);
    }

    [Fact]
    public void AddsTheWeightsOfKnownFeaturesAndNothingForUnknownOnes()
    {
        LinearChainModel model = Model();
        var scratch = new LinearChainScratch();
        scratch.Begin(model, 1);
        model.Add([FeatureHash.Of(1, 10), FeatureHash.Of(1, 11)], scratch.Row(0));
        Assert.Equal(1f, scratch.Row(0)[3], 0.02f);
        Assert.Equal(-0.5f, scratch.Row(0)[4], 0.02f);
        Assert.Equal(0f, scratch.Row(0)[0]);
        Assert.Equal(-0.5f, model.WeightOf(FeatureHash.Of(1, 10), 4), 0.02f);
    }

    private static int Fill(LinearChainModel model, LinearChainScratch scratch, int seed)
    {
        var random = new Random(seed);
        int n = 1 + (seed % 5);
        scratch.Begin(model, n);
        for (int i = 0; i < n; i++)
        {
            for (int label = 0; label < Labels; label++)
            {
                scratch.Row(i)[label] = (float)((random.NextDouble() * 6) - 3);
            }
        }

        return n;
    }

    private static float Step(int from, int to) => to == 2 && from != 1 ? Forbidden : from == 1 && to != 2 ? Forbidden : 0.1f * ((from * 3) - to);

    private static bool MayEnd(int label) => label != 1;

    private static IEnumerable<(byte[] Labels, double Score)> Paths(LinearChainModel model, LinearChainScratch scratch, int n)
    {
        for (int code = 0; code < (int)Math.Pow(Labels, n); code++)
        {
            var labels = new byte[n];
            double score = 0;
            int rest = code;
            int from = Labels;
            for (int i = 0; i < n; i++, rest /= Labels)
            {
                labels[i] = (byte)(rest % Labels);
                score += Step(from, labels[i]) + scratch.Row(i)[labels[i]];
                from = labels[i];
            }

            if (MayEnd(from) && score > -1e20)
            {
                yield return (labels, score);
            }
        }
    }

    /// <summary>Five labels of which 2 and only 2 follows 1; one feature with weights 1 for label 3 and -0.5 for label 4.</summary>
    private static LinearChainModel Model()
    {
        var transitions = new float[(Labels + 2) * Labels];
        for (int from = 0; from <= Labels; from++)
        {
            for (int to = 0; to < Labels; to++)
            {
                transitions[(from * Labels) + to] = Step(from, to);
            }
        }

        for (int label = 0; label < Labels; label++)
        {
            transitions[((Labels + 1) * Labels) + label] = MayEnd(label) ? 0 : Forbidden;
        }

        var writer = new ModelFile.Writer("{}");
        writer.Add<float>(1, transitions);
        FeatureTableFile.Add(writer, 2, Labels, 1f, 1, [(FeatureHash.Of(1, 10), [3, 4], [127, CodeOfHalf])]);
        return LinearChainModel.Read(FeatureTableFile.Open(writer, compress: true), 1);
    }
}
