using System.Collections.Immutable;
using System.Numerics;

namespace Extraction;

/// <summary>Runs the recogniser over a text once more and writes down what weighed at one span.</summary>
internal sealed class MentionExplainer : IExtractionStage
{
    private const int Most = 12;
    private readonly ChainRecognizer _recognizer;
    private readonly KnownNameTable _known;
    private readonly ExtractionPipeline _pipeline;

    public MentionExplainer(EntityOptions options)
    {
        _known = new KnownNameTable(options.KnownNames);
        _recognizer = new ChainRecognizer(EntityModel.Default);
        _pipeline = new ExtractionPipelineBuilder().AddTokens().AddSentences().Add(this).Build();
    }

    public StageContract Contract { get; } = StageContract.Named("explain").Needs(Layers.Tokens, Layers.Sentences).Uses(Layers.Layout);

    [ThreadStatic]
    private static (TextSpan Span, MentionExplanation? Answer) _asked;

    public MentionExplanation? Explain(string text, TextSpan span, CancellationToken cancellation)
    {
        _asked = (span, null);
        _pipeline.Extract(new Article(text), cancellation);
        return _asked.Answer;
    }

    public void Run(ExtractionContext context)
    {
        EntityScratch scratch = context.Scratch<EntityScratch>();
        ReadOnlySpan<Token> tokens = context.Get(Layers.Tokens).Span;
        ReadOnlySpan<Block> blocks = context.TryGet(Layers.Layout, out ArticleLayout? layout) ? layout.Blocks.AsSpan() : [];
        string text = context.Text;
        TextSpan span = _asked.Span;
        _recognizer.Read(text, tokens, context.Get(Layers.Sentences).AsSpan(), blocks, scratch, context.CancellationToken);
        _recognizer.Recognize(text, scratch, context.CancellationToken);
        foreach (FoundMention found in scratch.Found)
        {
            ref readonly Piece first = ref scratch.Pieces[found.First];
            ref readonly Piece last = ref scratch.Pieces[found.End - 1];
            if (first.Start == span.Start && last.End == span.End)
            {
                var mention = new Mention(span, (first.Flags & PieceFlags.Handle) != 0 ? MentionKind.Handle : MentionKind.Name, EntityLabels.Types[found.Type], _recognizer.Model.Calibrate(found.Probability), first.Token, last.Token + 1);
                _asked.Answer = Explained(text, scratch, found, mention);
                return;
            }
        }

        int at = context.Get(Layers.Tokens).FirstAtOrAfter(span.Start);
        if (at < tokens.Length && tokens[at].Start == span.Start && _known.TryFind(tokens, at, tokens.Length, out int after, out EntityType type) && tokens[after - 1].End == span.End)
        {
            _asked.Answer = new MentionExplanation
            {
                Mention = new Mention(span, MentionKind.Name, type, 1, at, after),
                Evidence = [new FeatureEvidence("a known name of the caller's", float.PositiveInfinity)],
                GazetteerLists = [],
            };
        }
    }

    private MentionExplanation Explained(string text, EntityScratch scratch, FoundMention found, Mention mention)
    {
        Stretch stretch = scratch.Stretches.First(s => s.Start <= found.First && found.First < s.Stop);
        var evidence = new List<FeatureEvidence>();
        EntityModel model = _recognizer.Model;
        for (int i = found.First; i < found.End; i++)
        {
            int label = LabelOf(found, i, found.Type);
            EntityFeatures.Extract(text, scratch, stretch.SentenceFirst, stretch.SentenceEnd, i, scratch.Features);
            AddWeights(model.Weights, text, scratch, stretch, i, label, evidence);
            if (model.Second is { } second && ChainRecognizer.IsOpen(scratch, stretch) && MemoryFeatures.Extract(text, scratch, stretch, i, scratch.Features))
            {
                AddWeights(second, text, scratch, stretch, i, label, evidence);
            }
        }

        return new MentionExplanation
        {
            Mention = mention,
            RunnerUp = RunnerUp(text, scratch, stretch, found),
            Evidence = [.. evidence.GroupBy(e => e.Description).Select(g => new FeatureEvidence(g.Key, g.Sum(e => e.Weight))).OrderByDescending(e => MathF.Abs(e.Weight)).Take(Most)],
            GazetteerLists = [.. Lists(text, scratch, found).Distinct()],
        };
    }

    private static void AddWeights(LinearChainModel model, string text, EntityScratch scratch, in Stretch stretch, int i, int label, List<FeatureEvidence> evidence)
    {
        for (int k = 0; k < scratch.Features.Count; k++)
        {
            ulong feature = scratch.Features.Items[k];
            float weight = model.WeightOf(feature, label) - model.WeightOf(feature, EntityLabels.Outside);
            if (weight != 0)
            {
                evidence.Add(new FeatureEvidence(FeatureNames.Describe(scratch.Features.Templates[k], text, scratch.Pieces, stretch.SentenceFirst, stretch.SentenceEnd, i), weight));
            }
        }
    }

    private (EntityType, float)? RunnerUp(string text, EntityScratch scratch, in Stretch stretch, FoundMention found)
    {
        LinearChainModel weights = _recognizer.Model.Weights;
        _recognizer.Score(text, scratch, stretch.SentenceFirst, stretch.SentenceEnd, stretch.Start, stretch.Stop);
        weights.ComputeMarginals(scratch.Chain);
        var labels = new byte[found.End - found.First];
        (EntityType, float)? best = null;
        for (int type = 0; type < EntityLabels.Misc; type++)
        {
            for (int i = found.First; i < found.End; i++)
            {
                labels[i - found.First] = (byte)LabelOf(found, i, type);
            }

            float p = weights.PathProbability(scratch.Chain, found.First - stretch.Start, labels);
            if (type != found.Type && p >= 0.001f && (best is null || p > best.Value.Item2))
            {
                best = (EntityLabels.Types[type], p);
            }
        }

        return best;
    }

    private static int LabelOf(FoundMention found, int i, int type) => EntityLabels.Of(
        type,
        found.End - found.First == 1 ? EntityLabels.Single : i == found.First ? EntityLabels.First : i == found.End - 1 ? EntityLabels.Last : EntityLabels.Inner);

    private static IEnumerable<string> Lists(string text, EntityScratch scratch, FoundMention found)
    {
        string whole = text[scratch.Pieces[found.First].Start..scratch.Pieces[found.End - 1].End];
        uint within = uint.MaxValue;
        for (int i = found.First; i < found.End; i++)
        {
            within &= scratch.Pieces[i].Within;
        }

        foreach (string list in Names(within))
        {
            yield return $"{list}: '{whole}'";
        }

        for (int i = found.First; i < found.End; i++)
        {
            Piece piece = scratch.Pieces[i];
            foreach (string list in Names(piece.Alone))
            {
                yield return $"{list}: '{text[piece.Start..piece.End]}'";
            }
        }
    }

    private static IEnumerable<string> Names(uint lists)
    {
        for (; lists != 0; lists &= lists - 1)
        {
            yield return ((GazetteerList)BitOperations.TrailingZeroCount(lists)).ToString();
        }
    }
}
