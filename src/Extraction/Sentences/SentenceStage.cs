using System.Collections.Immutable;

namespace Extraction;

/// <summary>Sentences inside blocks, or inside paragraphs where there is no layout.</summary>
internal sealed class SentenceStage : IExtractionStage
{
    private const int BlocksPerCheck = 1023;

    private readonly SentenceSettings _settings;
    private readonly BoundaryModel _model;

    public SentenceStage(SentenceOptions options)
        : this(options, BoundaryModel.Embedded)
    {
    }

    internal SentenceStage(SentenceOptions options, BoundaryModel model)
    {
        _settings = new SentenceSettings(options);
        _model = model;
    }

    public StageContract Contract { get; } = StageContract.Named(StageNames.Sentences).Needs(Layers.Tokens).Uses(Layers.Layout).Gives(Layers.Sentences);

    public void Run(ExtractionContext context)
    {
        ReadOnlySpan<char> text = context.Text;
        ReadOnlySpan<Token> tokens = context.Get(Layers.Tokens).Span;
        SentenceScratch scratch = context.Scratch<SentenceScratch>();
        scratch.Clear();
        var finder = new SentenceFinder(text, _settings, _model, scratch, context.CancellationToken);
        if (context.TryGet(Layers.Layout, out ArticleLayout? layout))
        {
            AbbreviationEvidence.Collect(text, scratch);
            // "KAMPALA. The High Court": the dateline belongs to the first sentence.
            scratch.DatelineEnd = layout.Dateline?.End ?? -1;
            for (int b = 0; b < layout.Blocks.Length; b++)
            {
                if ((b & BlocksPerCheck) == BlocksPerCheck)
                {
                    context.CancellationToken.ThrowIfCancellationRequested();
                }

                finder.SplitBlock(layout.Blocks[b].Span, b);
            }
        }
        else
        {
            finder.SplitText();
        }

        context.Set(Layers.Sentences, WithTokens(tokens, scratch));
    }

    /// <summary>Gives each sentence its tokens. A boundary inside a token, which no rule should make, is dropped.</summary>
    private static ImmutableArray<Sentence> WithTokens(ReadOnlySpan<Token> tokens, SentenceScratch scratch)
    {
        var sentences = ImmutableArray.CreateBuilder<Sentence>(scratch.Sentences.Count);
        int token = 0;
        int openStart = -1;
        int openToken = 0;
        for (int i = 0; i < scratch.Sentences.Count; i++)
        {
            TextSpan span = scratch.Sentences[i];
            int unit = scratch.Units[i];
            if (openStart < 0)
            {
                while (token < tokens.Length && tokens[token].End <= span.Start)
                {
                    token++;
                }

                openStart = span.Start;
                openToken = token;
            }

            while (token < tokens.Length && tokens[token].Start < span.End)
            {
                token++;
            }

            bool cutsToken = token > openToken && tokens[token - 1].End > span.End;
            if (!cutsToken || i + 1 == scratch.Sentences.Count || scratch.Units[i + 1] != unit)
            {
                sentences.Add(new Sentence(new TextSpan(openStart, span.End), openToken, token, unit));
                openStart = -1;
            }
        }

        return sentences.DrainToImmutable();
    }
}
