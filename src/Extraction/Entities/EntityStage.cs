using System.Collections.Immutable;

namespace Extraction;

/// <summary>Names with their types.</summary>
internal sealed class EntityStage : IExtractionStage, IPreloadable
{
    private readonly KnownNameTable _known;
    private readonly float _minimum;
    private readonly Lazy<ChainRecognizer> _recognizer;

    public EntityStage(EntityOptions options)
        : this(options, () => EntityModel.Default)
    {
    }

    /// <summary>With a model other than the embedded one; for training and tests.</summary>
    internal EntityStage(EntityOptions options, Func<EntityModel> model)
    {
        _known = new KnownNameTable(options.KnownNames);
        _minimum = options.MinimumConfidence;
        _recognizer = new Lazy<ChainRecognizer>(() => new ChainRecognizer(model()));
    }

    public StageContract Contract { get; } = StageContract.Named(StageNames.Entities).Needs(Layers.Tokens, Layers.Sentences).Uses(Layers.Layout).Gives(Layers.Mentions);

    public void Preload() => _ = _recognizer.Value;

    public void Run(ExtractionContext context)
    {
        EntityScratch scratch = context.Scratch<EntityScratch>();
        ReadOnlySpan<Token> tokens = context.Get(Layers.Tokens).Span;
        ReadOnlySpan<Block> blocks = context.TryGet(Layers.Layout, out ArticleLayout? layout) ? layout.Blocks.AsSpan() : [];
        ReadOnlySpan<Sentence> sentences = context.Get(Layers.Sentences).AsSpan();
        ChainRecognizer recognizer = _recognizer.Value;
        recognizer.Read(context.Text, tokens, sentences, blocks, scratch, context.CancellationToken);
        recognizer.Recognize(context.Text, scratch, context.CancellationToken);
        ImmutableArray<Mention> mentions = Mentions(context.Text, scratch, recognizer.Model);
        context.Set(Layers.Mentions, _known.IsEmpty ? mentions : WithKnown(tokens, sentences, blocks, mentions));
    }

    private ImmutableArray<Mention> Mentions(ReadOnlySpan<char> text, EntityScratch scratch, EntityModel model)
    {
        var mentions = ImmutableArray.CreateBuilder<Mention>(scratch.Found.Count);
        foreach (FoundMention found in scratch.Found)
        {
            float confidence = model.Calibrate(found.Probability);
            ref readonly Piece first = ref scratch.Pieces[found.First];
            ref readonly Piece last = ref scratch.Pieces[found.End - 1];
            if (found.Type == EntityLabels.Misc || (model.Calibrate(found.Support) < _minimum && (first.Flags & PieceFlags.Handle) == 0))
            {
                continue;
            }

            TextSpan span = Mojibake.Trim(text, new TextSpan(first.Start, last.End));
            if (span.IsEmpty)
            {
                continue;
            }

            MentionKind kind = found.End - found.First == 1 && (first.Flags & PieceFlags.Handle) != 0 ? MentionKind.Handle : MentionKind.Name;
            mentions.Add(new Mention(span, kind, EntityLabels.Types[found.Type], confidence, first.Token, last.Token + 1));
        }

        return mentions.DrainToImmutable();
    }

    /// <summary>Lays the caller's names over what the model found.</summary>
    private ImmutableArray<Mention> WithKnown(ReadOnlySpan<Token> tokens, ReadOnlySpan<Sentence> sentences, ReadOnlySpan<Block> blocks, ImmutableArray<Mention> found)
    {
        var mentions = ImmutableArray.CreateBuilder<Mention>(found.Length);
        int next = 0;
        foreach (Sentence sentence in sentences)
        {
            if ((uint)sentence.Block < (uint)blocks.Length && blocks[sentence.Block].Kind == BlockKind.Other)
            {
                continue;
            }

            for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
            {
                if (!_known.TryFind(tokens, i, sentence.EndToken, out int after, out EntityType type))
                {
                    continue;
                }

                var span = new TextSpan(tokens[i].Start, tokens[after - 1].End);
                while (next < found.Length && found[next].Span.End <= span.Start)
                {
                    mentions.Add(found[next++]);
                }

                while (next < found.Length && found[next].Span.Start < span.End)
                {
                    next++;
                }

                MentionKind kind = after - i == 1 && tokens[i].Kind == TokenKind.Handle ? MentionKind.Handle : MentionKind.Name;
                mentions.Add(new Mention(span, kind, type, 1, i, after));
                i = after - 1;
            }
        }

        while (next < found.Length)
        {
            mentions.Add(found[next++]);
        }

        return mentions.DrainToImmutable();
    }
}
