namespace Extraction;

/// <summary>Text to tokens.</summary>
internal sealed class TokenStage(TokenOptions options) : IExtractionStage
{
    private readonly bool _splitHyphens = options.SplitHyphens;

    public StageContract Contract { get; } = StageContract.Named(StageNames.Tokens).Gives(Layers.Tokens);

    public void Run(ExtractionContext context)
    {
        TokenList tokens = context.Scratch<TokenList>();
        tokens.Clear();
        new TokenScanner(context.Text, tokens, _splitHyphens, context.CancellationToken).Run();
        context.Set(Layers.Tokens, tokens);
    }
}
