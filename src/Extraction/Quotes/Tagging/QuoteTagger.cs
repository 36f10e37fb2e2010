namespace Extraction;

/// <summary>The trained tagger: one pass over the text, a second stacked on the first one's labels. Read from <c>quotes.bin</c>, once.</summary>
/// <threadsafety>Immutable; safe from any thread. Scratch belongs to one run.</threadsafety>
internal sealed class QuoteTagger
{
    public const string Resource = "quotes.bin";
    public const int VocabularyKeys = 1;
    public const int VocabularyValues = 2;

    /// <summary>The table of words' clusters, and after it that of the clusters' levels.</summary>
    public const int Clusters = 3;

    public const int FirstModel = 10;
    public const int SecondModel = 20;
    public const int LinkWeights = 40;

    /// <summary>The table that both passes share: the first's labels from column 0, the second's from column 8.</summary>
    public const int Features = 30;
    public const int SecondColumn = LinearChainModel.LaneCount;

    /// <summary>Longest stretch decoded at once; a block longer than that is cut at sentence ends, or anywhere in a line without any.</summary>
    private const int LongestStretch = 512;

    private static readonly Lazy<QuoteTagger> LazyDefault = new(() => Read(ModelFile.OpenEmbedded(Resource)));

    private readonly LinearChainModel _first;
    private readonly LinearChainModel? _second;

    public QuoteTagger(QuoteVocabulary vocabulary, LinearChainModel first, LinearChainModel? second, LinkModel links)
    {
        Vocabulary = vocabulary;
        _first = first;
        _second = second;
        Links = links;
    }

    public static QuoteTagger Default => LazyDefault.Value;

    public QuoteVocabulary Vocabulary { get; }

    /// <summary>The ranker of what the tagged pieces hang on.</summary>
    public LinkModel Links { get; }

    public static QuoteTagger Read(ModelFile file)
    {
        FeatureTable features = FeatureTable.Read(file, Features);
        return new QuoteTagger(
            new QuoteVocabulary(file.As<ulong>(VocabularyKeys), file.Bytes(VocabularyValues), ClusterTable.Read(file, Clusters)),
            LinearChainModel.Read(file, FirstModel, features),
            file.Has(SecondModel) ? LinearChainModel.Read(file, SecondModel, features) : null,
            new LinkModel(file.Has(LinkWeights) ? file.ToArray<float>(LinkWeights) : new float[LinkModel.Rows * LinkModel.Width]));
    }

    /// <summary>Labels every token; tokens of blocks of kind 'other' stay outside.</summary>
    public void Tag(QuoteView view, TaggerScratch scratch, CancellationToken cancellationToken)
    {
        scratch.Reserve(view.Count);
        Span<byte> labels = scratch.Labels.AsSpan(0, view.Count);
        labels.Clear();
        scratch.Certainty.AsSpan(0, view.Count).Clear();
        scratch.Content.AsSpan(0, view.Count).Clear();
        scratch.Source.AsSpan(0, view.Count).Clear();
        foreach (Block block in view.Blocks)
        {
            if (block.Kind == BlockKind.Other)
            {
                continue;
            }

            cancellationToken.ThrowIfCancellationRequested();
            int first = block.FirstToken;
            while (first < block.EndToken)
            {
                int end = StretchEnd(view, first, block.EndToken);
                Tag(view, scratch, first, end, labels[first..end]);
                first = end;
            }
        }
    }

    /// <summary>Where a stretch that begins at a token ends: the same cut in training and in use.</summary>
    public static int StretchEnd(QuoteView view, int first, int blockEnd)
    {
        int end = blockEnd;
        if (end - first > LongestStretch)
        {
            end = first + LongestStretch;
            int sentence = view.SentenceOf[end];
            int cut = view.Sentences.IsEmpty ? end : view.Sentences[sentence].FirstToken;
            end = cut > first ? cut : end;
        }

        return end;
    }

    private void Tag(QuoteView view, TaggerScratch scratch, int first, int end, Span<byte> labels)
    {
        // One look at a feature tells what it weighs in both passes.
        QuoteFeatures features = scratch.Features;
        FeatureTable table = _first.Features;
        features.Enter(view, first, end);
        int n = end - first;
        LinearChainScratch chain = scratch.Chain;
        LinearChainScratch second = scratch.SecondChain;
        chain.Begin(_first, n);
        second.Begin(_second ?? _first, n);
        Span<float> both = stackalloc float[2 * LinearChainModel.LaneCount];
        for (int i = 0; i < n; i++)
        {
            features.First(first + i);
            both.Clear();
            table.Add(features.Span, both);
            both[..SecondColumn].CopyTo(chain.Row(i));
            both[SecondColumn..].CopyTo(second.Row(i));
        }

        _first.Decode(chain, labels);
        if (_second is not null)
        {
            features.EnterLabels(labels);
            for (int i = 0; i < n; i++)
            {
                features.Clear();
                features.Second(first + i);
                second.Row(i).CopyTo(both[SecondColumn..]);
                table.Add(features.Span, both);
                both[SecondColumn..].CopyTo(second.Row(i));
            }

            _second.Decode(second, labels);
            chain = second;
        }

        (_second ?? _first).ComputeMarginals(chain);
        for (int i = 0; i < n; i++)
        {
            scratch.Certainty[first + i] = chain.Probability(i, labels[i]);
            scratch.Content[first + i] = chain.Probability(i, (int)QuoteLabel.BeginContent) + chain.Probability(i, (int)QuoteLabel.InContent);
            scratch.Source[first + i] = chain.Probability(i, (int)QuoteLabel.BeginSource) + chain.Probability(i, (int)QuoteLabel.InSource);
        }
    }
}
