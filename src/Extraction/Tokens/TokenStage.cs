namespace Extraction;

/// <summary>Text to tokens, hyphenated words whole: <c>London-based</c> is one word to every model; <see cref="HyphenSplitter"/> splits what the caller sees.</summary>
internal sealed class TokenStage : IExtractionStage
{
    public StageContract Contract { get; } = StageContract.Named(StageNames.Tokens).Gives(Layers.Tokens);

    public void Run(ExtractionContext context)
    {
        TokenList tokens = context.Scratch<TokenList>();
        tokens.Clear();
        new TokenScanner(context.Text, tokens, splitHyphens: false, context.CancellationToken).Run();
        context.Set(Layers.Tokens, tokens);
    }
}
