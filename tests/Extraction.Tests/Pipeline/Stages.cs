using System.Collections.Immutable;

namespace Extraction.Tests.Pipeline;

/// <summary>Stages as a user writes them.</summary>
internal static class Stages
{
    /// <summary>A layer of the user's own: the text's longest token.</summary>
    public static readonly Layer<string> LongestWord = new("longest word");

    /// <summary>Gives <see cref="LongestWord"/>.</summary>
    public sealed class LongestWordStage : IExtractionStage
    {
        public StageContract Contract { get; } = StageContract.Named("longest word").Needs(Layers.Tokens).Gives(LongestWord);

        public void Run(ExtractionContext context)
        {
            string longest = "";
            foreach (Token token in context.Get(Layers.Tokens).Span)
            {
                longest = token.Length > longest.Length ? token.Span.Of(context.Text) : longest;
            }

            context.Set(LongestWord, longest);
        }
    }

    /// <summary>Finds one word as a product: a user's own recognizer in place of ours.</summary>
    public sealed class OneWordRecognizer(string word) : IExtractionStage
    {
        public StageContract Contract { get; } = StageContract.Named(StageNames.Entities).Needs(Layers.Tokens).Gives(Layers.Mentions);

        public void Run(ExtractionContext context)
        {
            ImmutableArray<Mention>.Builder mentions = ImmutableArray.CreateBuilder<Mention>();
            ReadOnlySpan<Token> tokens = context.Get(Layers.Tokens).Span;
            for (int i = 0; i < tokens.Length; i++)
            {
                if (tokens[i].In(context.Text).SequenceEqual(word))
                {
                    mentions.Add(new Mention(tokens[i].Span, MentionKind.Name, EntityType.Product, 1f, i, i + 1));
                }
            }

            context.Set(Layers.Mentions, mentions.DrainToImmutable());
        }
    }

    /// <summary>Does what it is told.</summary>
    public sealed class LambdaStage(StageContract contract, Action<ExtractionContext> run) : IExtractionStage
    {
        public StageContract Contract => contract;

        public void Run(ExtractionContext context) => run(context);
    }

    /// <summary>Fails on articles whose text says so.</summary>
    public static IExtractionStage Failing { get; } = new LambdaStage(
        StageContract.Named("failing"),
        context =>
        {
            if (context.Text.StartsWith("FAIL", StringComparison.Ordinal))
            {
                throw new InvalidDataException("told to fail");
            }
        });
}
