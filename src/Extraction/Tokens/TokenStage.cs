namespace Extraction;

/// <summary>Text to tokens.</summary>
internal sealed class TokenStage : IExtractionStage
{
    public StageContract Contract { get; } = StageContract.Named(StageNames.Tokens).Gives(Layers.Tokens);

    public void Run(ExtractionContext context)
    {
        TokenList tokens = context.Scratch<TokenList>();
        Tokenizer.Tokenize(context.Text, tokens);
        context.Set(Layers.Tokens, tokens);
    }
}
